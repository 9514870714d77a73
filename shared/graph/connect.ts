/**
 * Drawing and erasing lines and nesting. Both end in a spec wherever a spec can hold the fact, so the picture and the
 * JSON never disagree.
 */
import { removePruned, setAt, valueAt } from '../basics/json'
import { freeId } from '../basics/slug'
import type { DesignDraft } from '../design/edit'
import { refer, referencesIn, resolveText } from '../design/references'
import type { FreeLink, Kind, MutableSpec, Relation } from '../elements/kind'
import { displayName, kindOf, labelOf } from '../elements/kinds'
import { type MeaningId, meaningOf } from '../elements/meanings'
import { kinds } from '../elements/registry'
import { capitalized, english, lowered, type Phrase, say, type Text, term } from '../texts/text'
import type { Connection } from './connection'
import type { Graph } from './graph'
import { addElement } from './new-element'

/** One thing that a line between two elements could mean. */
export interface Candidate {
  /** The element whose spec will hold the reference, or the start of a stored connection. */
  readonly from: string
  readonly to: string
  readonly meaning: MeaningId
  readonly relation?: Relation
  readonly link?: FreeLink
  /** What a line that is stored says, where somebody wrote it. */
  readonly label?: string
  /** The kind that will stand between them: a load balancer reaches a service through a target group. */
  readonly via?: Kind
}

/** Everything that a line between two elements can mean, in either direction; those that nest come last. */
export function candidates(graph: Graph, a: string, b: string): Candidate[] {
  if (a === b) return []
  const both = [...oneWay(graph, a, b), ...oneWay(graph, b, a)]
  const nests = (c: Candidate) => (c.relation !== undefined && c.relation.draw !== 'line' ? 1 : 0)
  return both.sort((x, y) => nests(x) - nests(y))
}

function oneWay(graph: Graph, from: string, to: string): Candidate[] {
  const source = graph.element(from)
  const target = graph.element(to)
  const kind = source && kindOf(source.kind)
  if (!kind || !target) return []
  const fits = (kinds: readonly string[]) => kinds.includes(target.kind) || kinds.includes('*')
  return [
    ...kind.relations
      .filter((relation) => relation.drawable !== false && fits(relation.to))
      .map((relation) => ({ from, to, meaning: relation.meaning, relation })),
    ...(kind.links ?? [])
      .filter((link) => fits(link.to))
      .map((link) => ({ from, to, meaning: link.meaning, link })),
    ...kinds
      .filter(({ join }) => join?.from.includes(source.kind) && join.to.includes(target.kind))
      .map((via) => ({ from, to, meaning: via.join?.meaning ?? 'forwards', via })),
  ]
}

/** Why no line can be drawn between two elements, in one sentence for the pointer; undefined when one can. */
export function refusal(graph: Graph, a: string, b: string): Text | undefined {
  if (candidates(graph, a, b).length > 0) return undefined
  const label = (id: string) => {
    const element = graph.element(id)
    return element ? labelOf(element.kind) : id
  }
  if (a === b) return 'An element can’t be connected to itself.'
  return say`Nothing connects ${aOrAn(label(a))} with ${aOrAn(label(b))} directly.`
}

/** By the sound: an abbreviation is read letter by letter (“an SQS queue”), NAT is read as a word. */
function aOrAn(label: Text): Phrase {
  const words = english(label)
  const spelled = /^[A-Z][A-Z0-9]/.test(words) && !words.startsWith('NAT')
  const vowel = spelled ? /^[AEFHILMNORSX]/.test(words) : /^(?:[aeio]|u(?!s))/i.test(words)
  return vowel ? say`an ${label}` : say`a ${label}`
}

/**
 * Draws a line. Returns the reason when the kind refuses (the design may then be left half changed: use `edit` and drop
 * the result).
 */
export function connect(draft: DesignDraft, candidate: Candidate, row?: string): Text | undefined {
  const { from, to, relation, meaning, via } = candidate
  const source = draft.elements[from]
  const target = draft.elements[to]
  if (!source || !target) return 'One end of the line is gone.'
  if (via) return connectThrough(draft, via, from, to)
  if (!relation) {
    const id = freeId(`${from}-${meaning}-${to}`, (taken) => Object.hasOwn(draft.connections, taken))
    const { label } = candidate
    draft.connections[id] = { from, to, meaning, ...(label === undefined ? {} : { label }) }
    return undefined
  }
  const reference = refer(to, relation.attribute)
  if (relation.connect) {
    return relation.connect(source.spec as MutableSpec, {
      target,
      name: displayName(to, target),
      design: draft,
      reference,
      ...(row === undefined ? {} : { row }),
    })
  }
  if (relation.path.includes('*')) {
    const list = valueAt(source.spec, relation.path.replace(/\/\*$/, ''))
    if (Array.isArray(list) && list.includes(reference)) return 'They are connected already.'
    setAt(source.spec, relation.path.replace(/\*$/, '-'), reference)
    return undefined
  }
  setAt(source.spec, relation.path, reference)
  return undefined
}

/** Makes what stands between two elements, and connects it with both. */
function connectThrough(draft: DesignDraft, via: Kind, from: string, to: string): Text | undefined {
  const source = draft.elements[from]
  const target = draft.elements[to]
  const middle = addElement(draft, via.kind, `${to}-${via.join?.named ?? via.kind}`)
  const made = draft.elements[middle]
  if (!source || !target || !made) return 'One end of the line is gone.'
  via.join?.prepare?.(made.spec as MutableSpec, source, target)
  via.join?.settle?.(source.spec as MutableSpec, target)
  const leads = via.relations.some(
    ({ to: kinds, drawable }) => drawable !== false && kinds.includes(target.kind),
  )
  return (
    connectBy(draft, from, middle) ?? (leads ? connectBy(draft, middle, to) : connectBy(draft, to, middle))
  )
}

/** Draws the first line that a relation allows between the two kinds, and returns what `connect` does. */
export function connectBy(draft: DesignDraft, from: string, to: string, row?: string): Text | undefined {
  const kind = draft.elements[to]?.kind ?? ''
  const relation = kindOf(draft.elements[from]?.kind ?? '')?.relations.find(
    (each) => each.drawable !== false && each.to.includes(kind),
  )
  return relation ? connect(draft, link(from, to, relation), row) : 'Nothing connects these two.'
}

/** Erases a line; the elements stay. */
export function disconnect(draft: DesignDraft, connection: Connection): void {
  const { pointer, relation, from, id } = connection
  forgetRoute(draft, id)
  if (pointer === undefined || !relation) {
    delete draft.connections[id]
    return
  }
  const source = draft.elements[from]
  // With several lines erased at once, an earlier one may have taken this one's place along.
  const there = source && valueAt(source.spec, pointer)
  if (!source || (relation.selects ? there === undefined : !refersTo(there, connection.to))) return
  if (relation.disconnect) relation.disconnect(source.spec as MutableSpec, pointer, connection.to)
  else removePruned(source.spec, pointer)
}

/** Drops the way that somebody bent a line to. */
function forgetRoute(draft: DesignDraft, line: string): void {
  if (draft.routes?.[line] === undefined) return
  delete draft.routes[line]
  if (Object.keys(draft.routes).length === 0) delete draft.routes
}

function refersTo(text: unknown, id: string): boolean {
  return typeof text === 'string' && referencesIn(text).some((reference) => reference.id === id)
}

/** How an element comes to be drawn in a frame, or why it can't. */
export type Placement =
  | { readonly ok: true; readonly candidate?: Candidate }
  | { readonly ok: false; readonly reason: Text }

/** May an element of a kind be drawn in that frame? By a relation first, else as `inside` where the frame's kind allows. */
export function placement(graph: Graph, child: { id: string; kind: string }, frame: string): Placement {
  const holder = graph.element(frame)
  const childKind = kindOf(child.kind)
  const frameKind = holder && kindOf(holder.kind)
  if (!holder || !frameKind || !childKind) return { ok: false, reason: 'Nothing can be placed here.' }
  for (let above: string | undefined = frame; above !== undefined; above = graph.parent.get(above)) {
    if (above === child.id) return { ok: false, reason: 'An element can’t be placed in itself.' }
  }
  const nesting = nestingBetween(childKind, frameKind)
  if (nesting?.holder === 'child') return { ok: true, candidate: link(child.id, frame, nesting.relation) }
  if (nesting) {
    const holds = nesting.relation
    const taken = !holds.path.includes('*') && valueAt(holder.spec, holds.path) !== undefined
    const mine = (graph.outgoing.get(frame) ?? []).some((c) => c.to === child.id && c.relation === holds)
    if (taken && !mine) {
      return {
        ok: false,
        reason: say`${term(frameKind.label)} “${frame}” already ${term(meaningOf(holds.meaning).label)} another ${term(lowered(childKind.label))}.`,
      }
    }
    return { ok: true, candidate: link(frame, child.id, holds) }
  }
  if (frameKind.places?.includes(child.kind) || frameKind.places?.includes('*')) return { ok: true }
  // A plain frame means nothing to AWS, so it may stand wherever something can be in a frame.
  if (childKind.kind === 'frame' && frameKind.frame) return { ok: true }
  return {
    ok: false,
    reason: say`${capitalized(aOrAn(term(childKind.label)))} can’t be placed in ${aOrAn(term(frameKind.label))}.`,
  }
}

/** The relation that nests a kind in a frame's kind, and which of the two holds the reference. */
export function nestingBetween(
  child: Kind,
  frame: Kind,
): { readonly holder: 'child' | 'frame'; readonly relation: Relation } | undefined {
  const nests = (from: Kind, to: Kind, ways: readonly Relation['draw'][]) =>
    from.relations.find((r) => ways.includes(r.draw) && r.drawable !== false && r.to.includes(to.kind))
  const inside = nests(child, frame, ['inside'])
  if (inside) return { holder: 'child', relation: inside }
  const holds = nests(frame, child, ['holds', 'row'])
  return holds && { holder: 'frame', relation: holds }
}

/** The line that says so. */
export function link(from: string, to: string, relation: Relation): Candidate {
  return { from, to, meaning: relation.meaning, relation }
}

/**
 * Draws an element in another frame, or in none. The relations that held it where it no longer is are taken back, so
 * that a service dragged out of its cluster no longer names it, while one put into a frame within the cluster does.
 */
export function reparent(
  draft: DesignDraft,
  graph: Graph,
  id: string,
  frame: string | undefined,
): Text | undefined {
  const element = draft.elements[id]
  if (!element || graph.parent.get(id) === frame) return undefined
  const target = frame === undefined ? undefined : placement(graph, { id, kind: element.kind }, frame)
  if (target && !target.ok) return target.reason
  const around = framesAround(graph, frame)
  const before = framesAround(graph, graph.parent.get(id))
  for (const connection of graph.connections) {
    const draw = connection.relation?.draw
    const left =
      (draw === 'inside' && connection.from === id && !around.has(connection.to)) ||
      ((draw === 'holds' || draw === 'row') &&
        connection.to === id &&
        before.has(connection.from) &&
        !around.has(connection.from))
    if (left) disconnect(draft, connection)
  }
  delete element.inside
  if (frame === undefined || !target) return undefined
  if (target.ok && target.candidate) return connect(draft, target.candidate)
  element.inside = frame
  return undefined
}

/** A frame and all that it is drawn in. */
function framesAround(graph: Graph, frame: string | undefined): ReadonlySet<string> {
  const around = new Set<string>()
  for (let f = frame; f !== undefined; f = graph.parent.get(f)) around.add(f)
  return around
}

/** Removes elements with every line to them. References to them in other specs go too: the member or the list item. */
export function removeElements(draft: DesignDraft, graph: Graph, ids: ReadonlySet<string>): void {
  // Later places of a list first, so that removing one does not move the next.
  for (const connection of [...graph.connections].reverse()) {
    if (ids.has(connection.to) && !ids.has(connection.from)) disconnect(draft, connection)
  }
  for (const { from, id, pointer } of [...graph.dangling.values()].flat()) {
    if (ids.has(id) && !ids.has(from)) cutReference(draft, from, pointer, ids)
  }
  for (const id of ids) {
    delete draft.elements[id]
    delete draft.layout[id]
    delete draft.networkLayout?.[id]
  }
  for (const { id, from, to } of graph.connections) {
    if (ids.has(from) || ids.has(to)) forgetRoute(draft, id)
  }
  for (const [key, stored] of Object.entries(draft.connections)) {
    if (ids.has(stored.from) || ids.has(stored.to)) delete draft.connections[key]
  }
  for (const [key, { element }] of Object.entries(draft.waivers ?? {})) {
    if (ids.has(element)) delete draft.waivers?.[key]
  }
  for (const element of Object.values(draft.elements)) {
    if (element.inside !== undefined && ids.has(element.inside)) delete element.inside
  }
}

/** A reference in a place that no relation explains loses only itself; the text around it stays. */
function cutReference(draft: DesignDraft, from: string, pointer: string, ids: ReadonlySet<string>): void {
  const spec = draft.elements[from]?.spec
  const text = spec && valueAt(spec, pointer)
  if (!spec || typeof text !== 'string') return
  if (!referencesIn(text).some((reference) => ids.has(reference.id))) return
  const rest = resolveText(text, (r) => (ids.has(r.id) ? '' : refer(r.id, r.attribute)))
  if (rest === '') removePruned(spec, pointer)
  else setAt(draft.elements, `/${from}/spec${pointer}`, rest)
}
