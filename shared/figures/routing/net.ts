/**
 * The cheapest way over a net of level and upright tracks, from stop to stop. A state is a crossing and a heading, as one
 * number: this runs for every frame of a drag.
 */
import type { Point } from '../mark'
import { Heap } from './heap'

/** Right, down, left, up. */
export type Heading = 0 | 1 | 2 | 3

export interface Net {
  /** Of the upright tracks, in order. */
  readonly xs: readonly number[]
  /** Of the level ones. */
  readonly ys: readonly number[]
  /** What a piece of a track costs. */
  readonly price: (x1: number, y1: number, x2: number, y2: number) => number
}

/** A point that a way leaves, passes or reaches; with a heading, only in that direction. */
export interface Stop {
  readonly at: Point
  readonly heading?: Heading
}

export interface Found {
  readonly points: readonly Point[]
  readonly cost: number
  /** Which of the first stops it leaves, and which of the last ones it reaches. */
  readonly first: number
  readonly last: number
}

/** What a bend costs, in pixels of detour. */
const BEND = 28
/** A way that reaches a stop for so much more than another one can't be the better one of the two any more. */
const HOPELESS = 4 * BEND

const dx = [1, 0, -1, 0] as const
const dy = [0, 1, 0, -1] as const
const everyHeading: readonly Heading[] = [0, 1, 2, 3]

/** The ways to the stops of one group: what each state costs, and which one comes before it. */
interface Leg {
  readonly costs: Float64Array
  readonly before: Int32Array
  readonly reached: readonly number[]
}

/** From one of the first stops over one stop of each further group to one of the last. */
export function search(net: Net, groups: readonly (readonly Stop[])[]): Found | undefined {
  const [starts = [], ...rest] = groups
  const legs: Leg[] = []
  let open = new Map(starts.flatMap((stop) => statesOf(net, stop).map((state) => [state, 0])))
  for (const goals of rest) {
    const leg = ways(net, open, new Set(goals.flatMap((stop) => statesOf(net, stop))), legs.length === 0)
    if (leg.reached.length === 0) return undefined
    open = new Map(leg.reached.map((state) => [state, leg.costs[state] as number]))
    legs.push(leg)
  }
  const [end, cost] = [...open].reduce((least, one) => (one[1] < least[1] ? one : least))
  const { points, start } = back(net, legs, end)
  const at = (stops: readonly Stop[], state: number) =>
    stops.findIndex((stop) => statesOf(net, stop).includes(state))
  return { points, cost, first: at(starts, start), last: at(groups.at(-1) ?? [], end) }
}

function statesOf({ xs, ys }: Net, { at, heading }: Stop): number[] {
  const column = xs.indexOf(at.x)
  const row = ys.indexOf(at.y)
  if (column < 0 || row < 0) return []
  const place = (row * xs.length + column) * 4
  return heading === undefined ? everyHeading.map((each) => place + each) : [place + heading]
}

/** All ways worth going on with from the open states to the wanted ones; a line leaves its figure straight. */
function ways(
  net: Net,
  open: ReadonlyMap<number, number>,
  wanted: ReadonlySet<number>,
  leaving: boolean,
): Leg {
  const size = net.xs.length * net.ys.length * 4
  const costs = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  const before = new Int32Array(size).fill(-1)
  const done = new Uint8Array(size)
  const heap = new Heap()
  for (const [state, cost] of open) {
    costs[state] = cost
    heap.add(state, cost)
  }
  const reached: number[] = []
  let limit = Number.POSITIVE_INFINITY
  for (let state = heap.take(); state >= 0; state = heap.take()) {
    const cost = costs[state] as number
    if (cost > limit) break
    if (done[state] === 1) continue
    done[state] = 1
    if (wanted.has(state)) {
      if (reached.length === 0) limit = cost + HOPELESS
      reached.push(state)
    }
    const begins = open.has(state) && before[state] === -1
    const straight = leaving && begins
    // Of ways that cost the same, the one that runs through the stop rather than bends there.
    const bend = begins ? BEND + 1 : BEND
    for (let turn = 0; turn < 4; turn++) {
      if (turn === 2 || (straight && turn !== 0)) continue
      const next = step(net, state, (state + turn) & 3)
      if (next < 0 || done[next] === 1) continue
      const sum = cost + priceOf(net, state >> 2, next >> 2) + (turn === 0 ? 0 : bend)
      if (sum >= (costs[next] as number)) continue
      costs[next] = sum
      before[next] = state
      heap.add(next, sum)
    }
  }
  return { costs, before, reached }
}

/** The state at the next crossing in a direction; -1 beyond the last one. */
function step({ xs, ys }: Net, state: number, heading: number): number {
  const place = state >> 2
  const column = (place % xs.length) + (dx[heading] as number)
  const row = Math.floor(place / xs.length) + (dy[heading] as number)
  if (column < 0 || row < 0 || column >= xs.length || row >= ys.length) return -1
  return (row * xs.length + column) * 4 + heading
}

function priceOf(net: Net, from: number, to: number): number {
  const [a, b] = [pointAt(net, from), pointAt(net, to)]
  return net.price(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y))
}

function pointAt({ xs, ys }: Net, place: number): Point {
  return { x: xs[place % xs.length] as number, y: ys[Math.floor(place / xs.length)] as number }
}

/** The way to a state, back over all legs, and the state that it began in. */
function back(
  net: Net,
  legs: readonly Leg[],
  end: number,
): { readonly points: Point[]; readonly start: number } {
  const points: Point[] = [pointAt(net, end >> 2)]
  let state = end
  for (const { before } of legs.toReversed()) {
    for (let earlier = before[state] as number; earlier >= 0; earlier = before[state] as number) {
      state = earlier
      points.push(pointAt(net, state >> 2))
    }
  }
  return { points: points.reverse(), start: state }
}
