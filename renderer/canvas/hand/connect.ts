/** A line in the hand: from a dot at an element's edge, or by one end of a line that is there already. */

import { endConnecting } from '../connect-end'
import { beginConnecting, moveConnecting } from '../connect-gesture'
import { type Connecting, gestures, type Point } from '../gesture'
import { type Interaction, type Pointer, pressing, type Surface } from './interaction'

/** Pulls a line out of an element; a click on its dot asks at once what shall stand there. */
export function connecting(
  surface: Surface,
  down: Pointer,
  begin: Pick<Connecting, 'from' | 'row' | 'moved'>,
  start: Point,
  click: () => void,
): Interaction {
  const { app, scene } = surface
  return pressing(down, {
    click,
    drag: () => {
      beginConnecting(app, scene(), begin, start)
      return {
        move: ({ at }) => moveConnecting(app, scene(), at),
        up: ({ at }) => {
          moveConnecting(app, scene(), at)
          endConnecting(app)
        },
        cancel: () => gestures.setState({ connecting: undefined }),
      }
    },
  })
}
