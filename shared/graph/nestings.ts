/**
 * The two ways in which the elements of one design are drawn in each other: by what runs where (`graph.parent`), and by
 * the network. A nesting is a matter of the drawing: rules and exports know the first only.
 */
import type { DesignDraft } from '../design/edit'
import type { Graph } from './graph'
import { networkParents } from './nesting-network'

export type NestingName = 'logical' | 'network'

/** What each element is drawn in; rows of a figure are in the element whose rows they are, in both nestings. */
export function parentsIn(graph: Graph, nesting: NestingName): ReadonlyMap<string, string> {
  return nesting === 'network' ? networkParents(graph) : graph.parent
}

/** The places of a nesting, to be edited; made where nobody has placed anything in it yet. */
export function draftLayout(draft: DesignDraft, nesting: NestingName): DesignDraft['layout'] {
  if (nesting === 'logical') return draft.layout
  draft.networkLayout ??= {}
  return draft.networkLayout
}

/** Is an element, at any depth, drawn in a frame? */
export function isWithin(parents: ReadonlyMap<string, string>, id: string, frame: string): boolean {
  let above = parents.get(id)
  while (above !== undefined && above !== frame) above = parents.get(above)
  return above !== undefined
}
