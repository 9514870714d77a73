/** What differs between two values, member by member. */
import { toText } from '../../basics/convert'
import { isObject, type Segment, sameJson, toPointer } from '../../basics/json'
import { own } from '../../basics/own'
import { namedItems } from '../../merge/list-items'

/** A place that differs. */
export interface FieldChange {
  /**
   * JSON pointer; an item of a list that has a name is named by it, as in `/spec/containerDefinitions/name=api/image`,
   * since its index changes with its neighbours. `indexed` finds it.
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
  const lists = namedLists(before, after, path)
  if (lists) return inMembers(lists.before, lists.after, path)
  const there = (value: unknown, name: 'before' | 'after') => (value === undefined ? {} : { [name]: value })
  return [{ pointer: toPointer(path), ...there(before, 'before'), ...there(after, 'after') }]
}

type Members = Readonly<Record<string, unknown>>

function inMembers(before: Members, after: Members, path: readonly Segment[]): readonly FieldChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap((key) => changedFields(own(before, key), own(after, key), [...path, key]))
}

/** Two lists by the names of their items. Where one side has no list, each item of the other came or went by itself. */
function namedLists(before: unknown, after: unknown, path: readonly Segment[]) {
  const [was, is] = [before, after].map((list) => itemsOf(toText(path.at(-1)), list))
  if (!was || !is || was.size + is.size === 0) return undefined
  return { before: Object.fromEntries(was), after: Object.fromEntries(is) }
}

const NO_ITEMS: ReadonlyMap<string, unknown> = new Map()

function itemsOf(member: string, list: unknown): ReadonlyMap<string, unknown> | undefined {
  if (list === undefined) return NO_ITEMS
  return Array.isArray(list) ? namedItems(member, list) : undefined
}
