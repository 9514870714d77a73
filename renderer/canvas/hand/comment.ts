/** The comment tool: a click says what a thread is about, a drag draws a region around it. */
import type { Scene } from '../../../shared/figures/scene'
import { pinAt, pinOfRegion } from '../../review/threads/pin-places'
import { place } from '../../review/threads/tool'
import { gestures, letGo, type Point } from '../gesture'
import { itemAt, rowAt } from '../hit'
import { type Interaction, type Pointer, pressing, type Surface } from './interaction'
import { between } from './select'

/** Begins what the tool means by pressing here. */
export function commenting(surface: Surface, down: Pointer): Interaction {
  const { app, scene } = surface
  const nesting = () => app.store.getState().nesting
  return pressing(down, {
    click: ({ point }) => {
      const item = itemAt(scene(), point)
      place(app, pinAt(item, item && rowAt(item, point), point, nesting()))
    },
    drag: () => ({
      move: ({ point }) => gestures.setState({ marquee: between(down.point, point), dropTarget: undefined }),
      up: ({ point }) => {
        letGo()
        place(app, pinOfRegion(scene(), nesting(), between(down.point, point)))
      },
      cancel: letGo,
    }),
  })
}

/** Shows what a click would pin the thread to. */
export function aimComment(scene: Scene, at: Point): void {
  const target = itemAt(scene, at)?.id
  if (gestures.getState().dropTarget !== target) gestures.setState({ dropTarget: target })
}
