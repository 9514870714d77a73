/** What lies on top of what: the order of siblings, changed. */
import type { DesignDraft } from '../design/edit'
import type { Graph } from '../graph/graph'
import { draftLayout, type NestingName } from '../graph/nestings'
import { holdersOf } from './holders'
import { placeAsDrawn } from './placing'
import { inOrder } from './stacked'

/** Puts elements on top of all others in their frames; among each other they keep their order. */
export function bringToFront(
  draft: DesignDraft,
  graph: Graph,
  ids: Iterable<string>,
  nesting: NestingName,
): void {
  stack(draft, graph, ids, nesting, 'front')
}

/** Puts elements below all others in their frames; among each other they keep their order. */
export function sendToBack(
  draft: DesignDraft,
  graph: Graph,
  ids: Iterable<string>,
  nesting: NestingName,
): void {
  stack(draft, graph, ids, nesting, 'back')
}

function stack(
  draft: DesignDraft,
  graph: Graph,
  ids: Iterable<string>,
  nesting: NestingName,
  to: 'front' | 'back',
): void {
  const { children, parent, roots } = holdersOf(graph, nesting)
  const layout = draftLayout(draft, nesting)
  const picked = new Set(ids)
  const z = (id: string) => layout[id]?.z ?? 0
  for (const frame of new Set([...picked].map((id) => parent.get(id)))) {
    const siblings = inOrder((frame === undefined ? roots : children.get(frame)) ?? [], layout)
    const moved = siblings.filter((id) => picked.has(id))
    const others = siblings.filter((id) => !picked.has(id))
    const isThere = (to === 'front' ? siblings.slice(-moved.length) : siblings.slice(0, moved.length)).every(
      (id) => picked.has(id),
    )
    if (others.length === 0 || isThere) continue
    placeAsDrawn(draft, nesting, moved)
    const first = to === 'front' ? Math.max(...others.map(z)) + 1 : Math.min(...others.map(z)) - moved.length
    moved.forEach((id, i) => {
      const place = layout[id]
      if (place) place.z = first + i
    })
  }
}
