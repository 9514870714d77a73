/** What differs between two states of a design, member by member: for previews of fixes and switches. */
import { isObject, type Segment, sameJson, toPointer } from '../basics/json'
import type { Design } from './design'

export interface Difference {
  /** The element, or the stored connection. */
  readonly id: string
  readonly of: 'element' | 'connection'
  /** JSON pointer in the element's spec; empty for the whole. */
  readonly pointer: string
  /** Undefined where there was nothing. */
  readonly before: unknown
  /** Undefined where nothing is left. */
  readonly after: unknown
}

/** The differences of meaning: places are left out. */
export function differences(before: Design, after: Design): readonly Difference[] {
  return [
    ...inRecord('element', before.elements, after.elements, (element) => element.spec),
    ...inRecord('connection', before.connections, after.connections, (connection) => connection),
  ]
}

function inRecord<T>(
  of: Difference['of'],
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  meaning: (value: T) => unknown,
): readonly Difference[] {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...ids].flatMap((id) => {
    const a = Object.hasOwn(before, id) ? before[id] : undefined
    const b = Object.hasOwn(after, id) ? after[id] : undefined
    if (a === b) return []
    if (a === undefined || b === undefined) return [{ id, of, pointer: '', before: a, after: b }]
    return inValue(meaning(a), meaning(b), []).map((place) => ({ id, of, ...place }))
  })
}

type Place = Pick<Difference, 'pointer' | 'before' | 'after'>

/** Goes into objects, and into lists of the same length; anything else is one difference. */
function inValue(before: unknown, after: unknown, path: readonly Segment[]): readonly Place[] {
  if (before === after || sameJson(before, after)) return []
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return keys.flatMap((key) => inValue(own(before, key), own(after, key), [...path, key]))
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((item, index) => inValue(item, after[index], [...path, index]))
  }
  return [{ pointer: toPointer(path), before, after }]
}

function own(value: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined
}
