/** Moving the view. The canvas attaches itself here, so that commands and panels can ask for a place to be shown. */
import type { ReactFlowInstance, Viewport } from '@xyflow/react'
import type { Rect } from '../../shared/figures/mark'
import { around } from '../../shared/figures/routing/geometry'
import type { Scene } from '../../shared/figures/scene'
import type { Point } from './gesture'
import { seenIn } from './rect'
import type { FlowNode } from './to-flow'

export const zoomSteps = [0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 4] as const
export const minZoom = 0.05
export const maxZoom = 4

/** Free space around what is fitted into the view, as a share of the view. */
const MARGIN = 0.1

type Flow = ReactFlowInstance<FlowNode>

interface Attached {
  readonly flow: Flow
  readonly box: () => DOMRect
  readonly scene: () => Scene
}

let attached: Attached | undefined

/** Called by the canvas when it appears, and with undefined when it goes; true: it begins with a view that was asked for. */
export function attachCamera(camera: Attached | undefined): boolean {
  attached = camera
  if (!camera) return false
  const view = kept
  const isAllWanted = allWanted
  kept = undefined
  allWanted = false
  if (view) void camera.flow.setViewport(view)
  else if (isAllWanted) showAll()
  return view !== undefined || isAllWanted
}

let kept: Viewport | undefined
/** Somebody asked for everything before there was a canvas: a design opens faster than one appears. */
let allWanted = false

/** Has the next canvas begin with a view, by default that of this one: another language draws the whole window anew. */
export function keepView(view: Viewport | undefined = attached?.flow.getViewport()): void {
  kept = view
}

function duration(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160
}

/** Brings elements into the middle of the view, without zooming out of what is readable. */
export function centerOn(ids: readonly string[]): void {
  const zoom = attached?.flow.getZoom() ?? 1
  const rect = rectOf(ids)
  if (rect) show(rect, 0.3, Math.min(Math.max(zoom, 0.6), 1), Math.max(zoom, 1))
}

/** Brings a place on the canvas into the middle of the view, at a zoom at which what is there can be read. */
export function centerAt(rect: Rect): void {
  const zoom = Math.max(zoomNow(), 0.6)
  show(rect, 0.3, Math.min(zoom, 1), zoom)
}

/** Shows everything, or the given elements, never above 100 %. */
export function showAll(ids?: readonly string[]): void {
  if (!attached && !ids) allWanted = true
  const scene = attached?.scene()
  const rect = ids ? rectOf(ids) : scene && scene.items.length > 0 ? scene.bounds : undefined
  if (rect) show(rect, MARGIN, minZoom, 1)
}

/** The rectangle around elements, as they are drawn; an element that is a row of another one's figure counts as that. */
function rectOf(ids: readonly string[]): Rect | undefined {
  const scene = attached?.scene()
  const wanted = new Set(ids)
  const rects = (scene?.items ?? [])
    .filter(
      ({ id, figure }) =>
        wanted.has(id) || figure.rows.some((row) => row.element !== undefined && wanted.has(row.element)),
    )
    .map(({ rect }) => rect)
  const lines = (scene?.lines ?? []).filter(({ connections }) => connections.some(({ id }) => wanted.has(id)))
  const points = lines.flatMap((line) => line.points.map((point) => ({ ...point, width: 0, height: 0 })))
  return around([...rects, ...points])
}

function show(rect: Rect, margin: number, least: number, most: number): void {
  if (!attached) return
  const { flow, box } = attached
  const { width, height } = box()
  const room = 1 + 2 * margin
  const fitting = Math.min(
    width / Math.max(rect.width * room, 1),
    height / Math.max(rect.height * room, 1),
    most,
  )
  const zoom = Math.max(fitting, least)
  const x = width / 2 - (rect.x + rect.width / 2) * zoom
  const y = height / 2 - (rect.y + rect.height / 2) * zoom
  void flow.setViewport({ x, y, zoom }, { duration: duration() })
}

/** What is seen now; undefined while there is no canvas. */
export function viewportNow(): Viewport | undefined {
  return attached?.flow.getViewport()
}

/** Shows again what was seen before. */
export function showViewport(view: Viewport): void {
  const now = viewportNow()
  if (now?.x === view.x && now.y === view.y && now.zoom === view.zoom) return
  void attached?.flow.setViewport(view, { duration: duration() })
}

/** The next zoom step in a direction, about the middle of the view. */
export function zoomBy(direction: 1 | -1): void {
  const zoom = zoomNow()
  const next =
    direction === 1 ? zoomSteps.find((z) => z > zoom * 1.01) : zoomSteps.findLast((z) => z < zoom * 0.99)
  if (next !== undefined) zoomTo(next)
}

/** A zoom about the middle of the view. */
export function zoomTo(zoom: number): void {
  void attached?.flow.zoomTo(zoom, { duration: duration() })
}

export function zoomNow(): number {
  return attached?.flow.getZoom() ?? 1
}

/** Moves the view by pixels of the window, at once. */
export function panBy(dx: number, dy: number): void {
  if (!attached) return
  const { x, y, zoom } = attached.flow.getViewport()
  void attached.flow.setViewport({ x: x + dx, y: y + dy, zoom })
}

/** Window coordinates → canvas coordinates. */
export function toCanvas(point: Point): Point {
  return attached?.flow.screenToFlowPosition(point, { snapToGrid: false }) ?? point
}

/** Canvas coordinates → window coordinates. */
export function toWindow(point: Point): Point {
  return attached?.flow.flowToScreenPosition(point) ?? point
}

/** The canvas' box in the window. */
export function canvasBox(): DOMRect | undefined {
  return attached?.box()
}

/** Gives the keyboard to the canvas. */
export function focusCanvas(): void {
  document.querySelector<HTMLElement>('.canvas .react-flow')?.focus({ preventScroll: true })
}

/** What is drawn now; undefined while there is no canvas. */
export function sceneNow(): Scene | undefined {
  return attached?.scene()
}

/** What is visible, in canvas coordinates. */
export function viewNow(): Rect | undefined {
  if (!attached) return undefined
  const { width, height } = attached.box()
  return seenIn({ ...attached.flow.getViewport(), width, height })
}

/** The middle of what is visible, in canvas coordinates. */
export function viewCentre(): Point {
  const view = viewNow()
  return view ? { x: view.x + view.width / 2, y: view.y + view.height / 2 } : { x: 0, y: 0 }
}
