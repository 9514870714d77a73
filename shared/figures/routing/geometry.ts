/** The small vocabulary of routing. */
import type { Point, Rect } from '../mark'

export type Side = 'left' | 'right' | 'top' | 'bottom'

export const sides = ['left', 'right', 'top', 'bottom'] as const

export const opposite = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' } as const

/** Sides whose lines run left and right. */
export function isHorizontal(side: Side): boolean {
  return side === 'left' || side === 'right'
}

export function right(rect: Rect): number {
  return rect.x + rect.width
}

export function bottom(rect: Rect): number {
  return rect.y + rect.height
}

export function center(rect: Rect): Point {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }
}

/** The coordinate of a side: x for left and right, y for top and bottom. */
export function edge(rect: Rect, side: Side): number {
  switch (side) {
    case 'left':
      return rect.x
    case 'right':
      return right(rect)
    case 'top':
      return rect.y
    case 'bottom':
      return bottom(rect)
  }
}

export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a)
}

/** The smallest rectangle around others; undefined around nothing. */
export function around(rects: readonly Rect[]): Rect | undefined {
  if (rects.length === 0) return undefined
  const x = Math.min(...rects.map((rect) => rect.x))
  const y = Math.min(...rects.map((rect) => rect.y))
  return { x, y, width: Math.max(...rects.map(right)) - x, height: Math.max(...rects.map(bottom)) - y }
}

export function sameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}

/**
 * A small number for a cell of a grid. Cells very far apart share one, which costs time but is not wrong: whoever looks
 * into a cell checks the distance.
 */
export function cellKey(column: number, row: number): number {
  return ((column & 0x7fff) << 15) | (row & 0x7fff)
}

/** Drops points that a straight run does not need. */
export function simplify(points: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const last = kept[kept.length - 1]
    if (last && last.x === point.x && last.y === point.y) continue
    const before = kept[kept.length - 2]
    const straight =
      before &&
      last &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    if (straight) kept[kept.length - 1] = point
    else kept.push(point)
  }
  return kept
}

/** A box with that much more on every side. */
export function grown(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, width: rect.width + 2 * by, height: rect.height + 2 * by }
}
