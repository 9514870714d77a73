/** Putting a copied piece into a design, where the hand wants it. */
import type { Design, Place } from '../design/design'
import { edit } from '../design/edit'
import { placement, reparent } from './connect'
import { absolute, insert } from './copy'
import { type Graph, graphOf } from './graph'

export interface Pasted {
  readonly design: Design
  /** The new ids of the outermost elements. */
  readonly roots: readonly string[]
}

/**
 * Inserts a piece (from `extract`), moved by `shift` from where it was copied. What its specs still refer to holds it, so
 * the copy of a service is in the service's cluster; with `frame` it goes in there instead, as far as it may.
 */
export function paste(
  design: Design,
  piece: Design,
  shift: { readonly x: number; readonly y: number },
  frame?: { readonly id: string | undefined },
): Pasted {
  let roots: string[] = []
  const inserted = edit(design, (draft) => {
    roots = insert(draft, piece, shift)
  }).design
  const moved = frame ? intoFrame(inserted, roots, frame.id) : inserted
  return { design: withPlaces(moved, inserted, roots), roots }
}

function intoFrame(design: Design, roots: readonly string[], frame: string | undefined): Design {
  const graph = graphOf(design)
  const willing = roots.filter((id) => graph.parent.get(id) !== frame && fits(graph, id, frame))
  return edit(design, (draft) => {
    for (const id of willing) reparent(draft, graph, id, frame)
  }).design
}

function fits(graph: Graph, id: string, frame: string | undefined): boolean {
  return frame === undefined || placement(graph, { id, kind: graph.element(id)?.kind ?? '' }, frame).ok
}

/** The places of the outermost elements are those of the canvas: they become those of the frames they are in. */
function withPlaces(design: Design, inserted: Design, roots: readonly string[]): Design {
  const graph = graphOf(design)
  const layout: Record<string, Place> = { ...design.layout }
  for (const id of roots) {
    const wanted = inserted.layout[id]
    const holder = graph.parent.get(id)
    if (!wanted || holder === undefined) continue
    const origin = absolute(design, graph, holder)
    layout[id] = { ...wanted, x: wanted.x - origin.x, y: wanted.y - origin.y }
  }
  return { ...design, layout }
}
