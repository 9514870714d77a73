/** Values that look like secrets, out of what is shown or printed. */
import { isObject } from '../../basics/json'
import { isPlainSecret, isUrlWithPassword } from './plain-text'

/** Stands for a secret; its length says nothing about it. */
export const HIDDEN = '••••••••'

/** Members of AWS's own calls that tell one call from another, or say how tokens are asked for. */
const NO_SECRETS: ReadonlySet<string> = new Set(
  'CreationToken clientToken ClientToken clientRequestToken ClientRequestToken HttpTokens'.split(' '),
)

/**
 * A copy of a JSON value without the texts that look like secrets; parts without any keep their identity.
 * @param name of the variable or member that holds the value
 */
export function hideSecrets(value: unknown, name = ''): unknown {
  if (NO_SECRETS.has(name)) return value
  if (typeof value === 'string') {
    return isPlainSecret(name, value) || isUrlWithPassword(value) ? HIDDEN : value
  }
  if (Array.isArray(value)) {
    const items = value.map((item, i) => hideArgument(item, value[i - 1]))
    return items.some((item, i) => item !== value[i]) ? items : value
  }
  if (!isObject(value)) return value
  // `{ "name": "DB_PASSWORD", "value": "…" }`: what it is called stands beside it.
  const called = [value.name, value.Name, value.key, value.Key].find((text) => typeof text === 'string')
  const entries = Object.entries(value).map(([key, member]) => {
    const isValue = key === 'value' || key === 'Value'
    return [key, hideSecrets(member, isValue && typeof called === 'string' ? called : key)] as const
  })
  return entries.some(([key, member]) => member !== value[key]) ? Object.fromEntries(entries) : value
}

/** An item of a list, which may be an argument of a command: `--password`, `hunter2` or `--password=hunter2`. */
function hideArgument(item: unknown, before: unknown): unknown {
  if (typeof item !== 'string') return hideSecrets(item)
  const [, option = '', value] = /^(--?[\w.-]+)=(.*)$/s.exec(item) ?? []
  if (value !== undefined) {
    const hidden = hideSecrets(value, nameOf(option))
    return hidden === value ? hideSecrets(item) : `${option}=${hidden}`
  }
  const named = typeof before === 'string' && /^--?[\w.-]+$/.test(before) && !item.startsWith('-')
  return hideSecrets(item, named ? nameOf(before) : '')
}

function nameOf(option: string): string {
  return option.replace(/^-+/, '')
}
