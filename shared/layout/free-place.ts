import type { Point, Rect } from '../figures/mark'
import { bottom, grown, overlaps, right } from '../figures/routing/geometry'
import { sizes } from '../figures/tokens'

/**
 * The place for a box nearest to where it wants to be, without lying over others or before `start`: there, or right
 * of or below one of them, on the grid.
 */
export function freePlace(wanted: Rect, others: readonly Rect[], start: Point, gap: number): Point {
  const xs = [wanted.x, ...others.map((other) => onGrid(right(other) + gap))].map((x) => Math.max(x, start.x))
  const ys = [wanted.y, ...others.map((other) => onGrid(bottom(other) + gap))].map((y) =>
    Math.max(y, start.y),
  )
  const distance = ({ x, y }: Point) => Math.abs(x - wanted.x) + Math.abs(y - wanted.y)
  const free = xs
    .flatMap((x) => ys.map((y) => ({ x, y })))
    .filter((place) => !others.some((other) => overlaps({ ...wanted, ...place }, grown(other, gap - 1))))
    .sort((a, b) => distance(a) - distance(b) || a.y - b.y || a.x - b.x)
  // Below everything there is always room, so there is always a first one.
  return free[0] as Point
}

/** The next line of the grid: of what is placed on it, nothing comes nearer to the others by rounding. */
export function onGrid(value: number): number {
  return Math.ceil(value / sizes.grid) * sizes.grid
}
