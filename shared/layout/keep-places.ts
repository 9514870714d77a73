/**
 * Places are relative to the frame that an element is drawn in, and what it is drawn in follows from the specs. When an
 * edit changes the latter only, this gives the element a place that leaves it where it was on the screen.
 */
import type { Design } from '../design/design'
import type { DesignDraft } from '../design/edit'
import { type Graph, graphOf } from '../graph/graph'

/**
 * What has to be edited after an edit from `before` to `after` so that no element jumps; undefined when nothing has.
 * Places that the edit itself wrote are left alone.
 */
export function keepPlaces(before: Design, after: Design): ((draft: DesignDraft) => void) | undefined {
  if (after.elements === before.elements) return undefined
  const was = graphOf(before)
  const is = graphOf(after)
  const moved = new Map<string, { x: number; y: number }>()
  for (const id of new Set([...was.parent.keys(), ...is.parent.keys()])) {
    const place = after.layout[id]
    if (!place || place !== before.layout[id] || was.parent.get(id) === is.parent.get(id)) continue
    const there = origin(before, was, id)
    const here = origin(after, is, id)
    if (there && here) moved.set(id, { x: place.x + there.x - here.x, y: place.y + there.y - here.y })
  }
  if (moved.size === 0) return undefined
  return (draft) => {
    for (const [id, { x, y }] of moved) Object.assign(draft.layout[id] ?? {}, { x, y })
  }
}

/** Where the frame of an element begins on the canvas; undefined while one of the frames has no place yet. */
function origin(design: Design, graph: Graph, id: string): { x: number; y: number } | undefined {
  const sum = { x: 0, y: 0 }
  for (let frame = graph.parent.get(id); frame !== undefined; frame = graph.parent.get(frame)) {
    const place = design.layout[frame]
    if (!place) return undefined
    sum.x += place.x
    sum.y += place.y
  }
  return sum
}
