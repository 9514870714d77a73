/** The figure of an element, remembered until something that it shows changes. */
import { sameJson } from '../basics/json'
import type { Element } from '../design/design'
import { resolveText } from '../design/references'
import { displayName, kindOf } from '../elements/kinds'
import { viewOf } from '../elements/view'
import { type Graph, nameOf, resolveReference } from '../graph/graph'
import type { FigureContext, Size } from './figure'
import { anyFrame } from './forms/frame'
import { node } from './forms/node'
import type { Figure } from './mark'
import { figures } from './registry'

const byKind = new Map(figures.map((figure) => [figure.kind, figure]))

type Question = (graph: Graph, id: string) => unknown

interface Drawn {
  readonly id: string
  readonly size: Size | undefined
  readonly figure: Figure
  readonly asked: readonly { readonly question: Question; readonly answer: unknown }[]
  /** The graph for which the answers were last found to be true. */
  graph: Graph
}

// An element is drawn with at most two sizes: as its content wants it, and as its frame's content wants it.
const drawn = new WeakMap<Element, { natural?: Drawn; sized?: Drawn }>()

/** What an element looks like, in its own coordinates; `size` is heeded by frames and notes only. */
export function figureOf(graph: Graph, id: string, size?: Size): Figure {
  const element = graph.element(id)
  if (!element) throw new Error(`No element "${id}".`)
  const both = drawn.get(element) ?? {}
  const slot = size === undefined ? 'natural' : 'sized'
  const last = both[slot]
  if (last && stillTrue(last, graph, id, size)) return last.figure
  const fresh = draw(graph, id, element, size)
  both[slot] = fresh
  drawn.set(element, both)
  return fresh.figure
}

/** Whether others can be placed in an element. A kind of a newer version is a frame as soon as something is in it. */
export function isFrame(graph: Graph, id: string): boolean {
  const kind = kindOf(graph.element(id)?.kind ?? '')
  return kind ? kind.frame === true : graph.children.has(id)
}

function stillTrue(last: Drawn, graph: Graph, id: string, size: Size | undefined): boolean {
  if (last.id !== id || last.size?.width !== size?.width || last.size?.height !== size?.height) return false
  if (last.graph === graph) return true
  if (!last.asked.every(({ question, answer }) => sameJson(question(graph, id), answer))) return false
  last.graph = graph
  return true
}

function draw(graph: Graph, id: string, element: Element, size: Size | undefined): Drawn {
  const kind = kindOf(element.kind)
  const asked: { question: Question; answer: unknown }[] = []
  const ask = <Answer>(question: (graph: Graph, id: string) => Answer): Answer => {
    const answer = question(graph, id)
    asked.push({ question, answer })
    return answer
  }
  const text = (value: string | undefined): string => {
    if (value === undefined) return ''
    return value.includes('@{') ? ask((current) => readable(current, value)) : value
  }
  const context: FigureContext = {
    id,
    element,
    kind,
    spec: kind ? viewOf(kind, element.spec).spec : element.spec,
    name: text(displayName(id, element)),
    size,
    text,
    ask,
  }
  const drawing = byKind.get(element.kind)
  const figure = drawing ? drawing.draw(context) : neutral(context, ask(isFrame))
  const title = `${context.name} (${kind?.label ?? element.kind})`
  return { id, size, figure: { ...figure, title, accent: kind?.category ?? 'general' }, asked, graph }
}

/** A kind without a figure of its own, such as one of a newer version. */
function neutral(context: FigureContext, frame: boolean): Figure {
  const fact = context.kind?.label ?? context.element.kind
  return frame ? anyFrame(context, { facts: [fact] }) : node(context, { fact })
}

/** References become identifiers; where AWS has yet to give one, the target's name says more than a placeholder. */
function readable(graph: Graph, text: string): string {
  return resolveText(text, (reference) => resolveReference(graph, reference) ?? nameOf(graph, reference.id))
}
