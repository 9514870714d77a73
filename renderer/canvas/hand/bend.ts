/** Bending a line: a run is pulled aside, or a bend put elsewhere. The design is edited once, at the end. */
import type { DesignDraft } from '../../../shared/design/edit'
import type { Point as Bend } from '../../../shared/figures/mark'
import type { SceneLine } from '../../../shared/figures/scene'
import { sizes } from '../../../shared/figures/tokens'
import { type App, designOf } from '../../store'
import { t } from '../../strings/strings'
import { gestures, letGo, type Point } from '../gesture'
import type { Interaction, Pointer, Surface } from './interaction'
import { isGridOn } from './move'

/** The points that somebody put a line through. */
export function bendsOf(app: App, line: string): readonly Bend[] {
  const { routes } = designOf(app.store.getState())
  return routes && Object.hasOwn(routes, line) ? (routes[line]?.points ?? []) : []
}

/** Can the line be bent where it is drawn? Bends belong to the places of one nesting, and to lines that are drawn whole. */
export function isBendable(app: App, line: SceneLine): boolean {
  return app.store.getState().nesting === 'logical' && line.connection.id === line.id
}

/** Pulls the run at a point aside. */
export function bendingRun({ app }: Surface, line: SceneLine, at: Point): Interaction {
  const { bends, index, level } = grasp(line.points, bendsOf(app, line.id), at)
  const start = bends[index] as Bend
  return follow(app, line.id, (pointer) => {
    const to = snapped(app, pointer)
    // Only across: along itself a run can't be pulled.
    return bends.with(index, level ? { ...start, y: to.y } : { ...start, x: to.x })
  })
}

/** Puts a bend elsewhere. */
export function movingBend({ app }: Surface, line: string, index: number): Interaction {
  const bends = bendsOf(app, line)
  return follow(app, line, (pointer) => bends.with(index, snapped(app, pointer)))
}

function follow(app: App, line: string, pointsAt: (pointer: Pointer) => readonly Bend[]): Interaction {
  let points: readonly Bend[] | undefined
  return {
    move: (pointer) => {
      points = pointsAt(pointer)
      gestures.setState({ bending: { line, points } })
    },
    up: () => {
      letGo()
      if (points) setBends(app, line, points)
    },
    cancel: letGo,
  }
}

/** Moves the longest run of a line that lies across a movement; a line without one stays as it is. */
export function nudgeRun(app: App, line: SceneLine, { x, y }: Point, mergeKey: string): void {
  const upright = x !== 0
  let best: { readonly at: Bend; readonly length: number } | undefined
  for (let i = 1; i < line.points.length; i++) {
    const [p, q] = [line.points[i - 1] as Bend, line.points[i] as Bend]
    if ((p.x === q.x) !== upright) continue
    const length = Math.abs(p.x - q.x) + Math.abs(p.y - q.y)
    if (!best || length > best.length) best = { at: { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 }, length }
  }
  if (!best) return
  const { bends, index } = grasp(line.points, bendsOf(app, line.id), best.at)
  const bend = bends[index] as Bend
  setBends(app, line.id, bends.with(index, { x: bend.x + x, y: bend.y + y }), mergeKey)
}

/** Has a line go through these points; through none, it finds its own way again. */
export function setBends(app: App, line: string, points: readonly Bend[], mergeKey?: string): void {
  if (mergeKey === undefined) app.seal()
  const label = points.length > 0 ? t('steps.bend') : t('commands.connect.reset')
  const recipe = (draft: DesignDraft) => {
    const routes = draft.routes ?? {}
    if (points.length > 0) routes[line] = { ...routes[line], points: points.map((each) => ({ ...each })) }
    else delete routes[line]
    if (Object.keys(routes).length > 0) draft.routes = routes
    else delete draft.routes
  }
  app.edit(label, recipe, mergeKey === undefined ? {} : { mergeKey })
}

function snapped(app: App, { point, mod }: Pointer): Bend {
  const grid = mod || !isGridOn(app) ? 1 : sizes.grid
  return { x: Math.round(point.x / grid) * grid, y: Math.round(point.y / grid) * grid }
}

interface Grasp {
  readonly bends: readonly Bend[]
  /** The bend that is pulled. */
  readonly index: number
  readonly level: boolean
}

/** The run nearest to a point: the bend that lies on it, or a new one in its middle. */
export function grasp(points: readonly Bend[], bends: readonly Bend[], at: Point): Grasp {
  const run = nearestRun(points, at)
  const [p, q] = [points[run] as Bend, points[run + 1] as Bend]
  const level = p.y === q.y
  const runs = runsOf(points, bends)
  const there = bends.findIndex((bend, i) => runs[i] === run && isBetween(bend, p, q))
  if (there >= 0) return { bends, index: there, level }
  const index = runs.filter((each) => each < run).length
  const middle = { x: Math.round((p.x + q.x) / 2), y: Math.round((p.y + q.y) / 2) }
  return { bends: bends.toSpliced(index, 0, middle), index, level }
}

function nearestRun(points: readonly Bend[], { x, y }: Point): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let i = 1; i < points.length; i++) {
    const [p, q] = [points[i - 1] as Bend, points[i] as Bend]
    const dx = Math.max(Math.min(p.x, q.x) - x, 0, x - Math.max(p.x, q.x))
    const dy = Math.max(Math.min(p.y, q.y) - y, 0, y - Math.max(p.y, q.y))
    const distance = Math.hypot(dx, dy)
    if (distance >= least) continue
    best = i - 1
    least = distance
  }
  return best
}

/** On which run each bend lies, in the order of the line. */
function runsOf(points: readonly Bend[], bends: readonly Bend[]): readonly number[] {
  let from = 0
  return bends.map((bend) => {
    for (let i = from; i + 1 < points.length; i++) {
      if (!isBetween(bend, points[i] as Bend, points[i + 1] as Bend)) continue
      from = i
      return i
    }
    return from
  })
}

function isBetween({ x, y }: Bend, p: Bend, q: Bend): boolean {
  return (
    x >= Math.min(p.x, q.x) && x <= Math.max(p.x, q.x) && y >= Math.min(p.y, q.y) && y <= Math.max(p.y, q.y)
  )
}
