/**
 * Lines that come with something else: a new element at their end, another line that they take the place of, or an element
 * that is put between the two ends of one.
 */
import { setAt, valueAt } from '../basics/json'
import { become } from '../design/become'
import type { Design, Place } from '../design/design'
import { type DesignDraft, edit } from '../design/edit'
import { retarget as renamed } from '../design/references'
import { kindOf } from '../elements/kinds'
import { meaningOf } from '../elements/meanings'
import { drop } from '../graph/add'
import { type Candidate, candidates, disconnect } from '../graph/connect'
import type { Connection } from '../graph/connection'
import { type Graph, graphOf, nameOf } from '../graph/graph'
import { meant } from '../graph/meant'
import type { NestingName } from '../graph/nestings'
import { addElement } from '../graph/new-element'
import { say, type Text } from '../texts/text'
import { drawLine } from './draw-line'

/** A line that can be asked for, and drawn, with what comes before it. */
export interface Rewiring {
  readonly candidate: Candidate
  /** The row that its reference goes into. */
  readonly row?: string
  readonly first: (draft: DesignDraft) => void
}

export interface Growing {
  readonly kind: string
  /** The frame under the place, if any. */
  readonly over: string | undefined
  /** Its place in the frame that it will be in. */
  readonly at: (frame: string | undefined) => Place
  /** What is drawn in what there; logical when left out. */
  readonly nesting?: NestingName
}

export interface Grown {
  /** The id that the new element will have. */
  readonly made: string
  /** What the line to it can mean. */
  readonly ways: readonly Rewiring[]
}

/** A new element at the end of a line: it is placed, or drawn in the element that the line begins at where it belongs there. */
export function grow(design: Design, from: string, growing: Growing, row?: string): Grown {
  const { kind, over, at, nesting } = growing
  const graph = graphOf(design)
  let made = ''
  const put = (draft: DesignDraft) => {
    made = drop(draft, graph, kind, over, at, nesting)
  }
  const { elements } = edit(design, put).design
  const placed = made
  const add = (draft: DesignDraft) => void addElement(draft, kind)
  const added = Object.keys(edit(design, add).design.elements).at(-1) ?? ''
  const standing = meant(graphOf({ ...design, elements }), from, placed)
  // What nests needs no place of its own: the frame gives it one.
  const nests = standing.every(({ relation }) => relation !== undefined && relation.draw !== 'line')
  const end = nests ? added : placed
  const outwards = new Set(standing.filter((each) => each.from === from).map(({ meaning }) => meaning))
  const ways = standing
    .filter((candidate) => !isAround(candidate, from))
    // Between two of one kind everything can be said both ways; the line was drawn from here.
    .filter(({ from: start, meaning }) => start === from || !outwards.has(meaning))
    .map((candidate): Rewiring => {
      const way = { ...candidate, from: named(candidate.from), to: named(candidate.to) }
      return withRow({ candidate: way, first: nests ? add : put }, way.from === from ? row : undefined)
    })
  function named(id: string): string {
    return id === placed ? end : id
  }
  return { made: end, ways }
}

/** Would an element be drawn in the other one by this line? */
function isAround({ from, relation }: Candidate, id: string): boolean {
  if (relation === undefined || relation.draw === 'line') return false
  return relation.draw === 'inside' ? from === id : from !== id
}

/** The line with another end: what it means, and what somebody set beside the reference, stays where it can. */
export function retarget(
  design: Design,
  line: Connection,
  end: 'from' | 'to',
  id: string,
  row?: string,
): readonly Rewiring[] {
  const graph = graphOf(design)
  const [from, to] = end === 'to' ? [line.from, id] : [id, line.to]
  if (from === to || line[end] === id) return []
  const all = candidates(graph, from, to)
  const same = all.filter((each) => each.meaning === line.meaning && each.from === from)
  const label = line.label === undefined ? {} : { label: line.label }
  return (same.length > 0 ? same : meant(graph, from, to)).map((found) => {
    const candidate = { ...found, ...(found.relation ? {} : label) }
    if (end === 'to' && candidate.from === from && line.pointer !== undefined && fitsIn(candidate, line))
      return { candidate: inPlace(candidate, line), first: () => undefined }
    const holder = candidate.from === id ? row : rowOf(graph, line)
    return withRow({ candidate, first: (draft) => disconnect(draft, line) }, holder)
  })
}

function fitsIn({ relation }: Candidate, line: Connection): boolean {
  return relation !== undefined && relation === line.relation && relation.draw === 'line'
}

/** The new reference takes the place of the old one; everything around it stays. */
function inPlace(candidate: Candidate, { pointer = '', to }: Connection): Candidate {
  const { relation } = candidate
  if (!relation) return candidate
  return {
    ...candidate,
    relation: {
      ...relation,
      connect: (spec) => {
        const text = valueAt(spec, pointer)
        if (typeof text !== 'string') return 'One end of the line is gone.'
        setAt(
          spec,
          pointer,
          renamed(text, (id) => (id === to ? candidate.to : id)),
        )
        return undefined
      },
    },
  }
}

/** The row of the line's holder that its reference stands in. */
function rowOf(graph: Graph, { from, pointer }: Connection): string | undefined {
  const element = graph.element(from)
  if (!element || pointer === undefined) return undefined
  const rows = kindOf(element.kind)?.rows?.(element.spec) ?? []
  return rows.find((row) => `${pointer}/`.startsWith(`${row.pointer}/`))?.pointer
}

export interface Insertion extends Rewiring {
  /** “Insert events between orders and jobs”. */
  readonly title: Text
}

/**
 * An element put on a line, so that the line leads to it and from it on: only where things flow, and only where both
 * halves can stand.
 */
export function insertion(
  design: Design,
  lines: readonly Connection[],
  head: 'from' | 'to',
  id: string,
): Insertion | undefined {
  const [line] = lines
  if (!line || !flows(line) || id === line.from || id === line.to) return undefined
  const graph = graphOf(design)
  const [start, end] = head === 'to' ? [line.from, line.to] : [line.to, line.from]
  if (areConnected(graph, start, id) || areConnected(graph, id, end)) return undefined
  const into = half(graph, start, id, line)
  const out = half(graph, id, end, line)
  if (!into || !out) return undefined
  const cut = edit(design, (draft) => {
    // Later places of a list first, so that removing one doesn't move the next.
    for (const each of lines.toReversed()) disconnect(draft, each)
  }).design
  const drawn = drawLine(cut, into)
  if ('refused' in drawn) return undefined
  const first = (draft: DesignDraft) => become(draft, drawn.design)
  const names = [id, start, end].map((each) => nameOf(graph, each)) as [string, string, string]
  return { candidate: out, first, title: say`Insert ${names[0]} between ${names[1]} and ${names[2]}` }
}

function flows({ meaning }: Connection): boolean {
  const { concern, stroke } = meaningOf(meaning)
  return stroke === 'solid' && (concern === 'traffic' || concern === 'data')
}

function areConnected(graph: Graph, a: string, b: string): boolean {
  const mine = [...(graph.outgoing.get(a) ?? []), ...(graph.incoming.get(a) ?? [])]
  return mine.some(({ from, to }) => from === b || to === b)
}

/** What one half of the line means: the same as the whole, or else what flows too. */
function half(graph: Graph, from: string, to: string, line: Connection): Candidate | undefined {
  const all = meant(graph, from, to).filter(
    ({ relation, meaning }) =>
      (relation === undefined || relation.draw === 'line') && meaningOf(meaning).stroke === 'solid',
  )
  return all.find(({ meaning }) => meaning === line.meaning) ?? all[0]
}

function withRow(rewiring: Rewiring, row: string | undefined): Rewiring {
  return row === undefined ? rewiring : { ...rewiring, row }
}
