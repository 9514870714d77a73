/** What is under a point of the canvas. Works on the scene, not on the DOM, so it is the same at every zoom. */
import type { Rect } from '../../shared/figures/mark'
import type { Scene, SceneItem } from '../../shared/figures/scene'
import type { Point } from './gesture'

export function contains({ x, y, width, height }: Rect, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height
}

/** The innermost element under a point; `without` leaves elements and all that is in them out. */
export function itemAt(scene: Scene, point: Point, without?: ReadonlySet<string>): SceneItem | undefined {
  let best: SceneItem | undefined
  for (const item of scene.items) {
    if (!contains(item.rect, point) || (without && isIn(scene, item, without))) continue
    // Items come parents first, so a later hit is deeper; among siblings the later one lies on top.
    if (!best || depth(scene, item) >= depth(scene, best)) best = item
  }
  return best
}

/** The row of an element's figure under a point. */
export function rowAt(item: SceneItem, point: Point): { pointer?: string; element?: string } | undefined {
  const local = { x: point.x - item.rect.x, y: point.y - item.rect.y }
  return item.figure.rows.find((row) => contains(row, local))
}

function depth(scene: Scene, item: SceneItem): number {
  let n = 0
  for (let up = item.parent; up !== undefined; up = scene.byId.get(up)?.parent) n++
  return n
}

function isIn(scene: Scene, item: SceneItem, ids: ReadonlySet<string>): boolean {
  for (
    let at: SceneItem | undefined = item;
    at;
    at = at.parent === undefined ? undefined : scene.byId.get(at.parent)
  ) {
    if (ids.has(at.id)) return true
  }
  return false
}
