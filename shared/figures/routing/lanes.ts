/**
 * Draws runs apart that would lie on top of each other: parallel runs in the same channel get lanes of their own. Runs
 * that end at a figure stay, their places were spread before.
 */
import { memo } from '../../basics/memo'
import type { Point } from '../mark'
import { LANE, type LaneRun, lanesFor, type Stub } from './lane-order'

type Path = readonly Point[]
type Axis = 'x' | 'y'

/** A run between two bends, and where it is in its path. */
interface Run extends LaneRun {
  readonly path: Path
  /** The point of the path that it starts at. */
  readonly index: number
}

/** An answer, with what makes the next one cheap. */
export interface Separated {
  readonly input: readonly Path[]
  readonly paths: readonly Path[]
  readonly upright: Stage
  readonly level: Stage
}

/** One direction: the paths that came in, their runs across it, where those are now, and the paths that went out. */
interface Stage {
  readonly paths: readonly Path[]
  /** By where they were. */
  readonly runs: readonly Run[]
  /** Only of runs that have others near them. */
  readonly places: ReadonlyMap<Run, number>
  readonly answer: readonly Path[]
}

/** The paths with their runs in lanes. `before` is the answer for as many paths, most of them the same. */
export function separate(paths: readonly Path[], before?: Separated): Separated {
  const upright = stage(paths, 'x', before?.upright)
  const level = stage(upright.answer, 'y', before?.level)
  return { input: paths, paths: level.answer, upright, level }
}

const uprightRuns = memo((path: Path) => runsOf(path, 'x', 'y'))
const levelRuns = memo((path: Path) => runsOf(path, 'y', 'x'))

function stage(paths: readonly Path[], across: Axis, before: Stage | undefined): Stage {
  const runsIn = across === 'x' ? uprightRuns : levelRuns
  const { gone, come, same } = difference(paths, before, runsIn)
  if (before && same) return before
  const affected = new Set(come)
  const places = new Map(before?.places)
  const old = before?.runs ?? []
  for (const run of gone) places.delete(run)
  // A cluster that lost a run may fall apart.
  forClusters(old, gone, inOrderOf(before?.paths ?? []), (cluster) => {
    for (const run of cluster) affected.add(run)
  })
  const stayed = gone.size > 0 ? old.filter((run) => !gone.has(run)) : old
  const runs = come.length > 0 ? [...stayed, ...come].sort((a, b) => a.at - b.at) : stayed
  const touched = new Set<Path>()
  forClusters(runs, affected, inOrderOf(paths), (cluster) => {
    const lanes = cluster.length > 1 ? lanesFor(cluster) : undefined
    for (let i = 0; i < cluster.length; i++) {
      const run = cluster[i] as Run
      touched.add(run.path)
      if (lanes) places.set(run, lanes[i] as number)
      else places.delete(run)
    }
  })
  const answer = before?.paths.length === paths.length ? [...before.answer] : []
  for (let i = 0; i < paths.length; i++) {
    const path = paths[i] as Path
    const known = before?.paths[i] === path ? before : undefined
    if (known && !touched.has(path)) continue
    answer[i] = moved(
      path,
      runsIn(path),
      across,
      places,
      known && { places: known.places, path: known.answer[i] as Path },
    )
  }
  return { paths, runs, places, answer }
}

/** The runs that went and came since the paths before. */
function difference(
  paths: readonly Path[],
  before: Stage | undefined,
  runsIn: (path: Path) => readonly Run[],
): { gone: Set<Run>; come: Run[]; same: boolean } {
  const gone = new Set<Run>()
  const come: Run[] = []
  let same = paths.length === before?.paths.length
  for (let i = 0; i < paths.length; i++) {
    const path = paths[i] as Path
    const old = before?.paths[i]
    if (old === path) continue
    same = false
    if (old) for (const run of runsIn(old)) gone.add(run)
    for (const run of runsIn(path)) come.push(run)
  }
  return { gone, come, same }
}

/** The path with its runs at their places; the same object as before if that is no news. */
function moved(
  path: Path,
  runs: readonly Run[],
  across: Axis,
  places: ReadonlyMap<Run, number>,
  before: { readonly places: ReadonlyMap<Run, number>; readonly path: Path } | undefined,
): Path {
  const placeOf = (run: Run) => places.get(run) ?? run.at
  if (before && runs.every((run) => (before.places.get(run) ?? run.at) === placeOf(run))) return before.path
  if (runs.every((run) => run.at === placeOf(run))) return path
  const points = [...path]
  for (const run of runs) {
    for (const k of [run.index, run.index + 1])
      points[k] = { ...(points[k] as Point), [across]: placeOf(run) }
  }
  return points
}

function runsOf(path: Path, across: Axis, along: Axis): readonly Run[] {
  const runs: Run[] = []
  for (let index = 1; index + 2 < path.length; index++) {
    const p = path[index] as Point
    const q = path[index + 1] as Point
    if (p[across] !== q[across]) continue
    const at = p[across]
    const stub = (point: Point, next: Point): Stub => ({
      along: point[along],
      after: next[across] > at,
      from: next[across],
    })
    const stubs = [stub(p, path[index - 1] as Point), stub(q, path[index + 2] as Point)] as const
    runs.push({
      path,
      index,
      at,
      low: Math.min(p[along], q[along]),
      high: Math.max(p[along], q[along]),
      stubs,
    })
  }
  return runs
}

/**
 * Calls `see` for the clusters with one of `wanted` in them: runs of one channel (each near the next one; `runs` are in
 * order) that lie beside each other, directly or through others.
 */
function forClusters(
  runs: readonly Run[],
  wanted: ReadonlySet<Run>,
  inOrder: (a: Run, b: Run) => number,
  see: (cluster: readonly Run[]) => void,
): void {
  if (wanted.size === 0) return
  for (let start = 0; start < runs.length; ) {
    let found = wanted.has(runs[start] as Run)
    let end = start + 1
    while (end < runs.length && (runs[end] as Run).at - (runs[end - 1] as Run).at < LANE) {
      found ||= wanted.has(runs[end] as Run)
      end++
    }
    if (found) {
      for (const cluster of clustersIn(runs.slice(start, end).sort(inOrder))) {
        if (cluster.some((run) => wanted.has(run))) see(cluster.sort(inOrder))
      }
    }
    start = end
  }
}

/** By where runs begin; those that begin together in the order of their paths, however they came into the list. */
function inOrderOf(paths: readonly Path[]): (a: Run, b: Run) => number {
  let order: Map<Path, number> | undefined
  const indexOf = (path: Path) => {
    order ??= new Map(paths.map((each, i) => [each, i]))
    return order.get(path) ?? 0
  }
  return (a, b) => a.low - b.low || indexOf(a.path) - indexOf(b.path) || a.index - b.index
}

/** Splits runs, in order, into those that are too near to each other, directly or through others. */
function clustersIn(channel: readonly Run[]): Run[][] {
  const clusterOf = new Map<Run, Run[]>()
  let active: Run[] = []
  for (const run of channel) {
    let cluster = [run]
    active = active.filter((other) => other.high + 4 >= run.low)
    for (const other of active) {
      const known = clusterOf.get(other) as Run[]
      if (Math.abs(other.at - run.at) >= LANE || known === cluster) continue
      // The larger one takes in the smaller one.
      const [to, from] = known.length < cluster.length ? [cluster, known] : [known, cluster]
      to.push(...from)
      for (const one of from) clusterOf.set(one, to)
      cluster = to
    }
    clusterOf.set(run, cluster)
    active.push(run)
  }
  return [...new Set(clusterOf.values())]
}
