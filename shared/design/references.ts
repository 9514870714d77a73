/**
 * References: `@{id}` or `@{id.attribute}` anywhere inside a string. The at sign is there because `${…}`, `<…>` and
 * `{{…}}` are common placeholders in real task definitions and must survive. A literal `@{` is written `@@{`.
 */
import { type JsonObject, type Segment, toPointer } from '../basics/json'
import { memo, memoText } from '../basics/memo'

export interface Reference {
  readonly id: string
  /** Absent: the kind's default attribute. */
  readonly attribute?: string
}

export interface PlacedReference extends Reference {
  /** JSON pointer, in the spec, of the string that holds the reference. */
  readonly pointer: string
}

const TOKEN = /(?<!@)(@+)\{(?:([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.([A-Za-z]+))?\})?/g

/** Writes a reference. */
export function refer(id: string, attribute?: string): string {
  return attribute === undefined ? `@{${id}}` : `@{${id}.${attribute}}`
}

const NONE: readonly Reference[] = []

/** The references in one string, in order. */
export function referencesIn(text: string): readonly Reference[] {
  return text.includes('@{') ? takenApart(text).references : NONE
}

/** Replaces every reference by what `lookup` says, and unescapes the rest. */
export function resolveText(text: string, lookup: (reference: Reference) => string): string {
  if (!text.includes('@{')) return text
  let resolved = ''
  for (const part of takenApart(text).parts) resolved += typeof part === 'string' ? part : lookup(part)
  return resolved
}

/** What stands for itself, unescaped, and the references, in turn as they come. */
export function partsOf(text: string): readonly (string | Reference)[] {
  return text.includes('@{') ? takenApart(text).parts : [text]
}

interface Text {
  /** What stands for itself, unescaped, and references, in turn as they come. */
  readonly parts: readonly (string | Reference)[]
  readonly references: readonly Reference[]
}

/** The same few texts are asked for again and again. */
const takenApart = memoText((text: string): Text => {
  const parts: (string | Reference)[] = []
  const references: Reference[] = []
  let end = 0
  for (const { 0: whole, 1: ats = '', 2: id, 3: attribute, index } of text.matchAll(TOKEN)) {
    parts.push(text.slice(end, index))
    end = index + whole.length
    if (ats.length > 1) parts.push(whole.slice(1))
    else if (id === undefined) parts.push(whole)
    else {
      const reference = { id, ...(attribute === undefined ? {} : { attribute }) }
      parts.push(reference)
      references.push(reference)
    }
  }
  parts.push(text.slice(end))
  return { parts, references }
})

/** Makes foreign text safe to stand in a spec: what looks like a reference there stays text. */
export function escapeText(text: string): string {
  return text.includes('@{') ? text.replace(/(?<!@)@+(?=\{)/g, '@$&') : text
}

/** Renames a reference's target inside one string; other text stays to the letter. */
export function retarget(text: string, rename: (id: string) => string): string {
  if (!text.includes('@{')) return text
  return text.replace(TOKEN, (whole, ats: string, id?: string, attribute?: string) =>
    ats.length > 1 || id === undefined ? whole : refer(rename(id), attribute),
  )
}

/** Every reference in a spec with its place; remembered for as long as the spec object lives. */
export const referencesOf: (spec: object) => readonly PlacedReference[] = memo((spec: object) => {
  const found: PlacedReference[] = []
  walk(spec, [], (text, path) => {
    for (const reference of referencesIn(text)) found.push({ ...reference, pointer: toPointer(path) })
  })
  return found
})

/** Calls `visit` for every string value in a JSON tree. Keys are not looked at. */
export function walk(
  value: unknown,
  path: Segment[],
  visit: (text: string, path: readonly Segment[]) => void,
): void {
  if (typeof value === 'string') visit(value, path)
  if (typeof value !== 'object' || value === null) return
  // The last segment is put in place for each member: this runs over every spec of a design.
  const last = path.length
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      path[last] = i
      walk(value[i], path, visit)
    }
  } else {
    for (const key of Object.keys(value)) {
      path[last] = key
      walk((value as Readonly<Record<string, unknown>>)[key], path, visit)
    }
  }
  path.length = last
}

/** A copy of a JSON tree with every string replaced; parts without a change keep their identity. */
export function mapStrings<T>(value: T, replace: (text: string, path: readonly Segment[]) => string): T {
  return mapTree(value, [], replace) as T
}

function mapTree(
  value: unknown,
  path: Segment[],
  replace: (text: string, path: readonly Segment[]) => string,
): unknown {
  if (typeof value === 'string') return replace(value, path)
  if (typeof value !== 'object' || value === null) return value
  let changed = false
  const under = (key: Segment, item: unknown) => {
    path.push(key)
    const next = mapTree(item, path, replace)
    path.pop()
    if (next !== item) changed = true
    return next
  }
  if (Array.isArray(value)) {
    const list = value.map((item, index) => under(index, item))
    return changed ? list : value
  }
  const entries = Object.entries(value).map(([key, item]) => [key, under(key, item)] as const)
  return changed ? (Object.fromEntries(entries) as JsonObject) : value
}
