/** Choosing with clicks, and with a rectangle drawn over what is wanted. */
import type { Scene, SceneItem } from '../../../shared/figures/scene'
import { type App, nothingSelected, type Selection } from '../../store'
import { gestures, letGo, type Point } from '../gesture'
import { rowAt } from '../hit'
import { touches } from '../rect'
import type { Interaction, Pointer, Surface } from './interaction'

/** A click on an element: selects it, with its row; with Shift it is added or taken out. */
export function clickItem(app: App, item: SceneItem, { point, shift }: Pointer): void {
  const { selection } = app.store.getState()
  const row = rowAt(item, point)
  const id = row?.element ?? item.id
  if (shift) toggle(app, [id])
  else if (row?.element !== undefined || row?.pointer === undefined) app.select([id])
  else if (selection.row?.element === id && selection.row.pointer === row.pointer) return
  else app.select([id], { element: id, pointer: row.pointer })
}

/** Takes ids out of the selection if all of them are in it, else adds them. */
export function toggle(app: App, ids: readonly string[]): void {
  const { ids: selected } = app.store.getState().selection
  const all = ids.every((id) => selected.has(id))
  app.select(all ? [...selected].filter((id) => !ids.includes(id)) : [...selected, ...ids])
}

/**
 * Draws a rectangle: whatever it touches is selected. Within a frame only what is directly in it; on the empty canvas
 * frames that lie around the rectangle are not meant, and what is in a touched frame comes with it.
 */
export function marquee({ app, scene }: Surface, down: Pointer, frame: string | undefined): Interaction {
  const before = app.store.getState().selection
  const kept: Selection = down.shift ? before : nothingSelected
  const start = down.point
  if (!down.shift) app.select([])
  return {
    move: ({ point }) => {
      const rect = between(start, point)
      gestures.setState({ marquee: rect })
      const touched = inside(scene(), frame)
        .filter((item) => touches(item.rect, rect))
        .map(({ id }) => id)
      const next = new Set([...kept.ids, ...touched])
      const { ids } = app.store.getState().selection
      if (next.size !== ids.size || [...next].some((id) => !ids.has(id))) app.select(next)
    },
    up: letGo,
    cancel: () => {
      letGo()
      app.patch({ selection: before })
    },
  }
}

function inside({ items }: Scene, frame: string | undefined): readonly SceneItem[] {
  return items.filter(({ parent }) => parent === frame)
}

/** The rectangle with these two corners. */
export function between(a: Point, b: Point) {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  }
}
