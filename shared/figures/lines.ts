/** Which facts of the graph are drawn as lines: what nesting already shows is not, and what says the same is one line. */
import { memo } from '../basics/memo'
import { kindOf } from '../elements/kinds'
import { meaningOf } from '../elements/meanings'
import type { Connection } from '../graph/connection'
import { type Graph, outgoing, resolved } from '../graph/graph'
import type { ColorToken } from './tokens'

/** One end of a line: an element, or a part of it that has a row. */
export interface LineEnd {
  /** The element with a figure. */
  readonly item: string
  /** JSON pointer of the fact in that element's spec, if it is there. */
  readonly pointer?: string
  /** The element that is a row of `item`. */
  readonly row?: string
}

export interface DrawnLine {
  readonly id: string
  readonly from: LineEnd
  readonly to: LineEnd
  readonly meaning: string
  /** The first of them gives the id. */
  readonly connections: readonly Connection[]
  readonly text: string
  /** The receiving end. */
  readonly head: 'from' | 'to'
  /** The colour of the target's category, for a selected line. */
  readonly accent: ColorToken
}

// The lines before: lines that did not change, and a list without changes, stay the same objects.
let last: readonly DrawnLine[] = []

/** The lines of a design, in the order of its connections. */
export const linesOf: (graph: Graph) => readonly DrawnLine[] = memo((graph: Graph) => {
  last = keep(derive(graph), last)
  return last
})

function keep(lines: readonly DrawnLine[], before: readonly DrawnLine[]): readonly DrawnLine[] {
  let same = lines.length === before.length
  const byId = same ? undefined : new Map(before.map((line) => [line.id, line]))
  const kept = lines.map((line, i) => {
    const old = before[i]?.id === line.id ? before[i] : byId?.get(line.id)
    if (old && sameLine(old, line)) return old
    same = false
    return line
  })
  return same ? before : kept
}

function sameLine(a: DrawnLine, b: DrawnLine): boolean {
  return (
    a.text === b.text &&
    a.meaning === b.meaning &&
    a.head === b.head &&
    a.accent === b.accent &&
    sameEnd(a.from, b.from) &&
    sameEnd(a.to, b.to) &&
    a.connections.length === b.connections.length &&
    a.connections.every((connection, i) => connection.id === b.connections[i]?.id)
  )
}

function sameEnd(a: LineEnd, b: LineEnd): boolean {
  return a.item === b.item && a.pointer === b.pointer && a.row === b.row
}

/** From so many parts of an element that say the same of another one, one line says it for all: a fan can't be read. */
const FAN = 3

function derive(graph: Graph): DrawnLine[] {
  const drawn = graph.connections.filter((connection) => isDrawn(graph, connection))
  const fans = groups(drawn, ({ from, to, meaning }) => `${from} ${to} ${meaning}`)
  return fans.flatMap((fan) => {
    const parts = groups(fan, partOf)
    return parts.length < FAN ? parts.map((part) => lineOf(graph, part)) : [fanOf(graph, fan, parts.length)]
  })
}

function groups<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const map = new Map<string, T[]>()
  for (const item of items) {
    const group = map.get(key(item))
    if (group) group.push(item)
    else map.set(key(item), [item])
  }
  return [...map.values()]
}

function isDrawn(graph: Graph, { from, to, relation, meaning }: Connection): boolean {
  if (from === to || itemOf(graph, from) === itemOf(graph, to)) return false
  switch (relation?.draw) {
    case 'inside':
      return !isWithin(graph, from, to)
    case 'holds':
    case 'row':
      return graph.parent.get(to) !== from
    default:
      // Nesting shows a cluster's providers and an element's network already.
      if (meaning === 'provides') return graph.parent.get(to) !== from
      // And in which cluster the service is that a deployment group names with it.
      if (meaning === 'in-cluster')
        return !outgoing(graph, from).some((other) => isWithin(graph, other.to, to))
      return !(meaning === 'in-network' && isWithin(graph, from, to))
  }
}

function isWithin(graph: Graph, id: string, frame: string): boolean {
  let above = graph.parent.get(id)
  while (above !== undefined && above !== frame) above = graph.parent.get(above)
  return above !== undefined
}

/** Connections of the same container, listener or volume go in one line: `/containerDefinitions/0`. */
function partOf({ pointer }: Connection): string {
  return pointer === undefined ? '' : pointer.split('/', 3).join('/')
}

function itemOf(graph: Graph, id: string): string {
  let item = id
  while (graph.rows.has(item)) item = graph.parent.get(item) ?? item
  return item
}

function lineOf(graph: Graph, connections: readonly Connection[]): DrawnLine {
  const { id, from, to, meaning, pointer, relation } = connections[0] as Connection
  const target = graph.element(to)
  return {
    id,
    from: { ...endOf(graph, from), ...(pointer === undefined ? {} : { pointer }) },
    to: endOf(graph, to),
    meaning,
    connections,
    text: textOf(graph, connections),
    head: relation?.flow === 'in' ? 'from' : 'to',
    accent: kindOf(target?.kind ?? '')?.category ?? 'general',
  }
}

/** The line of a whole element for several of its parts; the parts' own rows say the rest. */
function fanOf(graph: Graph, connections: readonly Connection[], parts: number): DrawnLine {
  const line = lineOf(graph, connections)
  return {
    ...line,
    from: endOf(graph, line.connections[0]?.from ?? ''),
    text: `${meaningOf(line.meaning).label} ×${parts}`,
  }
}

function endOf(graph: Graph, id: string): LineEnd {
  const item = itemOf(graph, id)
  return item === id ? { item } : { item, row: id }
}

function textOf(graph: Graph, connections: readonly Connection[]): string {
  const texts = new Set(connections.map((connection) => labelOf(graph, connection)))
  const first = [...texts].slice(0, 2).join(', ')
  return texts.size > 2 ? `${first} +${texts.size - 2}` : first
}

function labelOf(graph: Graph, { from, pointer, relation, label, meaning }: Connection): string {
  const spec = graph.element(from)?.spec
  const own = label ?? (spec && pointer !== undefined ? relation?.label?.(spec, pointer) : undefined)
  return own === undefined ? meaningOf(meaning).label : resolved(graph, own)
}
