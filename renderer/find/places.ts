/** What of an element can be found, and where it stands. Values that may be secret are never among it. */
import { type Segment, toPointer } from '../../shared/basics/json'
import { memo } from '../../shared/basics/memo'
import type { Element } from '../../shared/design/design'
import { kindOf } from '../../shared/elements/kinds'
import { type SearchText, searchText } from '../search/match'

/** What kind of thing a place is; the strings have a word for each. */
export type FindField =
  | 'name'
  | 'type'
  | 'id'
  | 'image'
  | 'port'
  | 'arn'
  | 'identifier'
  | 'variable'
  | 'description'
  | 'text'

export interface Place {
  readonly field: FindField
  readonly value: string
}

/** A place ready to be searched. */
export interface IndexedPlace extends Place {
  readonly text: SearchText
}

/** The places of one thing that can be selected: an element, or a row of its card. */
export interface Unit {
  /** The row's JSON pointer. */
  readonly row?: string
  /** As they are written, references included. */
  readonly places: readonly IndexedPlace[]
}

/** Makes a place searchable. */
export function indexed(field: FindField, value: string): IndexedPlace {
  return { field, value, text: searchText(value) }
}

const PORT = /port(range)?$/i
const IMAGE = /^image$/i
const DESCRIPTION = /description$/i
const ARN = /^arn:[a-z-]+:/
/** Lists of name and value: the names are for everyone, the values may be secret. */
const VARIABLES = new Set(['environment', 'env', 'secrets'])
/** Settings of log drivers, logins to log services among them. */
const MAYBE_SECRET = new Set(['options'])

/** An element's own places first, then those of each row. Without its name and its type, which need the design. */
export const unitsOf: (element: Element) => readonly Unit[] = memo((element: Element): readonly Unit[] => {
  const rows = kindOf(element.kind)?.rows?.(element.spec) ?? []
  const own: IndexedPlace[] = []
  const byRow = new Map(rows.map(({ pointer, name }) => [pointer, [indexed('name', name)]]))
  if (element.label !== undefined) own.push(indexed('text', element.label))
  for (const value of Object.values(element.existing ?? {})) {
    own.push(indexed(ARN.test(value) ? 'arn' : 'identifier', value))
  }
  visit(element.spec, [], (value, path) => {
    const field = fieldOf(element.kind, value, path)
    if (field === undefined) return
    const pointer = rows.length === 0 ? '' : toPointer(path)
    const row = rows.find((one) => pointer.startsWith(`${one.pointer}/`))
    const places = row ? byRow.get(row.pointer) : own
    places?.push(indexed(field, value))
  })
  return [{ places: own }, ...[...byRow].map(([row, places]) => ({ row, places }))]
})

function fieldOf(kind: string, value: string, path: readonly Segment[]): FindField | undefined {
  const name = String(path.at(-1))
  const list = String(path.at(-3))
  if (VARIABLES.has(list)) return name === 'name' ? 'variable' : name === 'valueFrom' ? arn(value) : undefined
  if (path.some((segment) => MAYBE_SECRET.has(String(segment)))) return undefined
  if (kind === 'note' && name === 'text') return 'text'
  if (IMAGE.test(name)) return 'image'
  if (PORT.test(name)) return 'port'
  if (DESCRIPTION.test(name)) return 'description'
  return arn(value)
}

function arn(value: string): FindField | undefined {
  return ARN.test(value) ? 'arn' : undefined
}

/** Calls `found` for every text and number of a JSON tree; the path is its own only during the call. */
function visit(
  value: unknown,
  path: Segment[],
  found: (value: string, path: readonly Segment[]) => void,
): void {
  if (typeof value === 'string' || typeof value === 'number') found(String(value), path)
  if (typeof value !== 'object' || value === null) return
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value)
  for (const [key, member] of entries) {
    path.push(key)
    visit(member, path, found)
    path.pop()
  }
}
