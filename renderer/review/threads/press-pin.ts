import type { App } from '../../store'
import { closeThread, openThread, threadsState } from '../threads-state'

/** What a press on a pin does: opens its card, or closes it. */
export function pressPin(app: App, id: string): void {
  if (threadsState.getState().open === id) closeThread()
  else openThread(app, id)
}

/** Gives the keyboard to the pin of a thread; false where none is to be seen. */
export function focusPin(id: string): boolean {
  const pin = document.querySelector<HTMLElement>(`.pins [data-thread~="${CSS.escape(id)}"]`)
  pin?.focus({ preventScroll: true })
  return pin !== null
}
