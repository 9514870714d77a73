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

const TOKEN = /(@+)\{(?:([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.([A-Za-z]+))?\})?/g

/** Writes a reference. */
export function refer(id: string, attribute?: string): string {
  return attribute === undefined ? `@{${id}}` : `@{${id}.${attribute}}`
}

const NONE: readonly Reference[] = []

/** The references in one string, in order. */
export function referencesIn(text: string): readonly Reference[] {
  return text.includes('@{') ? scan(text) : NONE
}

/** Rules ask for the same few texts again and again. */
const scan = memoText((text: string): readonly Reference[] =>
  [...text.matchAll(TOKEN)]
    .filter((token) => token[1] === '@' && token[2] !== undefined)
    .map((token) => ({ id: token[2] as string, ...(token[3] === undefined ? {} : { attribute: token[3] }) })),
)

/** Replaces every reference by what `lookup` says, and unescapes the rest. */
export function resolveText(text: string, lookup: (reference: Reference) => string): string {
  if (!text.includes('@{')) return text
  return text.replace(TOKEN, (whole, ats: string, id?: string, attribute?: string) => {
    if (ats.length > 1) return whole.slice(1)
    if (id === undefined) return whole
    return lookup(attribute === undefined ? { id } : { id, attribute })
  })
}

/** Makes foreign text safe to stand in a spec: what looks like a reference there stays text. */
export function escapeText(text: string): string {
  return text.includes('@{') ? text.replace(/@+(?=\{)/g, '@$&') : text
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
  else if (typeof value === 'object' && value !== null) {
    const entries: Iterable<[Segment, unknown]> = Array.isArray(value)
      ? value.entries()
      : Object.entries(value)
    for (const [key, item] of entries) {
      path.push(key)
      walk(item, path, visit)
      path.pop()
    }
  }
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
