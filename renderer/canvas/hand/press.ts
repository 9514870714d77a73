/** What a press on the canvas begins: a click, a drag, or a rectangle that selects. */
import type { SceneLine } from '../../../shared/figures/scene'
import { type App, designOf } from '../../store'
import { zoomNow } from '../camera'
import { hitAt, isGrip, itemAt, LINE_REACH } from '../hit'
import { bendingRun, isBendable } from './bend'
import { type Interaction, type Pointer, pressing, type Surface } from './interaction'
import { moving, movingCopies } from './move'
import { clickItem, marquee, toggle } from './select'

/** Begins what the hand means by pressing here. */
export function press(surface: Surface, down: Pointer): Interaction {
  const { app } = surface
  const { item, line } = hitAt(surface.scene(), down.point, LINE_REACH / zoomNow())
  if (line) return pressLine(surface, down, line)
  if (!item) {
    return pressing(down, {
      click: () => !down.shift && app.select([]),
      drag: () => marquee(surface, down, undefined),
    })
  }
  const { selection } = app.store.getState()
  const locked = designOf(app.store.getState()).elements[item.id]?.locked === true
  const selected = selection.ids.has(item.id)
  const click = (up: Pointer) =>
    clickItem(app, up.mod ? (itemAt(surface.scene(), up.point) ?? item) : item, up)
  // The inside of a frame is ground to draw a rectangle on, unless somebody chose the frame to move it.
  if (item.figure.content && !isGrip(item, down.point) && !selected) {
    return pressing(down, { click, drag: () => marquee(surface, down, item.id) })
  }
  if (locked) return pressing(down, { click, drag: () => marquee(surface, down, item.parent) })
  // At once, so that the hand sees what it is about to drag.
  if (!selected && !down.shift) app.select([item.id])
  return pressing(down, {
    click,
    drag: () => {
      if (!app.store.getState().selection.ids.has(item.id)) toggle(app, [item.id])
      return duplicates(app, down) ? movingCopies(surface, down) : moving(surface, down)
    },
  })
}

/** A click selects a line; one that is selected can be bent. */
function pressLine(surface: Surface, down: Pointer, line: SceneLine): Interaction {
  const { app } = surface
  const ids = line.connections.map(({ id }) => id)
  const { selection } = app.store.getState()
  const selected = !down.shift && ids.every((id) => selection.ids.has(id)) && isBendable(app, line)
  if (down.shift) toggle(app, ids)
  else app.select(ids)
  return pressing(down, {
    click: () => undefined,
    drag: () => (selected ? bendingRun(surface, line, down.point) : undefined),
  })
}

/** Alt drags a copy away; on Linux so does Ctrl, as window managers keep Alt for themselves. */
function duplicates(app: App, { alt, mod }: Pointer): boolean {
  return alt || (mod && app.store.getState().info.platform === 'linux')
}
