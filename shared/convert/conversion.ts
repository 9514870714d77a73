/** What a conversion says of every member: what it became, or that it has no counterpart and what to do instead. */
import { isObject, toPointer, valueAt } from '../basics/json'
import type { Spec } from '../design/design'
import type { Text } from '../texts/text'

export interface Row {
  /** `same`: means the same there. `changed`: means nearly the same. `lost`: has no counterpart. */
  readonly kind: 'same' | 'changed' | 'lost'
  /** The element that it is read from. */
  readonly element: string
  /** JSON pointer of it there. */
  readonly pointer: string
  readonly value: unknown
  /** What it became; absent when it is lost. */
  readonly to?: Place
  /** What is different, and what to do. */
  readonly note?: Text
}

/** A member of what is being made. */
export interface Place {
  /** What the object is called on its side: `Deployment`, `Task definition`. */
  readonly object: string
  readonly pointer: string
  readonly value: unknown
}

/** The spec of an element that is read member by member. */
export interface Source {
  readonly element: string
  readonly spec: Spec
}

/** Rows, and which members have one. */
export interface Tracker {
  readonly rows: Row[]
  readonly sources: Source[]
  readonly told: Map<string, Set<string>>
}

export function newTracker(): Tracker {
  return { rows: [], sources: [], told: new Map() }
}

/** Begins to read an element: each of its members gets a row, in the end. */
export function source(tracker: Tracker, element: string, spec: Spec): Source {
  const made = { element, spec }
  tracker.sources.push(made)
  if (!tracker.told.has(element)) tracker.told.set(element, new Set())
  return made
}

function tell(tracker: Tracker, from: Source, pointer: string, row: Pick<Row, 'kind' | 'to' | 'note'>): void {
  const value = valueAt(from.spec, pointer)
  if (value === undefined) return
  tracker.told.get(from.element)?.add(pointer)
  tracker.rows.push({ ...row, element: from.element, pointer, value })
}

/** A member that means the same there, or nearly so, which the note then tells. */
export function became(
  tracker: Tracker,
  from: Source,
  pointer: string,
  [object, place, value]: readonly [object: string, pointer: string, value: unknown],
  note?: Text,
): void {
  const to = { object, pointer: place, value }
  tell(tracker, from, pointer, note === undefined ? { kind: 'same', to } : { kind: 'changed', to, note })
}

/** A member without a counterpart. */
export function lost(tracker: Tracker, from: Source, pointer: string, note: Text): void {
  tell(tracker, from, pointer, { kind: 'lost', note })
}

/** A member that says what the other side does by itself; it needs no row. */
export function implied(tracker: Tracker, from: Source, ...pointers: readonly string[]): void {
  for (const pointer of pointers) tracker.told.get(from.element)?.add(pointer)
}

/** Tells of each member that nobody has told of, so that nothing is lost without a word. */
export function tellRest(tracker: Tracker, note: Text): void {
  for (const from of tracker.sources) {
    const told = tracker.told.get(from.element) ?? new Set()
    for (const pointer of untold(from.spec, [], told)) lost(tracker, from, pointer, note)
  }
}

function untold(
  value: unknown,
  path: readonly (string | number)[],
  told: ReadonlySet<string>,
): readonly string[] {
  const pointer = toPointer(path)
  if (told.has(pointer) || isNothing(value)) return []
  const within = [...told].some((one) => one.startsWith(`${pointer}/`))
  if (!within)
    return path.length === 0 ? members(value).flatMap(([key, item]) => untold(item, [key], told)) : [pointer]
  return members(value).flatMap(([key, item]) => untold(item, [...path, key], told))
}

function members(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return [...value.entries()]
  return isObject(value) ? Object.entries(value) : []
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}
