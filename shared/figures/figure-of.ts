/** The figure of an element, remembered until something that it shows changes. */
import { isolated, visible } from '../basics/characters'
import { sameJson } from '../basics/json'
import { memo } from '../basics/memo'
import type { Element } from '../design/design'
import { resolveText } from '../design/references'
import { displayName, kindOf } from '../elements/kinds'
import { viewOf } from '../elements/view'
import { type Graph, nameOf, resolveReference } from '../graph/graph'
import { english, type Text, term } from '../texts/text'
import type { Translate } from '../texts/translate'
import type { FigureContext, Size } from './figure'
import { foldedFrame } from './forms/folded'
import { anyFrame } from './forms/frame'
import { node } from './forms/node'
import type { Figure } from './mark'
import { figures } from './registry'

const byKind = new Map(figures.map((figure) => [figure.kind, figure]))

type Question = (graph: Graph, id: string) => unknown

/** How it has to look: as its content wants it, of a size, or as a card with a summary. */
interface Shape {
  readonly size?: Size | undefined
  readonly summary?: string
  readonly opens?: boolean
}

interface Drawn {
  readonly id: string
  readonly shape: Shape
  readonly figure: Figure
  readonly asked: readonly { readonly question: Question; readonly answer: unknown }[]
  /** The graph for which the answers were last found to be true; weak, or each figure would keep an old one alive. */
  graph: WeakRef<Graph>
}

const weak = memo((graph: Graph) => new WeakRef(graph))

/** An element is drawn with at most three shapes: as its content wants it, as its frame's content wants it, collapsed. */
interface Shapes {
  natural?: Drawn
  sized?: Drawn
  folded?: Drawn
}

// Each language has figures of its own, so that a question about places, asked in English, costs no other language its.
const drawnIn = memo((_: Translate) => new WeakMap<Element, Shapes>())

/** What an element looks like, in its own coordinates; `size` is heeded by frames and notes only. */
export function figureOf(graph: Graph, id: string, size?: Size, say: Translate = english): Figure {
  return inShape({ graph, id, shape: { size }, say }, size === undefined ? 'natural' : 'sized')
}

/** A frame as one card with a summary of what is in it; `opens` when that is hidden, not just drawn elsewhere. */
export function foldedFigureOf(
  graph: Graph,
  id: string,
  { summary, opens }: { readonly summary: string; readonly opens: boolean },
  say: Translate = english,
): Figure {
  return inShape({ graph, id, shape: { summary, opens }, say }, 'folded')
}

/** What is to be drawn. */
interface Subject {
  readonly graph: Graph
  readonly id: string
  readonly shape: Shape
  readonly say: Translate
}

function inShape(subject: Subject, slot: keyof Shapes): Figure {
  const { graph, id, shape, say } = subject
  const element = graph.element(id)
  if (!element) throw new Error(`No element "${id}".`)
  const drawn = drawnIn(say)
  const all = drawn.get(element) ?? {}
  const last = all[slot]
  if (last && stillTrue(last, graph, id, shape)) return last.figure
  const fresh = draw(subject, element)
  all[slot] = fresh
  drawn.set(element, all)
  return fresh.figure
}

/** Whether others can be placed in an element. A kind of a newer version is a frame as soon as something is in it. */
export function isFrame(graph: Graph, id: string): boolean {
  const kind = kindOf(graph.element(id)?.kind ?? '')
  return kind ? kind.frame === true : graph.children.has(id)
}

function stillTrue(last: Drawn, graph: Graph, id: string, shape: Shape): boolean {
  if (last.id !== id || !sameShape(last.shape, shape)) return false
  if (last.graph.deref() === graph) return true
  if (!last.asked.every(({ question, answer }) => sameJson(question(graph, id), answer))) return false
  last.graph = weak(graph)
  return true
}

function sameShape(a: Shape, b: Shape): boolean {
  return (
    a.size?.width === b.size?.width &&
    a.size?.height === b.size?.height &&
    a.summary === b.summary &&
    a.opens === b.opens
  )
}

function draw(subject: Subject, element: Element): Drawn {
  const { id, shape, say } = subject
  const kind = kindOf(element.kind)
  const asked: { question: Question; answer: unknown }[] = []
  // Questions are remembered with what they were made from, which leads here: the graph must not be kept by that.
  let drawnFrom: Graph | undefined = subject.graph
  const ask = <Answer>(question: (graph: Graph, id: string) => Answer): Answer => {
    if (!drawnFrom) throw new Error('Ask while the figure is drawn.')
    const answer = question(drawnFrom, id)
    asked.push({ question, answer })
    return answer
  }
  const text = (value: string | undefined): string => {
    if (value === undefined) return ''
    return visible(value.includes('@{') ? ask((current) => readable(current, value)) : value)
  }
  const context: FigureContext = {
    id,
    element,
    kind,
    spec: kind ? viewOf(kind, element.spec).spec : element.spec,
    name: text(displayName(id, element)),
    size: shape.size,
    say: (words: Text) => (typeof words === 'string' ? words : say(words)),
    text,
    ask,
  }
  const figure = marksOf(context, shape)
  drawnFrom = undefined
  const name = `${isolated(context.name)} (${kind ? say(kind.label) : visible(element.kind)})`
  const title = shape.summary === undefined ? name : `${name}: ${shape.summary}`
  return {
    id,
    shape,
    figure: { ...figure, title, accent: kind?.category ?? 'general' },
    asked,
    graph: weak(subject.graph),
  }
}

function marksOf(context: FigureContext, { summary, opens = false }: Shape): Figure {
  if (summary !== undefined) return foldedFrame(context, summary, opens)
  const drawing = byKind.get(context.element.kind)
  return drawing ? drawing.draw(context) : neutral(context, context.ask(isFrame))
}

/** A kind without a figure of its own, such as one of a newer version. */
function neutral(context: FigureContext, frame: boolean): Figure {
  const facts = [context.kind ? term(context.kind.label) : context.element.kind]
  return frame ? anyFrame(context, { facts }) : node(context, { facts })
}

/** References become identifiers; where AWS has yet to give one, the target's name says more than a placeholder. */
export function readable(graph: Graph, text: string): string {
  return resolveText(text, (reference) => resolveReference(graph, reference) ?? nameOf(graph, reference.id))
}
