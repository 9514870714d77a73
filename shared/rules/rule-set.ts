/** Which rules this program has: an approval says with which ones a design was checked. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { rules } from './registry'

/** How many rules there are, and a short hash of what they are: `467-3f9a0c12`. Another text of a rule is another set. */
export function ruleSetVersion(): string {
  version ??= `${rules.length}-${bytesToHex(sha256(utf8ToBytes(told()))).slice(0, 8)}`
  return version
}

let version: string | undefined

function told(): string {
  return rules
    .map(({ id, severity, title }) => `${id} ${severity} ${title}`)
    .sort()
    .join('\n')
}
