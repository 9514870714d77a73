/** Which values of environment variables look like secrets. */
import { namesSecret } from '../../aws/facts/secret-names'
import { referencesIn } from '../../design/references'
import { hasPlaceholder } from '../../elements/view'

/** Does a variable hold a secret in plain text, by its name and by what its value looks like? */
export function isPlainSecret(name: string, value: string): boolean {
  if (isAccessKey(value)) return true
  const named = namesSecret(name)
  if (named === 'no' || !isLiteral(value) || isPointer(value)) return false
  return !isSetting(name, value, named === 'last')
}

/** The ID of an access key of IAM, whatever the variable is called. */
function isAccessKey(value: string): boolean {
  return /^(AKIA|ASIA)[A-Z0-9]{16}$/.test(value)
}

/** A URL with user name and password in it. */
export function isUrlWithPassword(value: string): boolean {
  return isLiteral(value) && /^[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/i.test(value)
}

function isLiteral(value: string): boolean {
  return value.trim() !== '' && !hasPlaceholder(value) && referencesIn(value).length === 0
}

/** It says where the secret is: an ARN, a path, an address. */
function isPointer(value: string): boolean {
  if (isUrlWithPassword(value)) return false
  return /^arn:/.test(value) || /^(\/[\w.-]+)+$/.test(value) || /^[a-z][a-z0-9+.-]*:\/\//i.test(value)
}

/** It says how secrets are treated: yes or no, a number of something, a time. */
function isSetting(name: string, value: string, last: boolean): boolean {
  if (/^(true|false|yes|no|on|off|enabled?|disabled?|none|null)$/i.test(value)) return true
  const counts = !last || /tokens$/i.test(name)
  return counts && /^\d+(\.\d+)?\s?[a-z]{0,7}$/i.test(value)
}
