/** Resizing frames and notes by the handles on their edge. What is in a frame stays where it is on the screen. */

import type { Place } from '../../../shared/design/design'
import type { Rect } from '../../../shared/figures/mark'
import { resizeFrame } from '../../../shared/figures/resize'
import type { SceneItem } from '../../../shared/figures/scene'
import { sizes } from '../../../shared/figures/tokens'
import { draftLayout } from '../../../shared/graph/nestings'
import { designOf } from '../../store'
import { t } from '../../strings/strings'
import { gestures, letGo } from '../gesture'
import { layoutOfApp } from '../scene-of-app'
import type { Interaction, Pointer, Surface } from './interaction'
import { isGridOn } from './move'

/** Which edges a handle takes along: `{ x: -1, y: 1 }` is the one at the bottom left. */
export interface Handle {
  readonly x: -1 | 0 | 1
  readonly y: -1 | 0 | 1
}

/** The eight handles, clockwise from the top left. */
export const handles: readonly Handle[] = [
  { x: -1, y: -1 },
  { x: 0, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
  { x: -1, y: 1 },
  { x: -1, y: 0 },
]

/** Resizes one element. */
export function resizing({ app }: Surface, item: SceneItem, handle: Handle, down: Pointer): Interaction {
  const layout = layoutOfApp(app)
  const { nesting } = app.store.getState()
  let rect = item.rect
  let places: Readonly<Record<string, Place>> = {}
  return {
    move: (pointer) => {
      const step = pointer.mod || !isGridOn(app) ? 1 : sizes.grid
      rect = stretched(
        item.rect,
        handle,
        pointer.point.x - down.point.x,
        pointer.point.y - down.point.y,
        step,
      )
      places = resizeFrame(designOf(app.store.getState()), nesting, item.id, rect)
      gestures.setState({ preview: { ...layout, ...places } })
    },
    up: () => {
      letGo()
      if (sameRect(rect, item.rect)) return
      app.seal()
      app.edit(t('steps.resize'), (draft) => {
        Object.assign(draftLayout(draft, nesting), places)
      })
    },
    cancel: letGo,
  }
}

function sameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

/** A rectangle with some of its edges moved, on the grid; none of them passes the opposite one. */
export function stretched(rect: Rect, handle: Handle, dx: number, dy: number, step: number): Rect {
  const snap = (n: number) => Math.round(n / step) * step
  const far = { x: rect.x + rect.width, y: rect.y + rect.height }
  const left = handle.x === -1 ? Math.min(snap(rect.x + dx), far.x - step) : rect.x
  const top = handle.y === -1 ? Math.min(snap(rect.y + dy), far.y - step) : rect.y
  const right = handle.x === 1 ? Math.max(snap(far.x + dx), rect.x + step) : far.x
  const bottom = handle.y === 1 ? Math.max(snap(far.y + dy), rect.y + step) : far.y
  return { x: left, y: top, width: right - left, height: bottom - top }
}
