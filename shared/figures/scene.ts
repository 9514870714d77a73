/** A design as it is drawn: every figure in its place, every line on its way. What painters paint. */
import { memo } from '../basics/memo'
import type { Design } from '../design/design'
import type { Connection } from '../graph/connection'
import { graphOf } from '../graph/graph'
import { type DrawnLine, linesOf } from './lines'
import type { Point, Rect } from './mark'
import { type Placement, placeItems, type SceneItem } from './places'
import { bottom, right, sameRect } from './routing/geometry'
import { type Routed, type Routing, routeLines } from './routing/route'
import type { ColorToken } from './tokens'

export type { SceneItem } from './places'

export interface SceneLine {
  readonly id: string
  /** Ids of elements; either may be a row of another element's figure. */
  readonly from: string
  readonly to: string
  readonly meaning: string
  /** From `from` to `to`; every run is level or upright. */
  readonly points: readonly Point[]
  /** The end with the arrow: what the traffic, the image or the value flows to. */
  readonly head: 'from' | 'to'
  /** What it says, whole; for tooltips and screen readers. */
  readonly text: string
  /** The pill, where there is room for one. */
  readonly label?: { readonly text: string; readonly rect: Rect }
  readonly connection: Connection
  /** All facts that this line stands for; several secrets of one container are one line. */
  readonly connections: readonly Connection[]
  /** The colour of a selected line: the category of its target. */
  readonly accent: ColorToken
}

export interface Scene {
  /** Frames before what they hold. */
  readonly items: readonly SceneItem[]
  readonly byId: ReadonlyMap<string, SceneItem>
  readonly lines: readonly SceneLine[]
  /** Around everything; empty at the origin for an empty design. */
  readonly bounds: Rect
}

interface Last {
  readonly scene: Scene
  readonly placement: Placement
  readonly routing: Routing
}

// The scene before: only speed depends on it, never the answer.
let last: Last | undefined

const NOTHING: ReadonlySet<string> = new Set()

/**
 * The scene of a design, remembered with it; parts that an edit leaves alone keep their identity. `floating` are elements
 * that are being dragged: their frames keep still, so that they can be dragged out.
 */
export function sceneOf(design: Design, floating: ReadonlySet<string> = NOTHING): Scene {
  return scenesWith(floating)(design)
}

const scenesWith = memo((floating: ReadonlySet<string>) =>
  memo((design: Design) => drawScene(design, floating)),
)

function drawScene(design: Design, floating: ReadonlySet<string>): Scene {
  const graph = graphOf(design)
  const placement = placeItems(graph, design.layout, last?.placement, floating)
  const { items, byId } = placement
  const routing = routeLines(linesOf(graph), items, last?.routing)
  const lines = keepLines(routing.routed, last)
  const scene: Scene = { items, byId, lines, bounds: boundsOf(items, lines) }
  last = { scene, placement, routing }
  return scene
}

/** A scene with only some elements, what is in them, and the lines between them: for the picture of a selection. */
export function part(scene: Scene, ids: ReadonlySet<string>): Scene {
  const inside = (item: SceneItem | undefined): boolean =>
    item !== undefined &&
    (ids.has(item.id) || (item.parent !== undefined && inside(scene.byId.get(item.parent))))
  const items = scene.items.filter(inside)
  const byId = new Map(items.map((item) => [item.id, item]))
  const rows = new Set(items.flatMap((item) => item.figure.rows.flatMap((row) => row.element ?? [])))
  const shown = (id: string) => byId.has(id) || rows.has(id)
  const lines = scene.lines.filter((line) => shown(line.from) && shown(line.to))
  return { items, byId, lines, bounds: boundsOf(items, lines) }
}

/** The lines as a scene has them; those that look as before are the same objects. */
function keepLines(routed: readonly Routed[], before: Last | undefined): SceneLine[] {
  const old = before?.routing.routed ?? []
  const aligned = old.length === routed.length
  const byId = aligned ? undefined : new Map(before?.scene.lines.map((line) => [line.id, line]))
  return routed.map((route, i) => {
    const there = aligned ? before?.scene.lines[i] : undefined
    if (there && route === old[i]) return there
    const { line, points, label } = route
    const was = there?.id === line.id ? there : byId?.get(line.id)
    return was && looksLike(was, route) ? was : lineOf(line, points, label)
  })
}

function looksLike(was: SceneLine, { line, points, label }: Routed): boolean {
  return was.connections === line.connections && samePoints(was.points, points) && sameLabel(was.label, label)
}

function lineOf(line: DrawnLine, points: readonly Point[], label: Routed['label']): SceneLine {
  const connection = line.connections[0] as Connection
  return {
    id: line.id,
    from: connection.from,
    to: connection.to,
    meaning: line.meaning,
    points,
    head: line.head,
    text: line.text,
    ...(label === undefined ? {} : { label }),
    connection,
    connections: line.connections,
    accent: line.accent,
  }
}

function samePoints(a: readonly Point[], b: readonly Point[]): boolean {
  if (a === b) return true
  return a.length === b.length && a.every((p, i) => p.x === b[i]?.x && p.y === b[i]?.y)
}

function sameLabel(a: SceneLine['label'], b: SceneLine['label']): boolean {
  if (a === undefined || b === undefined) return a === b
  return a.text === b.text && sameRect(a.rect, b.rect)
}

function boundsOf(items: readonly SceneItem[], lines: readonly SceneLine[]): Rect {
  if (items.length === 0) return { x: 0, y: 0, width: 0, height: 0 }
  let x1 = Number.POSITIVE_INFINITY
  let y1 = Number.POSITIVE_INFINITY
  let x2 = Number.NEGATIVE_INFINITY
  let y2 = Number.NEGATIVE_INFINITY
  const include = (left: number, top: number, far: number, low: number) => {
    if (left < x1) x1 = left
    if (top < y1) y1 = top
    if (far > x2) x2 = far
    if (low > y2) y2 = low
  }
  for (const { rect } of items) include(rect.x, rect.y, right(rect), bottom(rect))
  for (const { points, label } of lines) {
    for (const { x, y } of points) include(x, y, x, y)
    if (label) include(label.rect.x, label.rect.y, right(label.rect), bottom(label.rect))
  }
  return { x: x1, y: y1, width: x2 - x1, height: y2 - y1 }
}
