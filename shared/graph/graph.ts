/**
 * The resolved graph: what a design's references mean, both ways, and what is drawn in what. Built once per design;
 * the scan of a spec is remembered by identity, so after an edit only the edited element is scanned again.
 */
import { matches } from '../basics/json'
import { memo } from '../basics/memo'
import type { Element, Meaningful } from '../design/design'
import { type PlacedReference, type Reference, referencesOf, resolveText } from '../design/references'
import type { Kind, Relation } from '../elements/kind'
import { displayName, identifierOf, kindOf } from '../elements/kinds'
import type { Connection } from './connection'
import { nest } from './nesting'

export interface Graph {
  /** Without the layout: moving a box changes no meaning, so it rebuilds no graph. */
  readonly design: Meaningful
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
  /** References that no element or no relation answers. */
  readonly dangling: readonly DanglingReference[]
}

export interface DanglingReference extends PlacedReference {
  readonly from: string
}

const NONE: readonly never[] = []

const known = new WeakMap<Meaningful['elements'], Graph>()

/** Resolves a design. As long as nothing but the layout (or the name) changes, the answer is the same object. */
export function graphOf(design: Meaningful): Graph {
  const { elements, connections, region, account } = design
  const last = known.get(elements)?.design
  if (last?.connections === connections && last.region === region && last.account === account) {
    return known.get(elements) as Graph
  }
  const graph = resolve({
    elements,
    connections,
    ...(region === undefined ? {} : { region }),
    ...(account === undefined ? {} : { account }),
  })
  known.set(elements, graph)
  return graph
}

function resolve(design: Meaningful): Graph {
  const connections: Connection[] = []
  const dangling: DanglingReference[] = []
  const byKind = new Map<string, string[]>()
  for (const [id, element] of Object.entries(design.elements)) {
    push(byKind, element.kind, id)
    for (const derived of derive(element)) {
      const target = design.elements[derived.to]
      const relation = target && derived.relations.find((r) => r.to.includes(target.kind))
      if (relation) connections.push({ id: `${id}#${derived.place}`, from: id, to: derived.to, meaning: relation.meaning, pointer: derived.pointer, relation })
      else dangling.push({ from: id, ...derived.reference })
    }
  }
  for (const [id, stored] of Object.entries(design.connections)) {
    if (!Object.hasOwn(design.elements, stored.from) || !Object.hasOwn(design.elements, stored.to)) continue
    const { from, to, meaning, label } = stored
    connections.push({ id, from, to, meaning, ...(label === undefined ? {} : { label }) })
  }
  const outgoing = index(connections, (c) => c.from)
  const incoming = index(connections, (c) => c.to)
  return { design, connections, outgoing, incoming, byKind, dangling, ...nest(design, connections) }
}

interface Derived {
  readonly to: string
  readonly place: string
  readonly pointer: string
  readonly relations: readonly Relation[]
  readonly reference: PlacedReference
}

/** The references of one element, with the relations of its kind that could explain each. */
const derive: (element: Element) => readonly Derived[] = memo((element: Element) => {
  const kind = kindOf(element.kind)
  const seen = new Map<string, number>()
  return referencesOf(element.spec).map((reference) => {
    const { pointer, id } = reference
    const n = (seen.get(pointer) ?? 0) + 1
    seen.set(pointer, n)
    return {
      to: id,
      place: n === 1 ? pointer : `${pointer}~${n}`,
      pointer,
      relations: kind?.relations.filter((r) => matches(r.path, pointer)) ?? NONE,
      reference,
    }
  })
})

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function index(connections: readonly Connection[], key: (c: Connection) => string): Map<string, Connection[]> {
  const map = new Map<string, Connection[]>()
  for (const connection of connections) push(map, key(connection), connection)
  return map
}

/** What an element refers to, optionally only with one meaning. */
export function outgoing(graph: Graph, id: string, meaning?: string): readonly Connection[] {
  const all = graph.outgoing.get(id) ?? NONE
  return meaning === undefined ? all : all.filter((c) => c.meaning === meaning)
}

/** What refers to an element, optionally only with one meaning. */
export function incoming(graph: Graph, id: string, meaning?: string): readonly Connection[] {
  const all = graph.incoming.get(id) ?? NONE
  return meaning === undefined ? all : all.filter((c) => c.meaning === meaning)
}

export function elementsOfKind(graph: Graph, kind: string): readonly string[] {
  return graph.byKind.get(kind) ?? NONE
}

export function elementKind(graph: Graph, id: string): Kind | undefined {
  const element = graph.design.elements[id]
  return element && kindOf(element.kind)
}

/** The name people see for an element, its own references resolved. */
export function nameOf(graph: Graph, id: string): string {
  const element = graph.design.elements[id]
  return element ? resolved(graph, displayName(id, element)) : id
}

/**
 * A spec's text as AWS would get it. A reference without a known identifier becomes a visible placeholder,
 * `<orders-tg.arn>`, in the style of AWS's own samples.
 */
export function resolved(graph: Graph, text: string): string {
  return resolveText(text, (reference) => resolveReference(graph, reference) ?? placeholder(reference))
}

/** The identifier a reference stands for, or undefined where only AWS will know it. */
export function resolveReference(graph: Graph, { id, attribute }: Reference): string | undefined {
  const element = graph.design.elements[id]
  const identifier = element && identifierOf(element, attribute, graph.design)
  // An identifier may itself be made of references, such as a log group's name; one level is enough for all kinds.
  return identifier === undefined ? undefined : resolveText(identifier, placeholder)
}

export function placeholder({ id, attribute }: Reference): string {
  return attribute === undefined ? `<${id}>` : `<${id}.${attribute}>`
}
