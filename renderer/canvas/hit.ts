/** What is under a point of the canvas. Works on the scene, not on the DOM, so it is the same at every zoom. */
import { memo } from '../../shared/basics/memo'
import type { Scene, SceneItem, SceneLine } from '../../shared/figures/scene'
import { sizes } from '../../shared/figures/tokens'
import type { Point } from './gesture'
import { contains } from './rect'

/** How far from a line a press still means it, in pixels of the screen. */
export const LINE_REACH = 6

/**
 * The element on top at a point: cards lie above frames, and of either the later one above the earlier. `without` leaves
 * elements and all that is in them out.
 */
export function itemAt(scene: Scene, point: Point, without?: ReadonlySet<string>): SceneItem | undefined {
  let frame: SceneItem | undefined
  for (let i = scene.items.length - 1; i >= 0; i--) {
    const item = scene.items[i] as SceneItem
    if (!contains(item.rect, point) || (without && isIn(scene, item, without))) continue
    if (!item.figure.content) return item
    frame ??= item
  }
  return frame
}

export interface Row {
  readonly pointer?: string
  readonly element?: string
}

/** The row of an element's figure under a point. */
export function rowAt(item: SceneItem, point: Point): Row | undefined {
  const local = { x: point.x - item.rect.x, y: point.y - item.rect.y }
  return item.figure.rows.find((row) => contains(row, local))
}

/** Is the point in the header of a frame, or anywhere on a card? That is where an element is picked up. */
export function isGrip({ figure, rect }: SceneItem, point: Point): boolean {
  return figure.content === undefined || point.y <= rect.y + sizes.frame.header
}

/** The line within reach of a point, the nearest one. */
export function lineAt(scene: Scene, point: Point, reach: number): SceneLine | undefined {
  let best: SceneLine | undefined
  let least = reach
  for (const line of scene.lines) {
    const distance = distanceTo(line.points, point, least)
    if (distance >= least) continue
    best = line
    least = distance
  }
  return best
}

function distanceTo(points: readonly Point[], { x, y }: Point, most: number): number {
  let least = most
  for (let i = 1; i < points.length; i++) {
    const a = points[i - 1] as Point
    const b = points[i] as Point
    // Every run is level or upright, so the nearest point of it is the clamped one.
    const dx = a.x < b.x ? beyond(x, a.x, b.x) : beyond(x, b.x, a.x)
    const dy = a.y < b.y ? beyond(y, a.y, b.y) : beyond(y, b.y, a.y)
    if (dx < least && dy < least) least = Math.min(least, Math.hypot(dx, dy))
  }
  return least
}

/** How far a number is outside of a span. */
function beyond(n: number, low: number, high: number): number {
  return n < low ? low - n : n > high ? n - high : 0
}

export interface Hit {
  readonly item?: SceneItem
  readonly line?: SceneLine
}

/** What a press at a point means: a card, else a line within reach, else the frame below. */
export function hitAt(scene: Scene, point: Point, reach: number): Hit {
  const item = itemAt(scene, point)
  if (item && (!item.figure.content || isGrip(item, point))) return { item }
  const line = lineAt(scene, point, reach)
  if (line) return { line }
  return item ? { item } : {}
}

/** Is it one of the elements, or in one of them? */
export function isIn(scene: Scene, item: SceneItem, ids: ReadonlySet<string>): boolean {
  for (
    let at: SceneItem | undefined = item;
    at;
    at = at.parent === undefined ? undefined : scene.byId.get(at.parent)
  ) {
    if (ids.has(at.id)) return true
  }
  return false
}

/** The item that stands for an element on the canvas: its own, or the one that it is a row of. */
export function figureOfElement(scene: Scene, id: string): SceneItem | undefined {
  return scene.byId.get(id) ?? rowHolders(scene).get(id)
}

const rowHolders = memo(
  ({ items }: Scene): ReadonlyMap<string, SceneItem> =>
    new Map(
      items.flatMap((item) =>
        item.figure.rows.flatMap(({ element }) => (element === undefined ? [] : [[element, item] as const])),
      ),
    ),
)
