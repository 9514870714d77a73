/** Beginning, stepping and leaving. */
import type { App } from '../store'
import { sayNow } from '../strings/words'
import { enterFullScreen, leaveFullScreen } from './full-screen'
import { type Programme, presentingState } from './presenting-state'
import { firstProgramme } from './programmes'

/** Shows the design to a room: on the whole screen, where the system allows it. */
export function present(app: App): void {
  if (presentingState.getState().now) return
  const programme = firstProgramme(app.store.getState(), sayNow())
  app.patch({ overlay: undefined, change: undefined })
  presentingState.setState({ now: { programme, at: 0 } })
  void enterFullScreen()
}

/** Everything is as it was. */
export function leave(): void {
  if (!presentingState.getState().now) return
  presentingState.setState({ now: undefined })
  void leaveFullScreen()
}

/** Steps through something else, from its beginning. */
export function choose(programme: Programme): void {
  presentingState.setState({ now: { programme, at: 0 } })
}

export type Move = 'next' | 'previous' | 'first' | 'last'

/** Goes to another one of so many steps; at the ends it stays. */
export function step(move: Move, count: number): void {
  const { now } = presentingState.getState()
  if (!now) return
  const last = Math.max(0, count - 1)
  const at = { next: now.at + 1, previous: now.at - 1, first: 0, last }[move]
  presentingState.setState({ now: { ...now, at: Math.min(last, Math.max(0, at)) } })
}
