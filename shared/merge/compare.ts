/** What differs between two states of a design, member by member, as far as it means something. */
import { isObject, type Segment, sameJson, toPointer } from '../basics/json'
import type { Conflict, Design } from '../design/design'
import { ofSection, sections, type Things, thingsIn } from '../design/sections'
import { namedItems } from './list-items'
import { own } from './three-way'

/** A place that differs; named as in a `Conflict`. */
export interface Change extends Pick<Conflict, 'of' | 'id' | 'pointer'> {
  /** Absent where there was nothing. */
  readonly before?: unknown
  /** Absent where nothing is left. */
  readonly after?: unknown
}

/** Where boxes and lines are drawn: it means nothing to AWS. */
const DRAWN: ReadonlySet<string> = new Set(['place', 'network-place', 'route'])

/** Does a change only move something on the canvas? */
export function isDrawn({ of }: Pick<Change, 'of'>): boolean {
  return DRAWN.has(of)
}

/** Every change, those of the document first. Another order of members, and of items that have names, is none. */
export function changes(before: Design, after: Design): readonly Change[] {
  const members = keysOf(before, after).filter((member) => ofSection(member) === undefined)
  const ofDocument = members.flatMap((member) =>
    inValue(own(before, member), own(after, member), [member]).map((change) => ({ of: 'design', ...change })),
  )
  const ofThings = Object.entries(sections).flatMap(([of, section]) => {
    const [was, is] = [thingsIn(before, section), thingsIn(after, section)]
    return keysOf(was, is).flatMap((id) =>
      inValue(own(was, id), own(is, id), []).map((change) => ({ of, id, ...change })),
    )
  })
  return [...ofDocument, ...ofThings]
}

function keysOf(a: object, b: object): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
}

type Place = Pick<Change, 'pointer' | 'before' | 'after'>

/** Goes into objects, and into lists whose items have names; anything else is one change. */
function inValue(before: unknown, after: unknown, path: readonly Segment[]): readonly Place[] {
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

function inMembers(before: Things, after: Things, path: readonly Segment[]): readonly Place[] {
  return keysOf(before, after).flatMap((key) => inValue(own(before, key), own(after, key), [...path, key]))
}
