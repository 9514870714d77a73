/** Gives the runs of one cluster lanes of their own, in the order that makes the fewest crossings. */
import { clamp } from './geometry'

/** Between two lanes. */
export const LANE = 8
/** Beyond this many runs in a cluster their order is no longer worth the work. */
const SORTED = 80
/** What is left of the parts of a path before and after a run. */
const TURN = 10

/** A run between two bends. Coordinates: `at` across, `low` to `high` along. */
export interface LaneRun {
  readonly at: number
  readonly low: number
  readonly high: number
  /** Where the path comes in and goes out. */
  readonly stubs: readonly [Stub, Stub]
}

export interface Stub {
  readonly along: number
  /** On the side of the larger coordinates. */
  readonly after: boolean
  /** Across: where the part of the path beside the run begins or ends. */
  readonly from: number
}

/** The place of each run of a cluster. */
export function lanesFor(cluster: readonly LaneRun[]): number[] {
  const order = cluster.length > SORTED ? cluster.map((_, i) => i) : fewestCrossings(cluster)
  const lane: number[] = cluster.map(() => 0)
  let last = 0
  order.forEach((i, n) => {
    const run = cluster[i] as LaneRun
    for (let m = n - 1; m >= 0; m--) {
      const other = order[m] as number
      if (meet(run, cluster[other] as LaneRun))
        lane[i] = Math.max(lane[i] as number, (lane[other] as number) + 1)
    }
    last = Math.max(last, lane[i] as number)
  })
  const middle = cluster.reduce((sum, run) => sum + run.at, 0) / cluster.length
  const [low, high] = room(cluster)
  const step = Math.min(LANE, (high - low) / Math.max(last, 1))
  const start = clamp(middle - (step * last) / 2, low, high - step * last)
  return lane.map((n) => Math.round(start + n * step))
}

/** How far all of them can move without one of their paths turning back. */
function room(cluster: readonly LaneRun[]): [number, number] {
  const spread = LANE * cluster.length
  let low = Number.NEGATIVE_INFINITY
  let high = Number.POSITIVE_INFINITY
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const { at, stubs } of cluster) {
    first = Math.min(first, at)
    last = Math.max(last, at)
    for (const { from } of stubs) {
      if (from < at) low = Math.max(low, from + TURN)
      else high = Math.min(high, from - TURN)
    }
  }
  low = Math.max(low, first - spread)
  high = Math.min(high, last + spread)
  return low <= high ? [low, high] : [(low + high) / 2, (low + high) / 2]
}

function meet(a: LaneRun, b: LaneRun): boolean {
  return a.low <= b.high + 4 && b.low <= a.high + 4
}

/** Insertion by pairs: each run goes where it crosses the fewest of those already ordered. */
function fewestCrossings(cluster: readonly LaneRun[]): number[] {
  const order: number[] = []
  for (let i = 0; i < cluster.length; i++) {
    const run = cluster[i] as LaneRun
    let crossings = 0
    for (const other of order) crossings += crossed(run, cluster[other] as LaneRun)
    let best = crossings
    let place = 0
    order.forEach((other, n) => {
      crossings += crossed(cluster[other] as LaneRun, run) - crossed(run, cluster[other] as LaneRun)
      if (crossings < best) {
        best = crossings
        place = n + 1
      }
    })
    order.splice(place, 0, i)
  }
  return order
}

/** How often two paths cross when the first run lies before the second one. */
function crossed(first: LaneRun, second: LaneRun): number {
  let n = 0
  for (const { along, after } of first.stubs) if (after && along > second.low && along < second.high) n++
  for (const { along, after } of second.stubs) if (!after && along > first.low && along < first.high) n++
  return n
}
