/** Joins what a format keeps in a design beside its elements, such as the sections of a template: it comes out again. */
import { isObject, sameJson } from '../basics/json'
import { type Design, designSchema } from '../design/design'

/** A place of the design's loose members, such as `imported`, `cloudFormation`, `Parameters`, `VpcId`. */
export type MemberPath = readonly string[]

export interface MergedMembers {
  /** Members of the design that are new or changed. */
  readonly members: Readonly<Record<string, unknown>>
  /** Where the import has something else than the design, which counts. */
  readonly left: readonly MemberPath[]
}

const OWN: ReadonlySet<string> = new Set(Object.keys(designSchema.shape))

/** The loose members of a design with those of an import; `renamed` puts the import's references right. */
export function mergedMembers(design: Design, incoming: Design, renamed: <T>(value: T) => T): MergedMembers {
  const members: Record<string, unknown> = {}
  const left: MemberPath[] = []
  for (const [name, value] of Object.entries(incoming)) {
    if (OWN.has(name)) continue
    const before = design[name]
    const merged = before === undefined ? renamed(value) : joined(before, renamed(value), [name], left)
    if (!sameJson(merged, before)) members[name] = merged
  }
  return { members, left }
}

/** What has a name in a section of a template is one thing: two that differ are never mixed. */
const NAMED = 4

/** The first with what the second has beside it; where they differ, the first counts, and the place is left. */
export function joined(before: unknown, added: unknown, path: MemberPath, left: MemberPath[]): unknown {
  if (Array.isArray(before) && Array.isArray(added))
    return [...before, ...added.filter((item) => !before.some((one) => sameJson(one, item)))]
  if (path.length < NAMED && isObject(before) && isObject(added)) {
    const both = Object.entries(added).map(([key, value]) => {
      const known = Object.hasOwn(before, key)
      return [key, known ? joined(before[key], value, [...path, key], left) : value] as const
    })
    return { ...before, ...Object.fromEntries(both) }
  }
  if (!sameJson(before, added)) left.push(path)
  return before
}
