/** Which context menu is open, and what it is for. A right click selects first, then it asks. */
import { createStore } from 'zustand/vanilla'
import type { Scene } from '../../shared/figures/scene'
import { canvasBox, toCanvas, toWindow, viewCentre, zoomNow } from '../canvas/camera'
import type { Point } from '../canvas/gesture'
import { hitAt, LINE_REACH, rowAt } from '../canvas/hit'
import { sceneOfApp } from '../canvas/scene-of-app'
import type { MenuContext } from '../commands/command'
import { outlinePlace } from '../outline/outline-state'
import type { App } from '../store'

export interface OpenMenu {
  readonly context: MenuContext
  /** Where it opens, in window coordinates. */
  readonly at: Point
  /** Then its first item has the focus from the start. */
  readonly byKeyboard: boolean
}

interface MenuState {
  readonly open: OpenMenu | undefined
  /** While a command runs that was chosen in a menu: where that had opened. */
  readonly chosenAt: Point | undefined
}

export const menuState = createStore<MenuState>(() => ({ open: undefined, chosenAt: undefined }))

/** How far inside the canvas the menu opens, in pixels. */
const EDGE = 6

/** Selects what is at a point of the window, unless it is selected already, and opens its menu there. */
export function openAt(app: App, at: Point): void {
  const context = chooseAt(app, sceneOfApp(app), toCanvas(at))
  menuState.setState({ open: { at, context, byKeyboard: false } })
}

function chooseAt(app: App, scene: Scene, point: Point): MenuContext {
  const { item, line } = hitAt(scene, point, LINE_REACH / zoomNow())
  const { ids, row } = app.store.getState().selection
  if (line) {
    const lines = line.connections.map(({ id }) => id)
    if (!lines.every((id) => ids.has(id))) app.select(lines)
    return 'line'
  }
  if (!item) {
    app.select([])
    return 'canvas'
  }
  const part = rowAt(item, point)
  const id = part?.element ?? item.id
  // Several that are selected stay so: the menu is for all of them.
  if (ids.has(id) && ids.size > 1) return 'element'
  if (part?.pointer !== undefined && part.element === undefined) {
    if (row?.element !== id || row.pointer !== part.pointer)
      app.select([id], { element: id, pointer: part.pointer })
    return 'row'
  }
  if (!ids.has(id) || row !== undefined) app.select([id])
  return 'element'
}

/** The keyboard's way: the menu of what is selected, beside it or its row in the outline. */
export function openAtSelection(app: App): void {
  const { ids, row } = app.store.getState().selection
  const scene = sceneOfApp(app)
  const isElement = [...ids].some((id) => Object.hasOwn(app.store.getState().history.design.elements, id))
  const context = row ? 'row' : isElement ? 'element' : ids.size > 0 ? 'line' : 'canvas'
  const at = outlinePlace() ?? insideCanvas(toWindow(besides(scene, ids, row?.pointer)))
  menuState.setState({ open: { context, at, byKeyboard: true } })
}

/** A point at the selected element, row or line, in canvas coordinates; the middle of the view when nothing is. */
function besides(scene: Scene, ids: ReadonlySet<string>, pointer: string | undefined): Point {
  const item = scene.items.find(({ id, figure }) =>
    [id, ...figure.rows.flatMap((part) => part.element ?? [])].some((one) => ids.has(one)),
  )
  if (item) {
    const { x, y, width, height } = item.rect
    const part = item.figure.rows.find(
      (one) =>
        (one.pointer !== undefined && one.pointer === pointer) || (one.element && ids.has(one.element)),
    )
    if (part) return { x: x + part.x + part.width / 2, y: y + part.y + part.height }
    return { x: x + width / 2, y: y + Math.min(height, 40) }
  }
  const line = scene.lines.find(({ connections }) => connections.some(({ id }) => ids.has(id)))
  const middle = line?.points[Math.floor(line.points.length / 2)]
  return middle ?? viewCentre()
}

/** What is selected may be out of view; the menu is not. */
function insideCanvas({ x, y }: Point): Point {
  const box = canvasBox()
  if (!box) return { x, y }
  return {
    x: Math.min(Math.max(x, box.left + EDGE), box.right - EDGE),
    y: Math.min(Math.max(y, box.top + EDGE), box.bottom - EDGE),
  }
}
