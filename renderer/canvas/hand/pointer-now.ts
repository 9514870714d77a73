/** Where the pointer is over the canvas, for commands that act there. */
import type { Scene } from '../../../shared/figures/scene'
import { toCanvas } from '../camera'
import type { Point } from '../gesture'
import { itemAt } from '../hit'

// In window coordinates; changes too often to be anybody's state.
let now: Point | undefined

/** Called with every movement over the canvas, and with undefined when the pointer leaves it. */
export function pointerIs(at: Point | undefined): void {
  now = at
}

/** The pointer on the canvas; undefined while it is elsewhere. */
export function pointerNow(): Point | undefined {
  return now && toCanvas(now)
}

/** The same in window coordinates. */
export function pointerInWindow(): Point | undefined {
  return now
}

/** The innermost frame under a point that is not among `without`, nor in one of them. */
export function frameAt(scene: Scene, point: Point, without: ReadonlySet<string>): string | undefined {
  let item = itemAt(scene, point, without)
  while (item && !item.figure.content)
    item = item.parent === undefined ? undefined : scene.byId.get(item.parent)
  return item?.id
}
