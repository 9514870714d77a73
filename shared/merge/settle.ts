/** Settling what a merge left open: one side's value is put in place, and the question is gone. */
import { toNumber } from '../basics/convert'
import { fromPointer, isObject, toPointer } from '../basics/json'
import { own } from '../basics/own'
import { type Conflict, type Design, designSchema, emptyDesign } from '../design/design'
import { edit } from '../design/edit'
import { type Of, type Section, sections, thingsIn } from '../design/sections'
import { removeElements } from '../graph/connect'
import { graphOf } from '../graph/graph'
import { namedItems } from './list-items'

/** `current` keeps what the design holds now, be it one of the three or what somebody wrote since. */
export type Choice = 'ours' | 'theirs' | 'base' | 'current'

/**
 * Applies a choice to one of the design's conflicts and takes the conflict out. What the conflict was about may be gone
 * by now; then only the conflict goes. A choice that would leave no valid design changes nothing.
 */
export function settleConflict(design: Design, conflictId: string, choice: Choice): Design {
  const conflict = own(design.conflicts ?? {}, conflictId) as Conflict | undefined
  if (!conflict) return design
  const settled = withoutConflict(design, conflictId)
  if (choice === 'current') return settled
  const next = withValue(settled, conflict, conflict[choice])
  return isValid(next, conflict) ? next : design
}

/** Looks at what a conflict is about only: a design is large, and may have hundreds of them. */
function isValid(design: Design, { of, id }: Conflict): boolean {
  const section = sectionOf(of)
  if (section === undefined || id === undefined) return designSchema.safeParse(design).success
  const { name, format } = design
  const thing = own(thingsIn(design, section), id)
  const part = { ...emptyDesign(name), format, [section]: thing === undefined ? {} : { [id]: thing } }
  return designSchema.safeParse(part).success
}

/** Settles every conflict in the same way, or those that are named. */
export function settleAll(design: Design, choice: Choice, only?: ReadonlySet<string>): Design {
  // What removes a whole thing comes last: references to it that another choice brings back go with it.
  const ids = Object.entries(design.conflicts ?? {})
    .filter(([id]) => only?.has(id) ?? true)
    .map(([id, { pointer }]) => ({ id, whole: pointer === '' }))
    .sort((a, b) => toNumber(a.whole) - toNumber(b.whole) || (a.id < b.id ? -1 : 1))
  return ids.reduce((next, { id }) => settleConflict(next, id, choice), design)
}

/** JSON pointer, in the design as it is now, of what a conflict is about; undefined when nothing is there. */
export function conflictPlace(design: Design, { of, id, pointer }: Conflict): string | undefined {
  const section = sectionOf(of)
  if (section === undefined) return placeIn(design, fromPointer(pointer), [])
  if (id === undefined) return undefined
  const thing = own(thingsIn(design, section), id)
  return thing === undefined ? undefined : placeIn(thing, fromPointer(pointer), [section, id])
}

function placeIn(
  root: unknown,
  path: readonly string[],
  before: readonly (string | number)[],
): string | undefined {
  const place: (string | number)[] = [...before]
  let node = root
  for (const [i, name] of path.entries()) {
    const key: string | number = Array.isArray(node) ? indexOf(node, path[i - 1], name) : name
    node = Array.isArray(node) ? node[key as number] : isObject(node) ? own(node, name) : undefined
    if (node === undefined) return undefined
    place.push(key)
  }
  return toPointer(place)
}

function sectionOf(of: string): Section | undefined {
  return Object.hasOwn(sections, of) ? sections[of as Of] : undefined
}

function withoutConflict(design: Design, conflictId: string): Design {
  const { conflicts = {}, ...rest } = design
  const left = Object.entries(conflicts).filter(([id]) => id !== conflictId)
  return left.length > 0 ? { ...design, conflicts: Object.fromEntries(left) } : (rest as Design)
}

function withValue(design: Design, { of, id, pointer }: Conflict, value: unknown): Design {
  const section = sectionOf(of)
  const path = fromPointer(pointer)
  if (section === undefined) return path.length > 0 ? (withAt(design, path, value) as Design) : design
  if (id === undefined) return design
  if (path.length > 0 && !Object.hasOwn(thingsIn(design, section), id)) return design
  if (section === 'elements' && path.length === 0 && value === undefined) {
    return edit(design, (draft) => removeElements(draft, graphOf(design), new Set([id]))).design
  }
  const there = design[section] ? design : { ...design, [section]: {} }
  return withAt(there, [section, id, ...path], value) as Design
}

/** A copy with another value at a path; undefined takes out what is there. A way that is not there is not made. */
function withAt(node: unknown, path: readonly string[], value: unknown, member = ''): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (Array.isArray(node)) {
    const index = indexOf(node, member, key)
    if (index < 0) return rest.length === 0 && value !== undefined ? [...node, value] : node
    const item = withAt(node[index], rest, value, key)
    return item === undefined ? node.toSpliced(index, 1) : node.with(index, item)
  }
  if (!isObject(node)) return node
  if (rest.length > 0 && !Object.hasOwn(node, key)) return node
  const next = withAt(own(node, key), rest, value, key)
  const entries = Object.entries(node)
  if (next === undefined) return Object.fromEntries(entries.filter(([name]) => name !== key))
  if (!Object.hasOwn(node, key)) return Object.fromEntries([...entries, [key, next]])
  return Object.fromEntries(entries.map(([name, old]) => [name, name === key ? next : old]))
}

/** Where the item of that name is in a list; -1 when it is not. */
function indexOf(list: readonly unknown[], member: string | undefined, name: string): number {
  const items = namedItems(member ?? '', list)
  return items ? [...items.keys()].indexOf(name) : -1
}
