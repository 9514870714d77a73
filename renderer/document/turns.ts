import type { App } from '../store'

const turns = new WeakMap<App['store'], Promise<unknown>>()

/**
 * What reads or writes the document's file goes one at a time: between reading what another program wrote and showing it,
 * no save may replace that.
 */
export function inTurn<T>(app: App, act: () => Promise<T>): Promise<T> {
  const turn = (turns.get(app.store) ?? Promise.resolve()).then(act)
  turns.set(
    app.store,
    turn.catch(() => undefined),
  )
  return turn
}
