/**
 * Which elements of two designs are the same: by id, then by the identifier that AWS gave them, then by kind and name,
 * and what has no name by all that is said of it. Never two to one, and the same pairs from either side: whatever comes
 * first is told by texts that both sides have, never by the order of one of them.
 */
import { own } from '../../basics/own'
import { push } from '../../basics/push'
import type { Design, Element } from '../../design/design'
import { mapStrings, referencesOf, retarget } from '../../design/references'
import { writtenName } from '../../elements/kinds'
import { graphOf } from '../../graph/graph'
import { named } from './places'

export interface MatchOptions {
  /** `last`: they were invented, as those of an import are, so names tell more than ids do. */
  readonly ids?: 'first' | 'last'
}

/** Ids of the new design by those of the old one. */
export function matchElements(
  before: Design,
  after: Design,
  { ids = 'first' }: MatchOptions = {},
): ReadonlyMap<string, string> {
  const pairing: Pairing = { before: sideOf(before), after: sideOf(after), matched: new Map() }
  // The spec of one kind means nothing in another.
  const byId = () => pair(pairing, (_, id, { kind }) => `${kind} ${id}`)
  if (ids === 'first') byId()
  for (const name of identifiersIn(pairing)) {
    pair(
      pairing,
      (_, __, { kind, existing }) => existing && own(existing, name) && `${kind} ${existing[name]}`,
    )
  }
  // Of several with a name the one in the same frame is meant.
  pair(pairing, (side, id, element) => nameOf(element) && `${nameKey(element)} in ${frameKey(side, id)}`)
  pair(pairing, (_, __, element) => nameOf(element) && nameKey(element))
  if (ids === 'last') {
    byId()
    byPlace(pairing)
  }
  byContent(pairing)
  pair(pairing, (_, __, element) => (nameOf(element) === undefined ? element.kind : undefined))
  return pairing.matched
}

interface Side {
  readonly design: Design
  /** Not matched yet. */
  readonly free: Set<string>
  /** What those that are matched are called: the same on both sides. */
  readonly known: Map<string, string>
}

interface Pairing {
  readonly before: Side
  readonly after: Side
  readonly matched: Map<string, string>
}

function sideOf(design: Design): Side {
  return { design, free: new Set(Object.keys(design.elements)), known: new Map() }
}

function match({ before, after, matched }: Pairing, old: string, id: string): void {
  matched.set(old, id)
  const name = old === id ? id : [old, id].sort().join('=')
  before.free.delete(old)
  before.known.set(old, name)
  after.free.delete(id)
  after.known.set(id, name)
}

/** What two elements must have in common; undefined: nothing tells. */
type KeyOf = (side: Side, id: string, element: Element) => string | undefined

/**
 * Matches those that only one on each side has the key of; `inOrder`: the first ones of each key, and so on; `first`:
 * one pair only, of the first key in order of its letters.
 */
function pair(pairing: Pairing, keyOf: KeyOf, which: 'single' | 'first' | 'inOrder' = 'single'): number {
  const { before, after, matched } = pairing
  if (before.free.size === 0 || after.free.size === 0) return 0
  const [old, fresh] = [byKey(before, keyOf), byKey(after, keyOf)]
  const size = matched.size
  const keys = [...old.keys()].filter((key) => fresh.has(key))
  const most = which === 'inOrder' ? Number.POSITIVE_INFINITY : 1
  for (const key of which === 'first' ? keys.sort().slice(0, 1) : keys) {
    const [olds, ids] = [old.get(key) ?? [], fresh.get(key) ?? []]
    if (which === 'single' && (olds.length > 1 || ids.length > 1)) continue
    for (const [i, one] of olds.slice(0, most).entries()) {
      const id = ids[i]
      if (id !== undefined) match(pairing, one, id)
    }
  }
  return matched.size - size
}

function byKey(side: Side, keyOf: KeyOf): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>()
  for (const id of side.free) {
    const element = side.design.elements[id]
    const key = element && keyOf(side, id, element)
    if (key) push(ids, key, id)
  }
  return ids
}

/** Names of identifiers that elements which are still to be matched have, in an order of their own. */
function identifiersIn({ before }: Pairing): readonly string[] {
  const names = [...before.free].flatMap((id) => Object.keys(before.design.elements[id]?.existing ?? {}))
  return [...new Set(names)].sort()
}

function nameOf(element: Element): string | undefined {
  return writtenName(element) ?? element.label
}

function nameKey(element: Element): string {
  return `${element.kind} ${nameOf(element) ?? ''}`
}

function frameKey({ design, known }: Side, id: string): string {
  const frame = graphOf(design).parent.get(id)
  const element = frame === undefined ? undefined : design.elements[frame]
  if (frame === undefined || !element) return ''
  const matched = known.get(frame)
  return matched === undefined ? nameKey(element) : `=${matched}`
}

/**
 * What AWS numbers, such as a file system, has no name in a file. It is what the design names at the same place, unless
 * the design knows another number of it.
 */
function byPlace(pairing: Pairing): void {
  const { before, after } = pairing
  for (const [old, id] of pairing.matched) {
    const [was, is] = [before.design.elements[old], after.design.elements[id]]
    if (!was || !is) continue
    const there = new Map(referencesOf(is.spec).map((one) => [named(is.spec, one.pointer), one.id]))
    for (const { id: numbered, pointer } of referencesOf(was.spec)) {
      const target = there.get(named(was.spec, pointer))
      if (target === undefined || !before.free.has(numbered) || !after.free.has(target)) continue
      if (couldBe(before.design.elements[numbered], after.design.elements[target]))
        match(pairing, numbered, target)
    }
  }
}

function couldBe(numbered: Element | undefined, element: Element | undefined): boolean {
  if (!numbered || numbered.kind !== element?.kind || nameOf(numbered) !== undefined) return false
  return Object.keys(numbered.existing ?? {}).every((name) => !Object.hasOwn(element.existing ?? {}, name))
}

/** How many elements are looked at; after that the first of those alike is taken for the first. */
const MOST_LOOKS = 4_000

/**
 * Matches those of which the same is said, by themselves and by others. With each match more is known of what the rest
 * refers to; where several are alike one of them is taken, and the others follow.
 */
function byContent(pairing: Pairing): void {
  const { before, after } = pairing
  if (before.free.size === 0 || after.free.size === 0) return
  const [old, fresh] = [saidOf(before.design), saidOf(after.design)]
  const keyOf: KeyOf = (side, id, element) => contentKey(side, side === before ? old : fresh, id, element)
  for (let looks = 0; looks < MOST_LOOKS; looks += before.free.size + after.free.size) {
    if (pair(pairing, keyOf) === 0 && pair(pairing, keyOf, 'first') === 0) return
  }
  pair(pairing, keyOf, 'inOrder')
}

/** Who says what about an element: the ids of others, each with the place where it names it. */
type Said = ReadonlyMap<string, readonly (readonly [string, string])[]>

function saidOf({ elements, connections }: Design): Said {
  const said = new Map<string, (readonly [string, string])[]>()
  for (const [id, { spec, inside }] of Object.entries(elements)) {
    for (const reference of referencesOf(spec)) push(said, reference.id, [id, reference.pointer])
    if (inside !== undefined) push(said, inside, [id, 'inside'])
  }
  for (const { from, to, meaning } of Object.values(connections)) {
    push(said, to, [from, `from ${meaning}`])
    push(said, from, [to, `to ${meaning}`])
  }
  return said
}

function contentKey({ design, known }: Side, said: Said, id: string, element: Element): string {
  const { kind, label, inside, spec, existing, traits } = element
  // What is not matched yet is told by its kind; what is not there at all by the name that it is given.
  const place = (other: string) =>
    known.get(other) ?? (Object.hasOwn(design.elements, other) ? `?${design.elements[other]?.kind}` : other)
  const written = mapStrings(spec, (text) => retarget(text, place))
  const others = (said.get(id) ?? []).map(([from, at]) => `${place(from)} ${at}`).sort()
  const frame = inside === undefined ? null : place(inside)
  return JSON.stringify([kind, label ?? null, traits ?? null, existing ?? null, frame, written, others])
}
