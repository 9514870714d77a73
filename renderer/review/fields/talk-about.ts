/** Threads about fields: beginning one, and opening what was said. */
import type { Pin } from '../../../shared/design/design'
import { centerOn, viewNow } from '../../canvas/camera'
import { contains } from '../../canvas/rect'
import { sceneOfApp } from '../../canvas/scene-of-app'
import { type App, designOf } from '../../store'
import { placeOf } from '../threads/pin-places'
import { showThread } from '../threads/show-thread'
import { commentOn } from '../threads/tool'
import { threadsAt } from './threads-at'

/** Opens the card of a new thread, with what it is about in view. */
export function commentOnField(app: App, pin: Pin): void {
  const place = placeOf(sceneOfApp(app), app.store.getState().nesting, pin)
  const view = viewNow()
  if (pin.element !== undefined && place && view && !contains(view, place.at)) centerOn([pin.element])
  commentOn(app, pin)
}

/** Opens what is said about a field, the newest first; begins a thread where nothing is. */
export function talkAbout(app: App, pin: Pin): void {
  const design = designOf(app.store.getState())
  const newest = threadsAt(design, pin.element ?? '', pin.pointer ?? '').at(-1)
  if (newest) void showThread(app, newest.id)
  else commentOnField(app, pin)
}
