/** Every member that a spec has or can have, as the rows of a tree. Pure. */
import { toText } from '../../shared/basics/convert'
import { isObject, valueAt } from '../../shared/basics/json'
import type { Spec } from '../../shared/design/design'
import { child, type Field, isScalar, itemTitle, otherMembers, sectionsOf } from './form-model'

export interface TreeRow {
  readonly pointer: string
  /** 1 for the members of the spec itself. */
  readonly level: number
  readonly field: Field
  /**
   * `value`: one value, a map, or JSON: it has a control. `group` and `list`: members are below it. `new`: the place
   * after the last item of a list.
   */
  readonly type: 'value' | 'group' | 'list' | 'new'
  readonly isSet: boolean
  /** Undefined where there is nothing to open. */
  readonly open: boolean | undefined
  /** Of an item of a list: where it stands. */
  readonly item?: { readonly index: number; readonly count: number }
  /** What an item is called; absent where it has no name. */
  readonly name?: string
  /** The value in short. */
  readonly text: string
}

export interface TreeView {
  /** Pointers of the rows that are open. */
  readonly open: ReadonlySet<string>
  /** Absent: every field. What holds a field that is found shows, too, and is open. */
  readonly finds?: (field: Field) => Found | undefined
  /** Leaves out what is not set. */
  readonly onlySet?: boolean
}

/** Whether the words that were searched for are in its name, or only in what explains it. */
export type Found = 'name' | 'help'

interface Inner extends TreeView {
  /** What holds these fields is meant as a whole, so all of them show. */
  readonly whole?: boolean
}

/** The rows in view, from top to bottom. */
export function treeRows(fields: readonly Field[], spec: Spec, view: TreeView): TreeRow[] {
  return rowsOfMembers(fields, spec, '', 1, view)
}

function rowsOfMembers(
  fields: readonly Field[],
  value: unknown,
  pointer: string,
  level: number,
  view: Inner,
): TreeRow[] {
  const known = sectionsOf(fields).flatMap((section) => section.fields)
  // What the schema does not know is kept as it is written.
  const unknown = otherMembers(fields, value).map((key): Field => ({ key, label: key, type: 'other' }))
  return [...known, ...unknown].flatMap((field) =>
    rowsOfField(field, valueAt(value, child('', field.key)), child(pointer, field.key), level, view),
  )
}

type Place = Pick<TreeRow, 'item' | 'name'>

function rowsOfField(
  field: Field,
  value: unknown,
  pointer: string,
  level: number,
  view: Inner,
  place: Place = {},
): TreeRow[] {
  const isSet = value !== undefined && value !== null
  if (view.onlySet && !isSet) return []
  const type = typeOf(field, value)
  const text = inShort(value)
  // An item that is called by its name need not say it twice.
  const own = {
    pointer,
    level,
    field,
    type,
    isSet,
    ...place,
    text: type !== 'value' && text === place.name ? '' : text,
  }
  const found = view.finds?.(field)
  const shows = !view.finds || view.whole || found !== undefined
  if (type === 'value') return shows ? [{ ...own, open: undefined }] : []
  const opened = view.open.has(pointer)
  if (!view.finds) {
    const inside = opened ? rowsInside(field, value, pointer, level + 1, view) : []
    return [{ ...own, open: opened }, ...inside]
  }
  // While somebody searches, what is found opens what holds it; a group that is called so shows all of its members.
  const whole = opened || found === 'name'
  const inside = rowsInside(field, value, pointer, level + 1, { ...view, whole })
  if (!shows && inside.length === 0) return []
  return [{ ...own, open: inside.length > 0 }, ...inside]
}

function rowsInside(field: Field, value: unknown, pointer: string, level: number, view: Inner): TreeRow[] {
  if (field.type === 'object') return rowsOfMembers(field.fields, value, pointer, level, view)
  return field.type === 'list' ? rowsOfItems(field.item, value, pointer, level, view) : []
}

function rowsOfItems(item: Field, value: unknown, pointer: string, level: number, view: Inner): TreeRow[] {
  const items = Array.isArray(value) ? (value as unknown[]) : []
  const rows = items.flatMap((one, index) => {
    const name = itemTitle(one)
    return rowsOfField(item, one, child(pointer, index), level, view, {
      item: { index, count: items.length },
      ...(name === undefined ? {} : { name }),
    })
  })
  // A search finds the members of an item although there is none yet, but not once more beside those that are there.
  if (view.onlySet || (view.finds && items.length > 0)) return rows
  return [...rows, ...newItem(item, child(pointer, items.length), level, view)]
}

/** The place for another item. Whatever is written into it makes the item. */
function newItem(item: Field, pointer: string, level: number, view: Inner): TreeRow[] {
  const own = { pointer, level, field: item, type: 'new', isSet: false, text: '' } as const
  if (item.type !== 'object') return view.finds && !view.whole ? [] : [{ ...own, open: undefined }]
  const opened = view.open.has(pointer)
  const inside =
    view.finds || opened
      ? rowsOfMembers(item.fields, undefined, pointer, level + 1, { ...view, whole: opened })
      : []
  if (view.finds && !view.whole && inside.length === 0) return []
  return [{ ...own, open: inside.length > 0 }, ...inside]
}

/** A value of another shape than the schema's is one value, written as JSON. */
function typeOf(field: Field, value: unknown): TreeRow['type'] {
  const empty = value === undefined || value === null
  if (field.type === 'object' && (empty || isObject(value))) return 'group'
  if (field.type === 'list' && (empty || Array.isArray(value))) return 'list'
  return 'value'
}

/** Longer values are for the editor. */
const LONGEST = 60

function inShort(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value) || isObject(value)) return containerInShort(value)
  return cut(toText(value))
}

function containerInShort(value: object): string {
  const items = Array.isArray(value) ? value : Object.values(value)
  const simple = items.every((item) => typeof item !== 'object' || item === null)
  if (items.length === 0) return ''
  if (!simple) return Array.isArray(value) ? namesOf(value) : cut(itemTitle(value) ?? '')
  return cut(items.map(toText).join(', '))
}

function namesOf(list: readonly unknown[]): string {
  return cut(list.map((item, index) => itemTitle(item) ?? String(index + 1)).join(', '))
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

/** What stands in a new item of a list before anything is written into it; undefined: it is written by its control. */
export function blankItem(item: Field): object | undefined {
  if (item.type === 'object') return {}
  return item.type === 'list' ? [] : undefined
}

/** The row that holds another one. */
export function parentOf(rows: readonly TreeRow[], index: number): number | undefined {
  const level = rows[index]?.level ?? 1
  for (let i = index - 1; i >= 0; i--) if ((rows[i]?.level ?? 0) < level) return i
  return undefined
}

/** Can the value be written in one line with the row? */
export function isInLine(row: TreeRow): boolean {
  return row.type !== 'group' && row.type !== 'list' && isScalar(row.field)
}
