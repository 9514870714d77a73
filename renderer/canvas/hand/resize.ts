/** Resizing frames and notes by the handles on their edge. What is in a frame stays where it is on the screen. */
import type { Design, Place } from '../../../shared/design/design'
import type { Rect } from '../../../shared/figures/mark'
import { draftLayout } from '../../../shared/figures/placing'
import type { Scene, SceneItem } from '../../../shared/figures/scene'
import { sizes } from '../../../shared/figures/tokens'
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

/** Nothing gets smaller; frames never smaller than what is in them either. */
const LEAST = { width: 96, height: 48 }

/** Resizes one element. */
export function resizing(
  { app, scene }: Surface,
  item: SceneItem,
  handle: Handle,
  down: Pointer,
): Interaction {
  const layout = layoutOfApp(app)
  const drawn = scene()
  const least = leastOf(drawn, item)
  let rect = item.rect
  return {
    move: (pointer) => {
      const step = pointer.mod || !isGridOn(app) ? 1 : sizes.grid
      rect = stretched(
        item.rect,
        handle,
        pointer.point.x - down.point.x,
        pointer.point.y - down.point.y,
        least,
        step,
      )
      gestures.setState({ preview: resized(layout, drawn, item, rect) })
    },
    up: () => {
      const { preview } = gestures.getState()
      letGo()
      if (!preview || sameRect(rect, item.rect)) return
      app.seal()
      app.edit(t('steps.resize'), (draft) => {
        const places = draftLayout(draft, app.store.getState().nesting)
        for (const id in preview) {
          const place = preview[id]
          if (place && place !== layout[id]) places[id] = place
        }
      })
    },
    cancel: letGo,
  }
}

function sameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

/** How far each edge may come in: to what is in the frame. */
interface Least {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

function leastOf(scene: Scene, { id, rect, figure }: SceneItem): Least {
  const inside = scene.items.filter(({ parent }) => parent === id).map((child) => child.rect)
  const { content } = figure
  const pad = content
    ? {
        left: content.x,
        top: content.y,
        right: rect.width - content.x - content.width,
        bottom: rect.height - content.y - content.height,
      }
    : { left: 0, top: 0, right: 0, bottom: 0 }
  return {
    left: Math.min(rect.x + rect.width - LEAST.width, ...inside.map((r) => r.x - pad.left)),
    top: Math.min(rect.y + rect.height - LEAST.height, ...inside.map((r) => r.y - pad.top)),
    right: Math.max(rect.x + LEAST.width, ...inside.map((r) => r.x + r.width + pad.right)),
    bottom: Math.max(rect.y + LEAST.height, ...inside.map((r) => r.y + r.height + pad.bottom)),
  }
}

/** A rectangle with some of its edges moved, on the grid, never beyond the least. */
export function stretched(
  rect: Rect,
  handle: Handle,
  dx: number,
  dy: number,
  least: Least,
  step: number,
): Rect {
  const snap = (n: number) => Math.round(n / step) * step
  const left = handle.x === -1 ? Math.min(snap(rect.x + dx), least.left) : rect.x
  const top = handle.y === -1 ? Math.min(snap(rect.y + dy), least.top) : rect.y
  const right = handle.x === 1 ? Math.max(snap(rect.x + rect.width + dx), least.right) : rect.x + rect.width
  const bottom =
    handle.y === 1 ? Math.max(snap(rect.y + rect.height + dy), least.bottom) : rect.y + rect.height
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** The places with a frame resized; places are relative to it, so what is in it moves the other way. */
function resized(layout: Design['layout'], scene: Scene, item: SceneItem, rect: Rect): Design['layout'] {
  const shift = { x: rect.x - item.rect.x, y: rect.y - item.rect.y }
  const origin = item.parent === undefined ? undefined : scene.byId.get(item.parent)?.rect
  const next: Record<string, Place> = {
    ...layout,
    [item.id]: {
      ...layout[item.id],
      x: rect.x - (origin?.x ?? 0),
      y: rect.y - (origin?.y ?? 0),
      width: rect.width,
      height: rect.height,
    },
  }
  if (shift.x === 0 && shift.y === 0) return next
  for (const child of scene.items) {
    if (child.parent !== item.id) continue
    next[child.id] = { ...layout[child.id], x: child.rect.x - rect.x, y: child.rect.y - rect.y }
  }
  return next
}
