/** A changed value as one short text, without what looks like a secret. */
import { visible } from '../../basics/characters'
import { toText } from '../../basics/convert'
import { fromPointer, isObject } from '../../basics/json'
import { own } from '../../basics/own'
import { cut } from '../../basics/quote'
import type { Design } from '../../design/design'
import { readable } from '../../figures/figure-of'
import { graphOf } from '../../graph/graph'
import { listIdentities } from '../../merge/list-identities'
import { hideSecrets } from '../../rules/secrets/hide-secrets'

const LONGEST = 120

/** References by the names of what they name, lists with commas, objects by their members as AWS calls them. */
export function valueText(design: Design, pointer: string, value: unknown): string {
  const shown = withoutSecrets(pointer, value)
  const text = textOf(withoutName(pointer, shown))
  return cut(
    visible(readable(graphOf(design), text))
      .replace(/\s+/g, ' ')
      .trim(),
    LONGEST,
  )
}

/** A value without what looks like a secret; what it is called may stand in the pointer. */
export function withoutSecrets(pointer: string, value: unknown): unknown {
  const path = fromPointer(pointer)
  const last = path.at(-1) ?? ''
  const item = /^(?:name|Name|key|Key)=(.*)$/s.exec(path.at(-2) ?? '')?.[1]
  return hideSecrets(value, last.toLowerCase() === 'value' && item !== undefined ? item : last)
}

/** An item of a list is named by its place already. */
function withoutName(pointer: string, value: unknown): unknown {
  const [member = '', key = ''] = fromPointer(pointer).slice(-2)
  const identity = own(listIdentities, member)
  if (identity === 'set' && value !== undefined) return ''
  if (!isObject(value) || !Array.isArray(identity) || !key.includes('=')) return value
  const names = new Set(identity.flatMap((names: string) => names.split('|')))
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.has(name)))
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map((item) => textOf(item)).join(', ')
  if (!isObject(value)) return toText(value)
  const members = Object.entries(value)
  const [only] = members
  if (only && members.length === 1 && typeof only[1] !== 'object') return toText(only[1])
  return members.map(([key, member]) => memberText(key, member)).join(', ')
}

function memberText(key: string, value: unknown): string {
  return typeof value === 'object' && value !== null
    ? `${key} (${textOf(value)})`
    : `${key}: ${textOf(value)}`
}
