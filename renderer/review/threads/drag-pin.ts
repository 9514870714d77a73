/** Dragging a pin: the thread is about whatever it is let go on. */
import type { Pin } from '../../../shared/design/design'
import type { Point } from '../../../shared/figures/mark'
import type { Scene } from '../../../shared/figures/scene'
import type { NestingName } from '../../../shared/graph/nestings'
import { pinNow } from '../../../shared/review/pin-pointer'
import { gestures } from '../../canvas/gesture'
import { aimComment } from '../../canvas/hand/comment'
import { type Pointer, pressing } from '../../canvas/hand/interaction'
import { follow, pointerOf } from '../../canvas/hand/use-hand'
import { itemAt, rowAt } from '../../canvas/hit'
import { sceneOfApp } from '../../canvas/scene-of-app'
import { type App, designOf } from '../../store'
import { threadsState } from '../threads-state'
import { movePin } from './actions'
import { pinAt, pinOfRegion, placeOf } from './pin-places'

/** Did the last press of the mouse on a pin become a drag? Then it was no press. */
let dragged = false

export function wasDragged(): boolean {
  return dragged
}

/** Has a pin follow the pointer once that moves; until then it is a press like any other. */
export function holdPin(app: App, id: string, event: PointerEvent): void {
  dragged = false
  const { nesting, ...state } = app.store.getState()
  const design = designOf({ nesting, ...state })
  const pin = design.threads?.[id]?.pin
  const place = pin && placeOf(sceneOfApp(app), nesting, pinNow(design, pin))
  if (!pin || !place) return
  const down = pointerOf(app, event, event)
  // It was not taken at its point.
  const off = { x: place.at.x - down.point.x, y: place.at.y - down.point.y }
  const tip = ({ point }: Pointer): Point => ({ x: point.x + off.x, y: point.y + off.y })
  const letGo = () => {
    threadsState.setState({ held: undefined })
    gestures.setState({ dropTarget: undefined })
  }
  follow(
    app,
    pressing(down, {
      click: () => undefined,
      drag: () => {
        dragged = true
        return {
          move: (pointer) => {
            const at = tip(pointer)
            threadsState.setState({ held: { id, at } })
            aimComment(sceneOfApp(app), at)
          },
          up: (pointer) => {
            letGo()
            movePin(app, id, pinnedTo(sceneOfApp(app), app.store.getState().nesting, pin, tip(pointer)))
          },
          cancel: letGo,
        }
      },
    }),
    event.pointerId,
    event,
  )
}

/** The same pin somewhere else. */
export function pinnedTo(scene: Scene, nesting: NestingName, { width, height }: Pin, at: Point): Pin {
  if (width !== undefined && height !== undefined)
    return pinOfRegion(scene, nesting, { ...at, width, height })
  const item = itemAt(scene, at)
  return pinAt(item, item && rowAt(item, at), at, nesting)
}
