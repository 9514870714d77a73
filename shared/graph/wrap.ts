/** Putting a frame around elements, and taking it away again. */
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { kinds } from '../elements/registry'
import { say, type Text } from '../texts/text'
import { placement, removeElements, reparent } from './connect'
import { type Graph, graphOf } from './graph'
import { addElement } from './new-element'

/** The kind of frame that means nothing to AWS. */
export const GROUP = 'frame'

export interface Wrapped {
  readonly design: Design
  /** The new frame. */
  readonly frame: string
}

/**
 * The kinds of frames that may be drawn around elements where they are: each of them may be placed in it, and it in what
 * holds them now. The plain frame is not among them.
 */
export function wrappersOf(design: Design, ids: readonly string[]): readonly string[] {
  return kinds
    .filter(({ kind, frame, hidden }) => frame && !hidden && kind !== GROUP)
    .map(({ kind }) => kind)
    .filter((kind) => wrap(design, ids, kind).ok)
}

/** Draws a new frame of a kind around elements that are in the same one; the reason where it can't be. */
export function wrap(
  design: Design,
  ids: readonly string[],
  kind: string,
): ({ readonly ok: true } & Wrapped) | { readonly ok: false; readonly reason: Text } {
  const graph = graphOf(design)
  const around = new Set(ids.map((id) => graph.parent.get(id)))
  if (around.size !== 1) return { ok: false, reason: say`What is wrapped has to be in the same frame.` }
  const [outer] = around
  let frame = ''
  const added = edit(design, (draft) => {
    frame = addElement(draft, kind)
  }).design
  const outside = outer === undefined ? undefined : reasonAgainst(graphOf(added), frame, outer)
  if (outside !== undefined) return { ok: false, reason: outside }
  const placed = outer === undefined ? added : nest(added, [frame], outer)
  for (const id of ids) {
    const reason = reasonAgainst(graphOf(placed), id, frame)
    if (reason !== undefined) return { ok: false, reason }
  }
  return { ok: true, design: nest(placed, ids, frame), frame }
}

function reasonAgainst(graph: Graph, id: string, frame: string): Text | undefined {
  const fits = placement(graph, { id, kind: graph.element(id)?.kind ?? '' }, frame)
  return fits.ok ? undefined : fits.reason
}

function nest(design: Design, ids: readonly string[], frame: string | undefined): Design {
  const graph = graphOf(design)
  return edit(design, (draft) => {
    for (const id of ids) reparent(draft, graph, id, frame)
  }).design
}

/** Takes plain frames away; what was in them is then in what held them. */
export function unwrap(design: Design, ids: readonly string[]): Design {
  let next = design
  for (const id of ids) {
    const graph = graphOf(next)
    const inside = graph.children.get(id) ?? []
    next = nest(next, inside, graph.parent.get(id))
    next = edit(next, (draft) => removeElements(draft, graphOf(next), new Set([id]))).design
  }
  return next
}

/** Is it a plain frame, which can be taken away without changing what AWS gets? */
export function isGroup(graph: Graph, id: string): boolean {
  return graph.element(id)?.kind === GROUP
}
