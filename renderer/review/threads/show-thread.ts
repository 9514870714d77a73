/** Going to threads: the view moves there, and the card opens. */

import { visible } from '../../../shared/basics/characters'
import { pinNow } from '../../../shared/review/pin-pointer'
import { kindLabel } from '../../../shared/review/threads'
import { centerAt } from '../../canvas/camera'
import { sceneOfApp } from '../../canvas/scene-of-app'
import { showNesting } from '../../commands/lens'
import { type App, designOf } from '../../store'
import { t } from '../../strings/strings'
import { words } from '../../strings/words'
import { openThread, threadsState } from '../threads-state'
import { placeOf } from './pin-places'
import { neighbourOf, openInOrder } from './reading-order'
import { subjectOf } from './subject'

/** Opens a thread's card, or that of a draft, with its pin in view; that may be in the other nesting. */
export async function showThread(app: App, id: string): Promise<void> {
  const state = app.store.getState()
  const pin = designOf(state).threads?.[id]?.pin ?? threadsState.getState().drafts.get(id)?.fresh?.pin
  if (!pin) return
  if (pin.element === undefined) await showNesting(app, pin.nesting === 'network' ? 'network' : 'logical')
  const place = placeOf(sceneOfApp(app), app.store.getState().nesting, pinNow(designOf(state), pin))
  if (place) centerAt(place.region ?? { ...place.at, width: 0, height: 0 })
  openThread(app, id)
}

/** The next or previous open thread, as the drawing is read. */
export async function goToThread(app: App, direction: 1 | -1): Promise<void> {
  const state = app.store.getState()
  const design = designOf(state)
  const threads = openInOrder(design, sceneOfApp(app), state.nesting)
  const next = neighbourOf(threads, lastShown(), direction)
  if (!next) {
    app.notify({ kind: 'info', text: t('threads.noneOpen') })
    return
  }
  await showThread(app, next.id)
  remember(next.id)
  const [first] = next.comments
  app.announce(
    t('threads.saidThread', {
      ...{ number: threads.indexOf(next) + 1, count: threads.length },
      ...{ kind: words(kindLabel(next.kind)), subject: subjectOf(design, next.pin) },
      ...{ author: visible(first?.author ?? ''), text: visible(first?.text ?? '') },
    }),
  )
}

/** The thread that was gone to last, so that the next press goes on from there although its card was closed. */
let last: string | undefined

function remember(id: string): void {
  last = id
}

function lastShown(): string | undefined {
  return threadsState.getState().open ?? last
}
