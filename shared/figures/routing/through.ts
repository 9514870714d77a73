/**
 * The way of a line through given points: the shortest one with the fewest bends that runs over no figure. It is searched
 * on a net of the few coordinates that matter: the ends, the points, and the sides of what turned out to be in the way.
 */
import type { Point, Rect } from '../mark'
import type { Field } from './field'
import { bottom, isHorizontal, right, type Side, simplify } from './geometry'
import { type Heading, type Net, type Stop, search } from './net'

/** Where a line may leave a figure, or arrive at it. */
export interface Exit {
  readonly side: Side
  readonly at: Point
  /** From the edge of a frame to something in it. */
  readonly inward: boolean
}

export interface Way {
  readonly points: readonly Point[]
  readonly from: Side
  readonly to: Side
  readonly cost: number
}

/** How far a line runs straight before it turns. */
const STUB = 14
/** Between a line and the figure that it goes around. */
const ASIDE = 8
/** How often what is in the way is looked for: around one figure there may be another one. */
const ROUNDS = 4
/** More sides than these make the search slow, and the way no better. */
const MOST = 48

const headings: Readonly<Record<Side, Heading>> = { right: 0, bottom: 1, left: 2, top: 3 }

/** The best way from one of the exits through the points, in order, to one of the others. */
export function wayThrough(
  starts: readonly Exit[],
  ends: readonly Exit[],
  points: readonly Point[],
  field: Field,
): Way | undefined {
  const stops: Stop[][] = [
    starts.map((exit) => ({ at: exit.at, heading: outOf(exit) })),
    ...points.map((at) => [{ at }]),
    // Arriving at a side means heading into it.
    ends.map((exit) => ({ at: exit.at, heading: ((outOf(exit) + 2) % 4) as Heading })),
  ]
  const price = prices(field)
  let net: Net | undefined = netOf(starts, ends, points, price)
  let best: Way | undefined
  for (let round = 0; net && round < ROUNDS; round++) {
    const found = search(net, stops)
    const start = found && starts[found.first]
    const end = found && ends[found.last]
    if (!start || !end) return best
    best = { points: simplify(found.points), from: start.side, to: end.side, cost: found.cost }
    net = withSides(net, blocking(best.points, field))
  }
  return best
}

/** The length of a piece of a track, and what it runs over; each is looked at once. */
function prices(field: Field): Net['price'] {
  const known = new Map<string, number>()
  return (x1, y1, x2, y2) => {
    const key = `${x1} ${y1} ${x2} ${y2}`
    let price = known.get(key)
    if (price === undefined) {
      price = field.cost(x1, y1, x2, y2) + x2 - x1 + y2 - y1
      known.set(key, price)
    }
    return price
  }
}

function outOf({ side, inward }: Exit): Heading {
  return inward ? (((headings[side] + 2) % 4) as Heading) : headings[side]
}

/** The coordinates that a way may bend at before anything is known to be in its way. */
function netOf(
  starts: readonly Exit[],
  ends: readonly Exit[],
  points: readonly Point[],
  price: Net['price'],
): Net {
  const xs = new Set<number>()
  const ys = new Set<number>()
  for (const { x, y } of points) {
    xs.add(x)
    ys.add(y)
  }
  for (const { side, at } of [...starts, ...ends]) {
    xs.add(at.x)
    ys.add(at.y)
    for (const out of [STUB, -STUB]) {
      if (isHorizontal(side)) xs.add(at.x + out)
      else ys.add(at.y + out)
    }
  }
  const row = [starts[0]?.at, ...points, ends[0]?.at].flatMap((point) => point ?? [])
  for (const [i, point] of row.entries()) {
    const next = row[i + 1]
    if (!next) continue
    xs.add(Math.round((point.x + next.x) / 2))
    ys.add(Math.round((point.y + next.y) / 2))
  }
  return { xs: sorted(xs), ys: sorted(ys), price }
}

function blocking(points: readonly Point[], field: Field): Rect[] {
  return points.slice(1).flatMap((end, i) => {
    const start = points[i] as Point
    return field.hits(start.x, start.y, end.x, end.y)
  })
}

/** Lets the way bend beside figures; undefined when it could already. */
function withSides(net: Net, rects: readonly Rect[]): Net | undefined {
  const xs = new Set(net.xs)
  const ys = new Set(net.ys)
  for (const rect of rects) {
    if (xs.size > MOST || ys.size > MOST) break
    for (const x of [rect.x - ASIDE, right(rect) + ASIDE]) xs.add(x)
    for (const y of [rect.y - ASIDE, bottom(rect) + ASIDE]) ys.add(y)
  }
  if (xs.size === net.xs.length && ys.size === net.ys.length) return undefined
  return { ...net, xs: sorted(xs), ys: sorted(ys) }
}

function sorted(values: Iterable<number>): number[] {
  return [...values].sort((a, b) => a - b)
}
