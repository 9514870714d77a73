/** A new size for a frame or a note, by any of its sides. */
import type { Design, Place } from '../design/design'
import { graphOf } from '../graph/graph'
import type { NestingName } from '../graph/nestings'
import type { Size } from './figure'
import { figureOf } from './figure-of'
import type { Rect } from './mark'
import { bottom, right } from './routing/geometry'
import { type Scene, type SceneItem, sceneOf } from './scene'
import { layoutOf, logicalView, networkView } from './view'

/**
 * The places to write so that an element takes a rectangle of the canvas, as far as that holds what is in it: a side
 * that would cut something stops there. When the left or the top side moves, what is in the frame gets places that leave
 * it where it is on the screen.
 */
export function resizeFrame(
  design: Design,
  nesting: NestingName,
  id: string,
  rect: Rect,
): Record<string, Place> {
  const scene = sceneOf(design, nesting === 'network' ? networkView : logicalView)
  const item = scene.byId.get(id)
  const layout = layoutOf(design, nesting)
  if (!item || layout[id]?.collapsed) return {}
  const inside = scene.items.filter((each) => each.parent === id)
  const now = fitted(item, rect, inside, leastSize(design, id), roomAround(scene, item))
  const frame = item.parent === undefined ? undefined : scene.byId.get(item.parent)
  const places: Record<string, Place> = {
    [id]: {
      ...layout[id],
      x: now.x - (frame?.rect.x ?? 0),
      y: now.y - (frame?.rect.y ?? 0),
      width: now.width,
      height: now.height,
    },
  }
  if (now.x === item.rect.x && now.y === item.rect.y) return places
  for (const child of inside) {
    places[child.id] = { ...layout[child.id], x: child.rect.x - now.x, y: child.rect.y - now.y }
  }
  return places
}

function leastSize(design: Design, id: string): Size {
  const graph = graphOf(design)
  const natural = figureOf(graph, id)
  // What is no frame says itself how small it can be.
  return natural.content ? natural : figureOf(graph, id, { width: 1, height: 1 })
}

/** The furthest to the left and to the top that the frame around lets something stand. */
function roomAround({ byId }: Scene, { parent }: SceneItem): { readonly x: number; readonly y: number } {
  const frame = parent === undefined ? undefined : byId.get(parent)
  const content = frame?.figure.content
  if (!frame || !content) return { x: Number.NEGATIVE_INFINITY, y: Number.NEGATIVE_INFINITY }
  return { x: frame.rect.x + content.x, y: frame.rect.y + content.y }
}

/** The wanted rectangle, with the sides that moved stopped where something would be cut. */
function fitted(
  { rect, figure }: SceneItem,
  wanted: Rect,
  inside: readonly SceneItem[],
  least: Size,
  room: { readonly x: number; readonly y: number },
): Rect {
  const { content } = figure
  const before = content ?? { x: 0, y: 0, width: rect.width, height: rect.height }
  const after = {
    x: rect.width - before.x - before.width,
    y: rect.height - before.y - before.height,
  }
  const [left, width] = side(
    { low: rect.x, high: right(rect) },
    { low: wanted.x, high: right(wanted) },
    {
      low: Math.min(...inside.map((item) => item.rect.x - before.x)),
      high: Math.max(...inside.map((item) => right(item.rect) + after.x)),
    },
    least.width,
    room.x,
  )
  const [top, height] = side(
    { low: rect.y, high: bottom(rect) },
    { low: wanted.y, high: bottom(wanted) },
    {
      low: Math.min(...inside.map((item) => item.rect.y - before.y)),
      high: Math.max(...inside.map((item) => bottom(item.rect) + after.y)),
    },
    least.height,
    room.y,
  )
  return { x: left, y: top, width, height }
}

interface Span {
  readonly low: number
  readonly high: number
}

/** One direction: where it begins and how long it is. `needed` is infinitely small while nothing is inside. */
function side(now: Span, wanted: Span, needed: Span, least: number, room: number): [number, number] {
  const low = Math.max(Math.min(wanted.low, needed.low), room)
  const high = Math.max(wanted.high, needed.high)
  if (high - low >= least) return [low, high - low]
  // Too small: the side that somebody moves stops, the other one stays.
  if (wanted.low === now.low) return [low, least]
  const start = Math.max(Math.min(high - least, low), room)
  return [start, Math.max(high - start, least)]
}
