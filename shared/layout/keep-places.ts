/**
 * Places are relative to the frame that an element is drawn in, and what it is drawn in follows from the specs. When an
 * edit changes the latter only, this gives the element a place that leaves it where it was on the screen, in both
 * nestings.
 */
import type { Design } from '../design/design'
import type { DesignDraft } from '../design/edit'
import { type Layout, layoutOf } from '../figures/view'
import { graphOf } from '../graph/graph'
import { type NestingName, parentsIn } from '../graph/nestings'

interface Point {
  readonly x: number
  readonly y: number
}

/**
 * What has to be edited after an edit from `before` to `after` so that no element jumps; undefined when nothing has.
 * Places that the edit itself wrote are left alone.
 */
export function keepPlaces(before: Design, after: Design): ((draft: DesignDraft) => void) | undefined {
  if (after.elements === before.elements) return undefined
  const logical = movedIn('logical', before, after)
  const network = after.networkLayout && before.networkLayout ? movedIn('network', before, after) : undefined
  if (logical.size === 0 && (network === undefined || network.size === 0)) return undefined
  return (draft) => {
    for (const [id, point] of logical) Object.assign(draft.layout[id] ?? {}, point)
    for (const [id, point] of network ?? []) Object.assign(draft.networkLayout?.[id] ?? {}, point)
  }
}

function movedIn(nesting: NestingName, before: Design, after: Design): ReadonlyMap<string, Point> {
  const moved = new Map<string, Point>()
  const was = parentsIn(graphOf(before), nesting)
  const is = parentsIn(graphOf(after), nesting)
  if (was === is) return moved
  const places = layoutOf(after, nesting)
  const old = layoutOf(before, nesting)
  for (const id of new Set([...was.keys(), ...is.keys()])) {
    const place = places[id]
    if (!place || place !== old[id] || was.get(id) === is.get(id)) continue
    const there = origin(old, was, id)
    const here = origin(places, is, id)
    if (there && here) moved.set(id, { x: place.x + there.x - here.x, y: place.y + there.y - here.y })
  }
  return moved
}

/** Where the frame of an element begins on the canvas; undefined while one of the frames has no place yet. */
function origin(layout: Layout, parents: ReadonlyMap<string, string>, id: string): Point | undefined {
  let [x, y] = [0, 0]
  for (let frame = parents.get(id); frame !== undefined; frame = parents.get(frame)) {
    const place = layout[frame]
    if (!place) return undefined
    x += place.x
    y += place.y
  }
  return { x, y }
}
