/** What differs between two values, member by member. */
import { isObject, type Segment, sameJson, toPointer } from '../../basics/json'
import { namedItems } from '../../merge/list-items'
import { own } from '../../merge/three-way'

/** A place that differs. */
export interface FieldChange {
  /**
   * JSON pointer; an item of a list that has a name is named by it, as in `/spec/containerDefinitions/name=api/image`,
   * since its index changes with its neighbours.
   */
  readonly pointer: string
  /** Absent where there was nothing. */
  readonly before?: unknown
  /** Absent where nothing is left. */
  readonly after?: unknown
}

/**
 * The deepest members that differ. It goes into objects, and into lists whose items have names; anything else is one
 * change. Another order of members, and of items that have names, is none.
 */
export function changedFields(
  before: unknown,
  after: unknown,
  path: readonly Segment[] = [],
): readonly FieldChange[] {
  if (before === after || sameJson(before, after)) return []
  if (isObject(before) && isObject(after)) return inMembers(before, after, path)
  if (Array.isArray(before) && Array.isArray(after)) {
    const member = String(path.at(-1))
    const [was, is] = [namedItems(member, before), namedItems(member, after)]
    if (was && is) return inMembers(Object.fromEntries(was), Object.fromEntries(is), path)
  }
  const there = (value: unknown, name: 'before' | 'after') => (value === undefined ? {} : { [name]: value })
  return [{ pointer: toPointer(path), ...there(before, 'before'), ...there(after, 'after') }]
}

type Members = Readonly<Record<string, unknown>>

function inMembers(before: Members, after: Members, path: readonly Segment[]): readonly FieldChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap((key) => changedFields(own(before, key), own(after, key), [...path, key]))
}
