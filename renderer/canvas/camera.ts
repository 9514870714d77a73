/** Moving the view. The canvas attaches itself here, so that commands and panels can ask for a place to be shown. */
import type { ReactFlowInstance } from '@xyflow/react'
import type { FlowNode } from './to-flow'

export const zoomSteps = [0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 4] as const
export const minZoom = 0.05
export const maxZoom = 4

const FIT = { padding: 0.1, maxZoom: 1 }

type Flow = ReactFlowInstance<FlowNode>
let flow: Flow | undefined

/** Called by the canvas when it appears, and with undefined when it goes. */
export function attachCamera(instance: Flow | undefined): void {
  flow = instance
}

function duration(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160
}

/** Brings elements into the middle of the view, without zooming out of what is readable. */
export function centerOn(ids: readonly string[]): void {
  if (!flow || ids.length === 0) return
  const zoom = flow.getZoom()
  void flow.fitView({
    nodes: ids.map((id) => ({ id })),
    padding: 0.3,
    minZoom: Math.min(Math.max(zoom, 0.6), 1),
    maxZoom: Math.max(zoom, 1),
    duration: duration(),
  })
}

/** Shows everything, or the given elements, never above 100 %. */
export function showAll(ids?: readonly string[]): void {
  void flow?.fitView({ ...FIT, duration: duration(), ...(ids ? { nodes: ids.map((id) => ({ id })) } : {}) })
}

/** The next zoom step in a direction, about the middle of the view. */
export function zoomBy(direction: 1 | -1): void {
  const zoom = flow?.getZoom() ?? 1
  const next =
    direction === 1 ? zoomSteps.find((z) => z > zoom * 1.01) : zoomSteps.findLast((z) => z < zoom * 0.99)
  if (next !== undefined) void flow?.zoomTo(next, { duration: duration() })
}

export function zoomTo(zoom: number): void {
  void flow?.zoomTo(zoom, { duration: duration() })
}

/** Window coordinates → canvas coordinates. */
export function toCanvas(point: { x: number; y: number }): { x: number; y: number } {
  return flow?.screenToFlowPosition(point, { snapToGrid: false }) ?? point
}

/** The middle of what is visible, in canvas coordinates. */
export function viewCentre(): { x: number; y: number } {
  const box = document.querySelector('.canvas')?.getBoundingClientRect()
  return toCanvas(box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: 0, y: 0 })
}
