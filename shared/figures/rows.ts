/** Places within one frame, or on the canvas: those that are known, and rows for the elements that have none yet. */
import type { Size } from './figure'
import type { Point, Rect } from './mark'
import { sizes } from './tokens'
import type { Layout } from './view'

/** How wide rows of elements without a place may become, where nothing else says so. */
const ROW_WIDTH = 1120

/**
 * Places of the elements of one frame (or of the canvas), in their order. They never lie over the frame's header or
 * its left padding. Elements without a place follow below the others, in rows.
 */
export function arrange(
  ids: readonly string[],
  layout: Layout,
  measure: (id: string) => Size,
  content: Rect | undefined,
): Point[] {
  const left = content?.x ?? 0
  const top = content?.y ?? 0
  const places: (Point | undefined)[] = []
  const measured: Size[] = []
  let right = left
  let bottom = top
  for (const id of ids) {
    const size = measure(id)
    measured.push(size)
    const stored = layout[id]
    if (stored === undefined) {
      places.push(undefined)
      continue
    }
    const place = content
      ? { x: Math.max(stored.x, left), y: Math.max(stored.y, top) }
      : { x: stored.x, y: stored.y }
    places.push(place)
    right = Math.max(right, place.x + size.width)
    bottom = Math.max(bottom, place.y + size.height + sizes.frame.gap)
  }
  return fillIn(places, measured, { x: left, y: bottom }, Math.max(right, left + ROW_WIDTH))
}

function fillIn(
  places: readonly (Point | undefined)[],
  measured: readonly Size[],
  start: Point,
  limit: number,
): Point[] {
  const { gap } = sizes.frame
  let { x, y } = start
  let rowHeight = 0
  return places.map((place, i) => {
    if (place) return place
    const { width, height } = measured[i] as Size
    if (x > start.x && x + width > limit) {
      x = start.x
      y += rowHeight + gap
      rowHeight = 0
    }
    const free = { x, y }
    x += width + gap
    rowHeight = Math.max(rowHeight, height)
    return free
  })
}
