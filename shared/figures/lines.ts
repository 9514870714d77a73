/** Which facts of the graph are drawn as lines: what nesting already shows is not, and what says the same is one line. */

import { memo } from '../basics/memo'
import { kindOf } from '../elements/kinds'
import { meaningOf } from '../elements/meanings'
import type { Connection } from '../graph/connection'
import { type Graph, outgoing, resolved } from '../graph/graph'
import { isWithin, type NestingName } from '../graph/nestings'
import { english } from '../texts/text'
import type { Translate } from '../texts/translate'
import { type Holders, itemOf } from './holders'
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
  /** It stands for what is in a collapsed frame. */
  readonly merged?: true
}

/** The drawing whose lines are asked for. */
export interface Drawn {
  readonly graph: Graph
  readonly holders: Holders
  /** Elements in collapsed frames, each with the frame that its lines end at. */
  readonly hidden: ReadonlyMap<string, string>
  /** Puts words into the language of the drawing. Absent: English. */
  readonly say?: Translate
}

interface Known extends Drawn {
  readonly lines: readonly DrawnLine[]
}

// The lines before, by language and nesting: lines that did not change, and a list without changes, stay the same objects.
const lastIn = memo((_: Translate): Partial<Record<NestingName, Known>> => ({}))

/** The lines of a drawing, in the order of the design's connections; those that collapsing merges come last. */
export function linesIn(drawn: Drawn): readonly DrawnLine[] {
  const { graph, holders, hidden, say = english } = drawn
  const last = lastIn(say)
  const known = last[holders.nesting]
  if (known?.graph === graph && known.holders === holders && known.hidden === hidden) return known.lines
  const lines = keep(derive(drawn), known?.lines ?? [])
  last[holders.nesting] = { ...drawn, lines }
  return lines
}

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
    a.merged === b.merged &&
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

function derive(drawn: Drawn): DrawnLine[] {
  const { graph, hidden } = drawn
  const shown: Connection[] = []
  const merged: Connection[] = []
  for (const connection of graph.connections) {
    if (!isDrawn(drawn, connection)) continue
    const isHidden = hidden.size > 0 && (hidden.has(connection.from) || hidden.has(connection.to))
    if (!isHidden) shown.push(connection)
    else if (shownAs(drawn, connection.from) !== shownAs(drawn, connection.to)) merged.push(connection)
  }
  const fans = groups(shown, ({ from, to, meaning }) => `${from} ${to} ${meaning}`)
  const lines = fans.flatMap((fan) => {
    const parts = groups(fan, partOf)
    return parts.length < FAN ? parts.map((part) => lineOf(drawn, part)) : [fanOf(drawn, fan, parts.length)]
  })
  return merged.length === 0 ? lines : [...lines, ...mergedLines(drawn, merged)]
}

/** What ends at a collapsed frame is one line for each other end and concern. */
function mergedLines(drawn: Drawn, connections: readonly Connection[]): DrawnLine[] {
  const ends = ({ from, to }: Connection) => `${shownAs(drawn, from)} ${shownAs(drawn, to)}`
  const alike = groups(
    connections,
    (each) => `${ends(each)} ${meaningOf(each.meaning).concern} ${headOf(each)}`,
  )
  const { say = english } = drawn
  return alike.map((group) => {
    const line = lineOf(drawn, group)
    const meanings = [...new Set(group.map(({ meaning }) => say(meaningOf(meaning).label)))]
    const { from, to } = group[0] as Connection
    return {
      ...line,
      merged: true,
      from: mergedEnd(drawn, from, line.from),
      to: mergedEnd(drawn, to, line.to),
      text: group.length === 1 ? line.text : `${meanings.join(', ')} ×${group.length}`,
    }
  })
}

function mergedEnd({ hidden }: Drawn, id: string, end: LineEnd): LineEnd {
  const frame = hidden.get(id)
  return frame === undefined ? end : { item: frame }
}

/** The element with a figure that stands for this one. */
function shownAs({ graph, hidden }: Drawn, id: string): string {
  return hidden.get(id) ?? itemOf(graph, id)
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

function isDrawn({ graph, holders }: Drawn, { from, to, relation, meaning }: Connection): boolean {
  const { drawnIn } = holders
  if (from === to || itemOf(graph, from) === itemOf(graph, to)) return false
  switch (relation?.draw) {
    case 'inside':
      return !isWithin(drawnIn, from, to)
    case 'holds':
    case 'row':
      return drawnIn.get(to) !== from
    default:
      // Nesting shows a cluster's providers and an element's network already.
      if (meaning === 'provides') return drawnIn.get(to) !== from
      // And in which cluster the service is that a deployment group names with it.
      if (meaning === 'in-cluster')
        return !outgoing(graph, from).some((other) => isWithin(graph.parent, other.to, to))
      return !(meaning === 'in-network' && isWithin(drawnIn, from, to))
  }
}

/** Connections of the same container, listener or volume go in one line: `/containerDefinitions/0`. */
function partOf({ pointer }: Connection): string {
  return pointer === undefined ? '' : pointer.split('/', 3).join('/')
}

function lineOf(drawn: Drawn, connections: readonly Connection[]): DrawnLine {
  const { id, from, to, meaning, pointer } = connections[0] as Connection
  const { graph } = drawn
  const target = graph.element(to)
  return {
    id,
    from: { ...endOf(graph, from), ...(pointer === undefined ? {} : { pointer }) },
    to: endOf(graph, to),
    meaning,
    connections,
    text: textOf(drawn, connections),
    head: headOf(connections[0] as Connection),
    accent: kindOf(target?.kind ?? '')?.category ?? 'general',
  }
}

function headOf({ relation }: Connection): DrawnLine['head'] {
  return relation?.flow === 'in' ? 'from' : 'to'
}

/** The line of a whole element for several of its parts; the parts' own rows say the rest. */
function fanOf(drawn: Drawn, connections: readonly Connection[], parts: number): DrawnLine {
  const line = lineOf(drawn, connections)
  return {
    ...line,
    from: endOf(drawn.graph, line.connections[0]?.from ?? ''),
    text: `${(drawn.say ?? english)(meaningOf(line.meaning).label)} ×${parts}`,
  }
}

function endOf(graph: Graph, id: string): LineEnd {
  const item = itemOf(graph, id)
  return item === id ? { item } : { item, row: id }
}

function textOf(drawn: Drawn, connections: readonly Connection[]): string {
  const texts = new Set(connections.map((connection) => labelOf(drawn, connection)))
  const first = [...texts].slice(0, 2).join(', ')
  return texts.size > 2 ? `${first} +${texts.size - 2}` : first
}

function labelOf({ graph, say = english }: Drawn, connection: Connection): string {
  const { from, pointer, relation, label, meaning } = connection
  const spec = graph.element(from)?.spec
  const own = label ?? (spec && pointer !== undefined ? relation?.label?.(spec, pointer) : undefined)
  if (own === undefined) return say(meaningOf(meaning).label)
  // What somebody wrote stays as it is.
  return typeof own === 'string' ? resolved(graph, own) : say(own)
}
