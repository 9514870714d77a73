/** Quick add at an element's side, for something that it is connected with: with an arrow key, or a click on its dot. */
import type { Rect } from '../../shared/figures/mark'
import type { Scene } from '../../shared/figures/scene'
import { sizes } from '../../shared/figures/tokens'
import { centerOn, toWindow, viewNow } from '../canvas/camera'
import type { Point } from '../canvas/gesture'
import { figureOfElement } from '../canvas/hit'
import { touches } from '../canvas/rect'
import { sceneOfApp } from '../canvas/scene-of-app'
import type { Direction } from '../canvas/walk'
import type { App } from '../store'
import { openQuickAdd } from './quick-add-state'

/** Between the element and the new one. */
const GAP = 64

/** Opens quick add beside an element, at the nearest free place in a direction. */
export function openQuickAddBeside(app: App, id: string, direction: Direction, row?: string): void {
  const scene = sceneOfApp(app)
  const item = figureOfElement(scene, id)
  if (!item) return
  const view = viewNow()
  if (view && !touches(item.rect, view)) centerOn([item.id])
  const point = freePlace(scene, item.id, direction)
  const at = toWindow(point)
  openQuickAdd(app, { at, point, from: id, free: true, ...(row === undefined ? {} : { row }) })
}

const STEPS: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
}

/** Where something new begins: a gap away in the direction, and beside it where another one stands there already. */
export function freePlace(
  scene: Scene,
  id: string,
  direction: Direction,
  size: { readonly width: number; readonly height: number } = sizes.node,
): Point {
  const item = scene.byId.get(id)
  if (!item) return { x: 0, y: 0 }
  const { x, y, width, height } = item.rect
  const [dx, dy] = STEPS[direction]
  const first = {
    x: dx === 0 ? x + (width - size.width) / 2 : dx > 0 ? x + width + GAP : x - GAP - size.width,
    y: dy === 0 ? y + (height - size.height) / 2 : dy > 0 ? y + height + GAP : y - GAP - size.height,
  }
  const others = scene.items.filter((other) => other.parent === item.parent && other.id !== id)
  // First where it was asked for, then by turns on both sides of that place.
  for (let n = 0; n < 40; n++) {
    const side = n % 2 === 1 ? (n + 1) / 2 : -n / 2
    const at = {
      x: first.x + (dx === 0 ? side * (size.width + sizes.frame.gap) : 0),
      y: first.y + (dy === 0 ? side * (size.height + sizes.frame.gap) : 0),
    }
    const place: Rect = { ...at, width: size.width, height: size.height }
    if (!others.some(({ rect }) => touches(rect, place))) return at
  }
  return first
}
