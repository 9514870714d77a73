/**
 * Three-way merge of designs, by element and member: what one side changed is taken from it, what both changed
 * differently is a conflict. The merged design is valid and holds ours there; what is open stays in its `conflicts`, so
 * that a file can be merged by git and settled in the app.
 */
import { fromPointer, isObject, type Segment, sameJson, toPointer } from '../basics/json'
import { own } from '../basics/own'
import { freeId, slug } from '../basics/slug'
import type { Conflict, Design, Element, StoredConnection } from '../design/design'
import { type Of, ofSection, type Section, type Things, thingsIn } from '../design/sections'
import { withoutCollisions } from './collisions'
import { mergedOrder } from './order'
import { mergePlace } from './places'
import { type Sides, stillUsed } from './still-used'
import { mergeThread } from './threads'
import { identical, mergeValue, type Trio } from './three-way'

export interface Merged {
  readonly design: Design
  /** What this merge could not decide, by its id; the design has them in its own `conflicts`. */
  readonly conflicts: Readonly<Record<string, Conflict>>
}

/** Brings two changed copies of a design together; `base` is what both began with, an empty design if nobody knows. */
export function mergeDesigns(base: Design, ours: Design, theirs: Design): Merged {
  if (identical(ours, theirs) || identical(theirs, base)) return { design: ours, conflicts: {} }
  if (identical(ours, base)) return { design: theirs, conflicts: {} }
  const sides: Sides = { base, ours, theirs: withoutCollisions(base, ours, theirs) }
  const found: Conflict[] = []
  const things = mergeThings(sides, found)
  const members = mergedOrder(Object.keys(base), Object.keys(ours), Object.keys(theirs))
    .filter((member) => member !== 'conflicts')
    .flatMap((member) => {
      const value = ofSection(member) ? things[member as Section] : mergeMember(sides, member, found)
      return value === undefined ? [] : [[member, value] as const]
    })
  const open = mergeOpen(sides)
  const conflicts = named(found, open)
  const all = { ...open, ...conflicts }
  if (Object.keys(all).length > 0) members.push(['conflicts', all])
  return { design: Object.fromEntries(members) as Design, conflicts }
}

/** A member of the document that holds no things: its name, the Region, what a newer version or another tool wrote. */
function mergeMember(sides: Sides, member: string, found: Conflict[]): unknown {
  const { base, ours, theirs } = sides
  const trio = { base: own(base, member), ours: own(ours, member), theirs: own(theirs, member) }
  return mergeValue(trio, [member], (path, clash) => found.push(conflictOf('design', undefined, path, clash)))
}

type MergedThings = Readonly<Partial<Record<Section, Things>>>

function mergeThings(sides: Sides, found: Conflict[]): MergedThings {
  const kept = new Map<string, 'ours' | 'theirs'>()
  const clean = mergeSection(sides, 'elements', (id, trio) => {
    const element = mergeThing('element', id, trio, found)
    if (element !== undefined && lone(trio)) kept.set(id, trio.ours === undefined ? 'theirs' : 'ours')
    return element
  }) as Record<string, Element>
  const lines = mergeSection(sides, 'connections', (id, trio) =>
    mergeThing('connection', id, trio, found),
  ) as Record<string, StoredConnection>
  const used = stillUsed(sides, clean, lines, found)
  for (const [id, has] of used) {
    kept.set(id, has)
    found.push(conflictOf('element', id, [], trioOf(sides, 'elements', id)))
  }
  const elements = { ...clean, ...pick(used, (id, has) => sides[has].elements[id]) }
  const place = (of: Of) => (id: string, trio: Trio) => {
    const has = kept.get(id)
    if (has !== undefined) return trio[has]
    if (lone(trio) && Object.hasOwn(elements, id) && !identical(trio.ours ?? trio.theirs, trio.base)) {
      return trio.ours ?? trio.theirs
    }
    return mergePlace(trio, (path, clash) => found.push(conflictOf(of, id, path, clash)))
  }
  return {
    elements,
    connections: { ...lines, ...linesOf(kept, sides, elements, lines) },
    waivers: mergeOptional(sides, 'waivers', (id, trio) => mergeThing('waiver', id, trio, found)),
    threads: mergeOptional(sides, 'threads', (id, trio) =>
      mergeThread(trio, (path, clash) => found.push(conflictOf('thread', id, path, clash))),
    ),
    approvals: mergeOptional(sides, 'approvals', (id, trio) => mergeThing('approval', id, trio, found)),
    layout: mergeSection(sides, 'layout', place('place')),
    networkLayout: mergeOptional(sides, 'networkLayout', place('network-place')),
    routes: mergeOptional(sides, 'routes', (id, trio) =>
      mergePlace(trio, (path, clash) => found.push(conflictOf('route', id, path, clash))),
    ),
  } as MergedThings
}

/** The lines that went with an element which stays now, as the side has them that kept it. */
function linesOf(
  kept: ReadonlyMap<string, 'ours' | 'theirs'>,
  sides: Sides,
  elements: Things,
  lines: Things,
): Things {
  const back: [string, StoredConnection][] = []
  for (const side of new Set(kept.values())) {
    for (const [id, line] of Object.entries(sides[side].connections)) {
      const touches = kept.get(line.from) === side || kept.get(line.to) === side
      const ends = Object.hasOwn(elements, line.from) && Object.hasOwn(elements, line.to)
      if (touches && ends && !Object.hasOwn(lines, id)) back.push([id, line])
    }
  }
  return Object.fromEntries(back)
}

function pick(
  ids: ReadonlyMap<string, 'ours' | 'theirs'>,
  from: (id: string, side: 'ours' | 'theirs') => Element | undefined,
): Record<string, Element> {
  const found = [...ids].map(([id, side]) => [id, from(id, side)] as const)
  return Object.fromEntries(found.filter((entry): entry is [string, Element] => entry[1] !== undefined))
}

/** Only one side has it, and it is not new. */
function lone({ base, ours, theirs }: Trio): boolean {
  return base !== undefined && (ours === undefined) !== (theirs === undefined)
}

/** What one side removed and the other changed stays until somebody decides. */
function mergeThing(of: Of, id: string, trio: Trio, found: Conflict[]): unknown {
  const left = trio.ours ?? trio.theirs
  if (lone(trio) && !sameJson(left, trio.base)) {
    found.push(conflictOf(of, id, [], trio))
    return left
  }
  if (of === 'element' && otherKind(trio)) return mergeWhole(of, id, trio, found)
  return mergeValue(trio, [], (path, clash) => found.push(conflictOf(of, id, path, clash)))
}

/** The spec of one kind means nothing in another, so their members are not mixed. */
function otherKind({ ours, theirs }: Trio): boolean {
  return isObject(ours) && isObject(theirs) && ours.kind !== theirs.kind
}

function mergeWhole(of: Of, id: string, trio: Trio, found: Conflict[]): unknown {
  const { base, ours, theirs } = trio
  if (sameJson(theirs, base)) return ours
  if (sameJson(ours, base)) return theirs
  found.push(conflictOf(of, id, [], trio))
  return ours
}

type MergeItem = (id: string, trio: Trio) => unknown

function mergeSection({ base, ours, theirs }: Sides, section: Section, mergeItem: MergeItem): Things {
  const [was, mine, other] = [base, ours, theirs].map((design) => Object.keys(thingsIn(design, section)))
  const items = mergedOrder(was ?? [], mine ?? [], other ?? []).flatMap((id) => {
    const item = mergeItem(id, trioOf({ base, ours, theirs }, section, id))
    return item === undefined ? [] : [[id, item] as const]
  })
  return Object.fromEntries(items)
}

/** A section that a design need not have. */
function mergeOptional(sides: Sides, section: Section, mergeItem: MergeItem): Things | undefined {
  const things = mergeSection(sides, section, mergeItem)
  return Object.keys(things).length > 0 || sides.ours[section] ? things : undefined
}

function trioOf({ base, ours, theirs }: Sides, section: Section, id: string): Trio {
  const [was, mine, other] = [base, ours, theirs].map((design) => own(thingsIn(design, section), id))
  return { base: was, ours: mine, theirs: other }
}

/** Conflicts of an earlier merge that neither side has settled. */
function mergeOpen({ base, ours, theirs }: Sides): Record<string, Conflict> {
  const [was, mine, other] = [base, ours, theirs].map((design) => design.conflicts ?? {}) as [
    Record<string, Conflict>,
    Record<string, Conflict>,
    Record<string, Conflict>,
  ]
  const open = { ...pickOpen(mine, (id) => !Object.hasOwn(was, id) || Object.hasOwn(other, id)) }
  for (const [id, conflict] of Object.entries(other)) {
    if (Object.hasOwn(open, id) && identical(open[id], conflict)) continue
    if (Object.hasOwn(was, id)) continue
    open[freeId(id, (taken) => Object.hasOwn(open, taken))] = conflict
  }
  return open
}

function pickOpen(
  record: Readonly<Record<string, Conflict>>,
  keep: (id: string) => boolean,
): Record<string, Conflict> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => keep(id)))
}

function conflictOf(of: string, id: string | undefined, path: readonly Segment[], trio: Trio): Conflict {
  const values = Object.entries(trio).filter(([, value]) => value !== undefined)
  return { of, ...(id !== undefined && { id }), pointer: toPointer(path), ...Object.fromEntries(values) }
}

/** Gives each a readable id that is free, `orders-task-api-image`. Which one does not depend on who merges. */
function named(
  found: readonly Conflict[],
  taken: Readonly<Record<string, Conflict>>,
): Record<string, Conflict> {
  const byId: Record<string, Conflict> = {}
  const key = ({ of, id = '', pointer }: Conflict) => [of, id, pointer].join(' ')
  for (const conflict of [...found].sort((a, b) => (key(a) < key(b) ? -1 : 1))) {
    const wanted = slug(nameOf(conflict), 'conflict')
    byId[freeId(wanted, (id) => Object.hasOwn(byId, id) || Object.hasOwn(taken, id))] = conflict
  }
  return byId
}

/** The thing, the named items on the way, and the member. */
function nameOf({ id = 'design', pointer }: Conflict): string {
  const path = fromPointer(pointer)
  const items = path.slice(0, -1).flatMap((name) => /=([^,]*)/.exec(name)?.[1] ?? [])
  return [id, ...items, path.at(-1)?.replace(/^\w+=/, '') ?? ''].join(' ')
}
