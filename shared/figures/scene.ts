/** A design as it is drawn: every figure in its place, every line on its way. What painters paint. */
import { memo } from '../basics/memo'
import type { Design } from '../design/design'
import type { Connection } from '../graph/connection'
import { type Graph, graphOf } from '../graph/graph'
import type { NestingName } from '../graph/nestings'
import type { Translate } from '../texts/translate'
import { collapsedIn, hiddenBehind, holdersOf } from './holders'
import { type DrawnLine, linesIn } from './lines'
import type { Point, Rect } from './mark'
import { type Placement, placeItems, type SceneItem } from './places'
import { bottom, right, sameRect } from './routing/geometry'
import { type Routed, type Routing, routeLines } from './routing/route'
import { stacked } from './stacked'
import type { ColorToken } from './tokens'
import { type Layout, layoutOf, logicalView, sameView, sayOf, type View } from './view'

export type { SceneItem } from './places'

export interface SceneLine {
  readonly id: string
  /** Ids of elements; either may be a row of another element's figure, or a frame that is collapsed around the end. */
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
  /** What it was routed from. */
  readonly drawn: DrawnLine
}

export interface Scene {
  /** Frames before what they hold; of siblings the lowest first. */
  readonly items: readonly SceneItem[]
  readonly byId: ReadonlyMap<string, SceneItem>
  readonly lines: readonly SceneLine[]
  /** Around everything; empty at the origin for an empty design. */
  readonly bounds: Rect
  /** What is in collapsed frames, each with the item that stands for it. */
  readonly hidden: ReadonlyMap<string, string>
  /** While somebody drags elements. */
  readonly carried?: Carried
}

/** A scene and its two parts while somebody drags elements; the first two are the same objects all the while. */
export interface Carried {
  /** As it was before. */
  readonly from: Scene
  readonly still: Scene
  readonly moving: Scene
}

/** What is drawn: a design, or the same elements in places that are not the design's yet. */
export interface Drawing {
  readonly graph: Graph
  /** The places in the nesting of the view. */
  readonly layout: Layout
  /** The ways of lines that somebody bent among these places. */
  readonly routes?: Design['routes']
}

interface Last {
  readonly drawing: Drawing
  readonly view: View
  readonly scene: Scene
  readonly placement: Placement
  readonly routing: Routing
}

// The scene before, in each language and nesting: only speed depends on it, never the answer.
const lastIn = memo((_: Translate): Partial<Record<NestingName, Last>> => ({}))

interface Seen {
  readonly view: View
  readonly scene: Scene
}

const seen = memo((_: Design): Seen[] => [])

/** The scene of a design, remembered with it; parts that an edit leaves alone keep their identity. */
export function sceneOf(design: Design, view: View = logicalView): Scene {
  const scenes = seen(design)
  const known = scenes.find((each) => sameView(each.view, view))
  if (known) return known.scene
  // They were bent among the places of that nesting; in the other one they would lead anywhere.
  const routes = view.nesting === 'logical' ? design.routes : undefined
  const drawing = { graph: graphOf(design), layout: layoutOf(design, view.nesting) }
  const scene = sceneWith(routes ? { ...drawing, routes } : drawing, view)
  scenes.push({ view, scene })
  return scene
}

/** Where everything is, and which lines there are: a scene without the ways of its lines, which take most of the time. */
export interface Places extends Pick<Scene, 'items' | 'byId'> {
  readonly lines: readonly DrawnLine[]
}

/** The places of a design, for those who draw little of it; remembered with it. */
export function placesOf(design: Design, view: View = logicalView): Places {
  const all = placed(design)
  const known = all.find((each) => sameView(each.view, view))
  if (known) return known.places
  const scene = seen(design).find((each) => sameView(each.view, view))?.scene
  const places = scene ? { ...scene, lines: scene.lines.map(({ drawn }) => drawn) } : newPlaces(design, view)
  all.push({ view, places })
  return places
}

interface Placed {
  readonly view: View
  readonly places: Places
}

const placed = memo((_: Design): Placed[] => [])

function newPlaces(design: Design, view: View): Places {
  const [graph, layout, say] = [graphOf(design), layoutOf(design, view.nesting), sayOf(view)]
  const holders = holdersOf(graph, view.nesting)
  const collapsed = collapsedIn(holders, layout)
  const { items, byId } = placeItems({ graph, holders, layout, collapsed, say })
  const hidden = hiddenBehind(graph, holders, collapsed)
  return { items: stacked(items, byId, layout), byId, lines: linesIn({ graph, holders, hidden, say }) }
}

/** The scene of a drawing. While one is drawn again and again with other places, only what they touch is done anew. */
export function sceneWith(drawing: Drawing, view: View): Scene {
  const { graph, layout } = drawing
  const say = sayOf(view)
  const last = lastIn(say)
  const before = last[view.nesting]
  if (before && sameDrawing(before.drawing, drawing) && sameView(before.view, view)) return before.scene
  const holders = holdersOf(graph, view.nesting)
  const collapsed = sameSet(before?.placement.collapsed, collapsedIn(holders, layout))
  const placement = placeItems({ graph, holders, layout, collapsed, say }, before?.placement)
  const hidden =
    before?.placement.holders === holders && before.placement.collapsed === collapsed
      ? before.scene.hidden
      : hiddenBehind(graph, holders, collapsed)
  const lines = linesIn({ graph, holders, hidden, say })
  const routing = routeLines(lines, placement.items, before?.routing, drawing.routes)
  const items = sameList(stacked(placement.items, placement.byId, layout), before?.scene.items)
  const scene = keepScene({ ...placement, items }, keepLines(routing.routed, before), hidden, before?.scene)
  last[view.nesting] = { drawing, view, scene, placement, routing }
  return scene
}

function sameDrawing(a: Drawing, b: Drawing): boolean {
  return a.graph === b.graph && a.layout === b.layout && a.routes === b.routes
}

function sameSet(before: ReadonlySet<string> | undefined, now: ReadonlySet<string>): ReadonlySet<string> {
  return before?.size === now.size && [...now].every((id) => before.has(id)) ? before : now
}

function sameList<T>(now: readonly T[], before: readonly T[] | undefined): readonly T[] {
  if (now === before || now.length !== before?.length) return now
  return now.every((one, i) => one === before[i]) ? before : now
}

/** An edit that nothing of the drawing shows, such as another name for the design, leaves the scene as it is. */
function keepScene(
  { items, byId }: Placement,
  lines: readonly SceneLine[],
  hidden: ReadonlyMap<string, string>,
  before: Scene | undefined,
): Scene {
  if (before?.items === items && before.lines === lines && before.hidden === hidden) return before
  return { items, byId, lines, bounds: boundsOf(items, lines), hidden }
}

/** The elements that a collapsed frame hides, rows of their figures too; nothing for any other item. */
export function hiddenIn({ hidden }: Pick<Scene, 'hidden'>, id: string): readonly string[] {
  const found: string[] = []
  for (const [element, item] of hidden) if (item === id) found.push(element)
  return found
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
  return { items, byId, lines, bounds: boundsOf(items, lines), hidden: scene.hidden }
}

/** The lines as a scene has them; those that look as before are the same objects. */
function keepLines(routed: readonly Routed[], before: Last | undefined): readonly SceneLine[] {
  const old = before?.routing.routed ?? []
  const aligned = old.length === routed.length
  const byId = aligned ? undefined : new Map(before?.scene.lines.map((line) => [line.id, line]))
  let same = aligned && before !== undefined
  const lines = routed.map((route, i) => {
    const there = aligned ? before?.scene.lines[i] : undefined
    if (there && route === old[i]) return there
    const { line } = route
    const was = there?.id === line.id ? there : byId?.get(line.id)
    const kept = was && looksLike(was, route) ? was : lineOf(route)
    if (kept !== there) same = false
    return kept
  })
  return same && before ? before.scene.lines : lines
}

function looksLike(was: SceneLine, { line, points, label }: Routed): boolean {
  return was.drawn === line && samePoints(was.points, points) && sameLabel(was.label, label)
}

/** A line on its way, as a scene has it. */
export function lineOf({ line, points, label }: Routed): SceneLine {
  const connection = line.connections[0] as Connection
  return {
    id: line.id,
    from: line.from.row ?? line.from.item,
    to: line.to.row ?? line.to.item,
    meaning: line.meaning,
    points,
    head: line.head,
    text: line.text,
    ...(label === undefined ? {} : { label }),
    connection,
    connections: line.connections,
    accent: line.accent,
    drawn: line,
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
