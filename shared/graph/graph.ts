/**
 * The resolved graph: what a design's references mean, both ways, and what is drawn in what. Built once per design;
 * the scan of a spec is remembered by identity, so after an edit only the edited element is scanned again.
 */
import { isolated, visible } from '../basics/characters'
import { own } from '../basics/own'
import { push } from '../basics/push'
import type { Element, Meaningful } from '../design/design'
import { type PlacedReference, type Reference, referencesOf, resolveText } from '../design/references'
import type { Kind } from '../elements/kind'
import { displayName, identifierOf, kindOf } from '../elements/kinds'
import type { Connection } from './connection'
import { editedBetween } from './edited'
import { nest } from './nesting'
import { relationsAt } from './relations'
import { matters, selectedLines } from './selected'

export interface Graph {
  /** Without the layout: moving a box changes no meaning, so it rebuilds no graph. */
  readonly design: Meaningful
  /** The element of that id. */
  readonly element: (id: string) => Element | undefined
  readonly connections: readonly Connection[]
  readonly outgoing: ReadonlyMap<string, readonly Connection[]>
  readonly incoming: ReadonlyMap<string, readonly Connection[]>
  /** Ids by kind, in the order of the design. */
  readonly byKind: ReadonlyMap<string, readonly string[]>
  /** The frame or card that an element is drawn in; elements without one are not in the map. */
  readonly parent: ReadonlyMap<string, string>
  readonly children: ReadonlyMap<string, readonly string[]>
  /** Elements that are rows of their parent's figure. */
  readonly rows: ReadonlySet<string>
  /** References that no element or no relation answers, by the element that holds them. */
  readonly dangling: ReadonlyMap<string, readonly DanglingReference[]>
}

export interface DanglingReference extends PlacedReference {
  readonly from: string
}

const NONE: readonly never[] = []

const known = new WeakMap<Meaningful['elements'], Graph>()

// The graph before: only speed depends on it, never the answer.
let last: Graph | undefined

/** Resolves a design. As long as nothing but the layout (or the name) changes, the answer is the same object. */
export function graphOf(design: Meaningful): Graph {
  const { elements, connections, region, account } = design
  const old = known.get(elements)
  if (
    old?.design.connections === connections &&
    old.design.region === region &&
    old.design.account === account
  ) {
    last = old
    return old
  }
  const meaningful: Meaningful = {
    elements,
    connections,
    ...(region === undefined ? {} : { region }),
    ...(account === undefined ? {} : { account }),
  }
  // Most edits change a value and leave every line as it is: then the graph is the one before, of the new design.
  last =
    last && sameLines(last, meaningful)
      ? { ...last, design: meaningful, element: finder(meaningful) }
      : resolve(meaningful)
  known.set(elements, last)
  return last
}

function resolve(design: Meaningful): Graph {
  const connections: Connection[] = []
  const dangling = new Map<string, readonly DanglingReference[]>()
  const byKind = new Map<string, string[]>()
  const outgoing = new Map<string, readonly Connection[]>()
  for (const [id, element] of Object.entries(design.elements)) {
    push(byKind, element.kind, id)
    const own = linksOf(id, element, design.elements)
    if (own.connections.length > 0) outgoing.set(id, own.connections)
    for (const connection of own.connections) connections.push(connection)
    if (own.dangling.length > 0) dangling.set(id, own.dangling)
  }
  for (const [id, stored] of Object.entries(design.connections)) {
    if (!Object.hasOwn(design.elements, stored.from) || !Object.hasOwn(design.elements, stored.to)) continue
    const { from, to, meaning, label } = stored
    const connection = { id, from, to, meaning, ...(label === undefined ? {} : { label }) }
    connections.push(connection)
    outgoing.set(from, [...(outgoing.get(from) ?? NONE), connection])
  }
  const nesting = nest(design, connections)
  // Labels count within a cluster and a namespace, so it is known first what is drawn in what.
  for (const connection of selectedLines(design, nesting.parent)) {
    connections.push(connection)
    outgoing.set(connection.from, [...(outgoing.get(connection.from) ?? NONE), connection])
  }
  const incoming = new Map<string, Connection[]>()
  for (const connection of connections) push(incoming, connection.to, connection)
  return {
    design,
    element: finder(design),
    connections,
    outgoing,
    incoming,
    byKind,
    dangling,
    ...nesting,
  }
}

function finder({ elements }: Meaningful): Graph['element'] {
  return (id) => elementIn(elements, id)
}

/** Do two designs have the same elements, of the same kinds, in the same order and frames, with the same lines? */
function sameLines({ design: before, parent }: Graph, after: Meaningful): boolean {
  if (before.connections !== after.connections) return false
  const { ids, sameIds } = editedBetween(before.elements, after.elements)
  if (!sameIds) return false
  const changed = ids.map((id) => [id, before.elements[id], after.elements[id]] as const)
  const sameFrames = changed.every(
    ([, old, element]) => element?.kind === old?.kind && element?.inside === old?.inside,
  )
  const picksAnew = changed.some(([, , element]) => matters(element?.kind))
  // Only then are the kinds of all targets known to be the same.
  return (
    sameFrames &&
    changed.every(
      ([id, old, element]) =>
        old && element && sameLinks(linksOf(id, old, before.elements), linksOf(id, element, after.elements)),
    ) &&
    (!picksAnew || samePicked(selectedLines(before, parent), selectedLines(after, parent)))
  )
}

function samePicked(a: readonly Connection[], b: readonly Connection[]): boolean {
  return a.length === b.length && a.every(({ id }, i) => id === b[i]?.id)
}

function sameLinks(a: Links, b: Links): boolean {
  return (
    a.connections.length === b.connections.length &&
    a.dangling.length === b.dangling.length &&
    a.connections.every(
      (one, i) =>
        one.id === b.connections[i]?.id &&
        one.to === b.connections[i]?.to &&
        one.attribute === b.connections[i]?.attribute,
    ) &&
    a.dangling.every(
      (one, i) =>
        one.pointer === b.dangling[i]?.pointer &&
        one.id === b.dangling[i]?.id &&
        one.attribute === b.dangling[i]?.attribute,
    )
  )
}

/** What the references of one element mean, and the targets' kinds on which that rests. */
interface Links {
  readonly id: string
  readonly connections: readonly Connection[]
  readonly dangling: readonly DanglingReference[]
  readonly targets: readonly { readonly id: string; readonly kind: string | undefined }[]
}

const links = new WeakMap<Element, Links>()

/**
 * The links of an element, remembered for as long as it and the kinds of its targets stay: after an edit, all but the
 * edited elements keep their connections, by identity.
 */
function linksOf(id: string, element: Element, elements: Meaningful['elements']): Links {
  const old = links.get(element)
  if (old?.id === id && old.targets.every((target) => kindIn(elements, target.id) === target.kind)) return old
  const fresh = derive(id, element, elements)
  links.set(element, fresh)
  return fresh
}

function derive(id: string, element: Element, elements: Meaningful['elements']): Links {
  const kind = kindOf(element.kind)
  const connections: Connection[] = []
  const dangling: DanglingReference[] = []
  const targets: Links['targets'][number][] = []
  // Several references in one string follow each other.
  let n = 0
  let previous: string | undefined
  for (const reference of referencesOf(element.spec)) {
    const { pointer, id: to } = reference
    n = pointer === previous ? n + 1 : 1
    previous = pointer
    const target = kindIn(elements, to)
    targets.push({ id: to, kind: target })
    const relation = kind && target && relationsAt(kind, pointer).find((r) => r.to.includes(target))
    if (relation) {
      const place = n === 1 ? pointer : `${pointer}~${n}`
      const { meaning } = relation
      const { attribute } = reference
      connections.push({ id: `${id}#${place}`, from: id, to, meaning, pointer, relation, attribute })
    } else dangling.push({ from: id, ...reference })
  }
  return { id, connections, dangling, targets }
}

function kindIn(elements: Meaningful['elements'], id: string): string | undefined {
  return elementIn(elements, id)?.kind
}

/** An id may be spelled like a member that every object inherits, such as `constructor`. */
function elementIn(elements: Meaningful['elements'], id: string): Element | undefined {
  return own(elements, id)
}

/** What an element refers to, optionally only with one meaning. */
export function outgoing(graph: Graph, id: string, meaning?: string): readonly Connection[] {
  const all = graph.outgoing.get(id) ?? NONE
  return meaning === undefined ? all : withMeaning(all, meaning)
}

/** The first element that an element refers to with a meaning. */
export function targetOf(graph: Graph, id: string, meaning: string): string | undefined {
  for (const connection of graph.outgoing.get(id) ?? NONE) {
    if (connection.meaning === meaning) return connection.to
  }
  return undefined
}

/** The elements of a kind that refer to an element with a meaning. */
export function sourcesOf(graph: Graph, id: string, meaning: string, kind: string): readonly string[] {
  return incoming(graph, id, meaning)
    .map(({ from }) => from)
    .filter((from) => graph.element(from)?.kind === kind)
}

/** What refers to an element, optionally only with one meaning. */
export function incoming(graph: Graph, id: string, meaning?: string): readonly Connection[] {
  const all = graph.incoming.get(id) ?? NONE
  return meaning === undefined ? all : withMeaning(all, meaning)
}

/** Mostly it is none of the lines, or all of them, which asks for no new list. */
function withMeaning(all: readonly Connection[], meaning: string): readonly Connection[] {
  let count = 0
  for (const connection of all) if (connection.meaning === meaning) count++
  if (count === 0) return NONE
  return count === all.length ? all : all.filter((connection) => connection.meaning === meaning)
}

export function elementsOfKind(graph: Graph, kind: string): readonly string[] {
  return graph.byKind.get(kind) ?? NONE
}

/** The only element of a kind; undefined where there is none, and where there are several. */
export function onlyDrawn(graph: Graph, kind: string): string | undefined {
  const [only, ...others] = elementsOfKind(graph, kind)
  return others.length === 0 ? only : undefined
}

export function elementKind(graph: Graph, id: string): Kind | undefined {
  const element = graph.element(id)
  return element && kindOf(element.kind)
}

/** The name people see for an element, its own references resolved and nothing hidden in it. */
export function nameOf(graph: Graph, id: string): string {
  const element = graph.element(id)
  return element ? isolated(visible(resolved(graph, displayName(id, element)))) : id
}

/**
 * A spec's text as AWS would get it. A reference without a known identifier becomes a visible placeholder,
 * `<orders-tg.arn>`, in the style of AWS's own samples.
 */
export function resolved(graph: Graph, text: string): string {
  // Most texts hold none.
  return text.includes('@{') ? withReferences(graph, text) : text
}

function withReferences(graph: Graph, text: string): string {
  return resolveText(text, (reference) => resolveReference(graph, reference) ?? placeholder(reference))
}

/** The identifier a reference stands for, or undefined where only AWS will know it. */
export function resolveReference(graph: Graph, { id, attribute }: Reference): string | undefined {
  const element = graph.element(id)
  const identifier = element && identifierOf(element, attribute, graph.design)
  // An identifier may itself be made of references, such as a log group's name; one level is enough for all kinds.
  return identifier === undefined ? undefined : resolveText(identifier, placeholder)
}

export function placeholder({ id, attribute }: Reference): string {
  return attribute === undefined ? `<${id}>` : `<${id}.${attribute}>`
}
