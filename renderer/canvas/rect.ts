/** Rectangles and points on the canvas. Pure. */
import type { Point, Rect } from '../../shared/figures/mark'

/** Is the point in the rectangle, or on its edge? */
export function contains({ x, y, width, height }: Rect, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height
}

/** Have two rectangles a point in common? */
export function touches(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height
}

/** Where the origin of the canvas lies in a window of a size, in its pixels, and how large the drawing is in it. */
export interface ViewBox extends Point {
  readonly zoom: number
  readonly width: number
  readonly height: number
}

/** The part of the canvas that is seen. */
export function seenIn({ x, y, zoom, width, height }: ViewBox): Rect {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
}
