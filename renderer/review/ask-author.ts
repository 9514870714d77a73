import type { App } from '../store'
import { type Me, meOf } from './me'

/** Does something that is signed; who has not said their name yet is asked for it first. */
export function asMe(app: App, act: (me: Me) => void): void {
  const me = meOf(app.store.getState().settings)
  if (me) act(me)
  else app.patch({ overlay: { kind: 'author', act } })
}
