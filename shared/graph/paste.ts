/** Putting a copied piece into a design, where the hand wants it. */
import { removePruned } from '../basics/json'
import type { Design, Place } from '../design/design'
import { type DesignDraft, edit } from '../design/edit'
import { kindOf } from '../elements/kinds'
import { placement, reparent } from './connect'
import { absolute, insert } from './copy'
import { type DanglingReference, type Graph, graphOf } from './graph'
import { type NestingName, parentsIn } from './nestings'
import { relationsAt } from './relations'

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
  const whole = withoutStrays(design, inserted)
  const moved = frame ? intoFrame(whole, roots, frame.id) : whole
  return { design: withPlaces(moved, inserted, roots), roots }
}

/** The lines of a piece from another design that led to elements which are not here would lead nowhere: they are left out. */
function withoutStrays(before: Design, inserted: Design): Design {
  const graph = graphOf(inserted)
  const fresh = Object.keys(inserted.elements).filter((id) => !Object.hasOwn(before.elements, id))
  return edit(inserted, (draft) => {
    for (const id of fresh) {
      const strays = (graph.dangling.get(id) ?? []).filter((reference) => !graph.element(reference.id))
      // Later places of a list first, so that removing one doesn't move the next.
      for (const stray of [...strays].reverse()) cut(draft, stray)
    }
  }).design
}

/** Takes a reference out; where it is only part of somebody's text, the text stays. */
function cut(draft: DesignDraft, { from, id, pointer }: DanglingReference): void {
  const element = draft.elements[from]
  const kind = kindOf(element?.kind ?? '')
  const [relation] = kind ? relationsAt(kind, pointer) : []
  if (!element || !relation) return
  if (relation.disconnect) relation.disconnect(element.spec, pointer, id)
  else removePruned(element.spec, pointer)
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

/** What went into another frame stays where it was on the canvas, in both nestings. */
function withPlaces(design: Design, inserted: Design, roots: readonly string[]): Design {
  const layout = placesIn('logical', design, inserted, roots)
  const networkLayout = placesIn('network', design, inserted, roots)
  return { ...design, ...(layout && { layout }), ...(networkLayout && { networkLayout }) }
}

function placesIn(
  nesting: NestingName,
  design: Design,
  inserted: Design,
  roots: readonly string[],
): Design['layout'] | undefined {
  const places = nesting === 'network' ? design.networkLayout : design.layout
  const was = graphOf(inserted)
  const is = graphOf(design)
  const moved: Record<string, Place> = { ...places }
  for (const id of roots) {
    const holder = parentsIn(is, nesting).get(id)
    const place = moved[id]
    if (!place || holder === parentsIn(was, nesting).get(id)) continue
    const wanted = absolute(inserted, was, id, nesting)
    const origin = holder === undefined ? { x: 0, y: 0 } : absolute(design, is, holder, nesting)
    moved[id] = { ...place, x: wanted.x - origin.x, y: wanted.y - origin.y }
  }
  return places && moved
}
