/** Lines that somebody bent: they go through the points that were put down, and find the rest of their way themselves. */
import type { Point } from '../mark'
import { type End, hasSide, span } from './ends'
import type { Field } from './field'
import { center, isHorizontal, type Side, sides } from './geometry'
import { anchor, type SidePair } from './paths'
import { type Exit, wayThrough } from './through'

/** The points, from the start of the line to its end. */
export type Bent = readonly Point[]

/** The sides that the best way through the points begins and ends at. */
export function bentSides(from: End, to: End, bent: Bent, field: Field): SidePair {
  const first = bent[0] ?? center(to.area)
  const last = bent.at(-1) ?? center(from.area)
  const starts = exitsOf(from, first, field.holds(from.item, to.item))
  const ends = exitsOf(to, last, field.holds(to.item, from.item))
  const way = wayThrough(starts, ends, bent, field)
  return way ? { from: way.from, to: way.to } : { from: 'right', to: 'left' }
}

/** The way of a line whose usual ways all run over figures; undefined where there is none that does not. */
export function wayAround(
  from: End,
  to: End,
  pair: SidePair,
  ends: readonly [Point, Point],
  field: Field,
): readonly Point[] | undefined {
  const points = bentWay(from, to, pair, ends, [], field)
  return isBlocked(points, field) ? undefined : points
}

/** Does a way run over a figure that it has nothing to do with? */
export function isBlocked(points: readonly Point[], field: Field): boolean {
  return points.slice(1).some((end, i) => {
    const start = points[i] as Point
    return field.blocks(start.x, start.y, end.x, end.y)
  })
}

/** The way between two places on two sides, through the points. */
export function bentWay(
  from: End,
  to: End,
  pair: SidePair,
  [start, end]: readonly [Point, Point],
  bent: Bent,
  field: Field,
): readonly Point[] {
  const starts: Exit[] = [{ side: pair.from, at: start, inward: field.holds(from.item, to.item) }]
  const ends: Exit[] = [{ side: pair.to, at: end, inward: field.holds(to.item, from.item) }]
  return wayThrough(starts, ends, bent, field)?.points ?? [start, ...bent, end]
}

/** Every side of an end, each at the place that is straight across from where the line goes. */
function exitsOf(end: End, aim: Point, inward: boolean): Exit[] {
  return sides
    .filter((side) => hasSide(end, side))
    .map((side) => ({ side, at: anchor(end, side, towards(end, side, aim)), inward }))
}

/** The place on a side that is straight across from a point that the line goes to; the middle where none is. */
export function towards(end: End, side: Side, aim: Point): number {
  const [low, high] = span(end, side)
  const wanted = isHorizontal(side) ? aim.y : aim.x
  return wanted >= low && wanted <= high ? wanted : Math.round((low + high) / 2)
}
