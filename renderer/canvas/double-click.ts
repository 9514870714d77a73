/** A double click: on a name it is written anew, on an element its settings open, on the ground something is added. */
import type { Scene } from '../../shared/figures/scene'
import { revealField } from '../inspector/reveal-field'
import type { App } from '../store'
import { toCanvas, zoomNow } from './camera'
import { fold } from './fold-button'
import type { Point } from './gesture'
import { isOnDrawing, isSecondComment } from './hand/use-hand'
import { hitAt, isGrip, LINE_REACH, rowAt } from './hit'
import { isOnName, rename } from './rename-layer'
import { isFolded, sceneOfApp } from './scene-of-app'

/** Acts on a double click at a point of the window; `onGround` is called with the point and the frame there. */
export function doubleClick(
  app: App,
  event: { readonly target: EventTarget; readonly clientX: number; readonly clientY: number },
  onGround: (at: Point, frame: string | undefined) => void,
): void {
  if (!isOnDrawing(event.target) || isSecondComment()) return
  const at = { x: event.clientX, y: event.clientY }
  const scene: Scene = sceneOfApp(app)
  const point = toCanvas(at)
  const { item, line } = hitAt(scene, point, LINE_REACH / zoomNow())
  if (line) return
  if (!item) onGround(at, undefined)
  else if (isOnName(item, point)) rename(item.id)
  else if (isFolded(app, item.id)) fold(app, item.id)
  else if (item.figure.content && !isGrip(item, point)) onGround(at, item.id)
  else {
    const row = rowAt(item, point)
    revealField(app, row?.element ?? item.id, row?.pointer)
  }
}
