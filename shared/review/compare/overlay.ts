/**
 * Both designs in one drawing: the new one, with what is gone where it was, and a mark on everything that differs. It is
 * described once, for every painter.
 */
import { memo } from '../../basics/memo'
import type { Design } from '../../design/design'
import type { DrawnLine } from '../../figures/lines'
import type { Point, Rect } from '../../figures/mark'
import { around, bottom, grown, overlaps, right, sameRect } from '../../figures/routing/geometry'
import { routeLines } from '../../figures/routing/route'
import {
  lineOf,
  type Places,
  placesOf,
  type Scene,
  type SceneItem,
  type SceneLine,
  sceneOf,
} from '../../figures/scene'
import { sizes } from '../../figures/tokens'
import type { View } from '../../figures/view'
import { freePlace } from '../../layout/free-place'
import type { Comparison, ElementChange, LineChange } from './comparison'
import { marksIn } from './elements'
import { indexed } from './places'

export type Status = ElementChange['status']

/** A mark on an element. */
export interface OverlayBox {
  /** The element; of a closed frame that hides changes the frame. */
  readonly id: string
  readonly status: Status
  readonly rect: Rect
  readonly radius: number
  /** Rows of its card that differ. */
  readonly rows: readonly Rect[]
}

/** A mark on a line. */
export interface OverlayLine {
  readonly status: Exclude<Status, 'moved'>
  readonly line: SceneLine
}

export interface Overlay {
  /** The new design, and behind its items and lines those that are gone. */
  readonly scene: Scene
  /** Ids of items and lines that are gone. */
  readonly ghosts: ReadonlySet<string>
  readonly boxes: readonly OverlayBox[]
  readonly lines: readonly OverlayLine[]
}

/** What of a comparison is drawn. */
export type Overlaid = Pick<Comparison, 'before' | 'after' | 'elements' | 'lines'>

/** The drawing of a comparison; only elements of the given statuses are marked, and what is gone is drawn only with them. */
export function overlayOf(comparison: Overlaid, view: View, statuses: ReadonlySet<Status>): Overlay {
  const is = sceneOf(comparison.after, view)
  const changes = comparison.elements
    .filter(({ status }) => statuses.has(status))
    .filter(marksIn(view.nesting))
  const gone = changes.filter(({ status }) => status === 'removed').map(({ id }) => id)
  const was = statuses.has('removed') ? placesOf(comparison.before, view) : NOWHERE
  const items = ghostItems(was, is, new Set(gone))
  const lines = ghostLines(comparison, view, { was, is, items })
  const scene = joined(is, items, lines)
  return {
    scene,
    ghosts: new Set([...items, ...lines].map(({ id }) => id)),
    boxes: boxesOn(scene, comparison.after, changes),
    lines: [
      ...lines.map((line) => ({ status: 'removed', line }) as const),
      ...markedLines(is, staying(comparison, statuses)),
    ],
  }
}

const NOWHERE: Places = { items: [], byId: new Map(), lines: [] }

/**
 * Removed elements where they were, as seen from what is still there, for that may have moved meanwhile; beside what has
 * taken their place.
 */
function ghostItems(was: Places, is: Scene, gone: ReadonlySet<string>): readonly SceneItem[] {
  const taken = is.items.flatMap(({ rect, figure }) => (figure.content ? [] : [rect]))
  return was.items.flatMap((item) => {
    if (!gone.has(item.id)) return []
    const there = moved(item.rect, shiftOf(item.parent, was, is))
    const rect = item.figure.content ? there : { ...there, ...besideOthers(there, taken) }
    taken.push(rect)
    return [{ ...item, rect }]
  })
}

/** Where neither it nor what is there now is hidden: it stays unless it shares half of the smaller of two boxes. */
function besideOthers(rect: Rect, taken: readonly Rect[]): Point {
  const hides = (other: Rect) => commonArea(rect, other) > Math.min(area(rect), area(other)) / 2
  if (!taken.some(hides)) return rect
  const near = taken.filter((other) => overlaps(other, grown(rect, 2 * Math.max(rect.width, rect.height))))
  return freePlace(rect, near, ANYWHERE, sizes.frame.gap)
}

const ANYWHERE: Point = { x: Number.NEGATIVE_INFINITY, y: Number.NEGATIVE_INFINITY }

function area({ width, height }: Rect): number {
  return width * height
}

/** The area that two boxes have in common. */
function commonArea(a: Rect, b: Rect): number {
  const width = Math.min(right(a), right(b)) - Math.max(a.x, b.x)
  const height = Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

function shiftOf(id: string | undefined, was: Places, is: Scene): Point {
  if (id === undefined) return { x: 0, y: 0 }
  const [old, now] = [was.byId.get(id), is.byId.get(id)]
  if (!old || !now) return shiftOf(old?.parent, was, is)
  return { x: now.rect.x - old.rect.x, y: now.rect.y - old.rect.y }
}

interface Ghostly {
  readonly was: Places
  readonly is: Scene
  /** The elements that are gone, where they are drawn. */
  readonly items: readonly SceneItem[]
}

/** Removed lines on their ways among what is there now. A line to what is not drawn any more is left out. */
function ghostLines(
  { before, lines }: Overlaid,
  { nesting }: View,
  { was, is, items }: Ghostly,
): readonly SceneLine[] {
  const removed = new Set(lines.flatMap(({ id, status }) => (status === 'removed' ? [id] : [])))
  if (removed.size === 0) return []
  const all = [...is.items, ...items]
  const there = new Map(all.map((item) => [item.id, item]))
  const gone = was.lines.filter(
    ({ from, to, connections }) =>
      there.has(from.item) && there.has(to.item) && connections.every(({ id }) => removed.has(id)),
  )
  if (gone.length === 0) return []
  // What leads to a row that may be another one by now, ends at the element.
  const plain = (end: DrawnLine['from']) =>
    was.byId.get(end.item)?.figure === there.get(end.item)?.figure ? end : { item: end.item }
  const stays = (id: string) => {
    const [old, now] = [was.byId.get(id), there.get(id)]
    return old !== undefined && now !== undefined && sameRect(old.rect, now.rect)
  }
  const routes = nesting === 'logical' ? before.routes : undefined
  const bends = gone.filter(({ id, from, to }) => routes?.[id] && stays(from.item) && stays(to.item))
  const { routed } = routeLines(
    gone.map((line) => ({ ...line, from: plain(line.from), to: plain(line.to) })),
    all,
    undefined,
    Object.fromEntries(bends.flatMap(({ id }) => (routes?.[id] ? [[id, routes[id]]] : []))),
  )
  const taken = new Set([...all, ...is.lines].map(({ id }) => id))
  // A line of the new design may have the place, and so the id, of one that is gone; an element may have it, too.
  return routed.map(lineOf).map((line) => (taken.has(line.id) ? { ...line, id: `${line.id} gone` } : line))
}

function joined(is: Scene, items: readonly SceneItem[], lines: readonly SceneLine[]): Scene {
  if (items.length + lines.length === 0) return is
  const reach = lines.flatMap(({ points }) => points.map((point) => ({ ...point, width: 0, height: 0 })))
  const rects = [...(is.items.length > 0 ? [is.bounds] : []), ...items.map(({ rect }) => rect), ...reach]
  return {
    ...is,
    items: [...is.items, ...items],
    byId: new Map([...items, ...is.items].map((item) => [item.id, item])),
    lines: [...lines, ...is.lines],
    bounds: around(rects) ?? is.bounds,
  }
}

/** Marks on the elements of a scene that differ; `design` is what is drawn. */
export function boxesOn(
  scene: Scene,
  design: Design,
  changes: readonly ElementChange[],
): readonly OverlayBox[] {
  const own = new Set(changes.map(({ id }) => id))
  const boxes = new Map<string, OverlayBox>()
  for (const change of changes) {
    const { id, status } = change
    const item = scene.byId.get(id)
    const frame = scene.byId.get(scene.hidden.get(id) ?? '')
    const row = rowsOf(scene).get(id)
    if (item) boxes.set(id, boxOf(item, change, design))
    // A closed frame stands for what is in it; what became of itself counts more.
    else if (frame && !own.has(frame.id)) boxes.set(frame.id, { ...plainBox(frame), status: 'changed' })
    else if (row) boxes.set(id, { id, status, rect: row, radius: 4, rows: [] })
  }
  return [...boxes.values()]
}

/** Where every row that is an element of its own lies. */
const rowsOf = memo((scene: Scene) => {
  const found = new Map<string, Rect>()
  for (const { rect, figure } of scene.items) {
    for (const { element, ...row } of figure.rows) {
      if (element !== undefined) found.set(element, moved(row, rect))
    }
  }
  return found
})

function moved({ x, y, width, height }: Rect, by: Point): Rect {
  return { x: by.x + x, y: by.y + y, width, height }
}

function plainBox({ id, rect, figure }: SceneItem): Omit<OverlayBox, 'status'> {
  return { id, rect, radius: figure.content ? sizes.radius.frame : sizes.radius.card, rows: [] }
}

function boxOf(item: SceneItem, change: ElementChange, { elements }: Design): OverlayBox {
  const element = elements[change.id]
  const pointers = change.fields.map(({ pointer }) => `${indexed(element, pointer)}/`)
  const rows = item.figure.rows.filter(
    ({ pointer }) => pointer !== undefined && pointers.some((one) => one.startsWith(`/spec${pointer}/`)),
  )
  return { ...plainBox(item), status: change.status, rows: rows.map((row) => moved(row, item.rect)) }
}

/** Those that are in the new design. */
function staying({ lines }: Overlaid, statuses: ReadonlySet<Status>): readonly LineChange[] {
  return lines.filter(({ status }) => status !== 'removed' && statuses.has(status))
}

/** A line stands for several facts: it is new when all of them are, and changed when some are. */
export function markedLines(scene: Scene, changes: readonly LineChange[]): readonly OverlayLine[] {
  const became = new Map(changes.map(({ id, status }) => [id, status]))
  return scene.lines.flatMap((line) => {
    const found = line.connections.map(({ id }) => became.get(id))
    const [first] = found
    if (found.every((status) => status === undefined)) return []
    return [{ status: first !== undefined && found.every((one) => one === first) ? first : 'changed', line }]
  })
}
