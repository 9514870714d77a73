import { type App, isDirty } from '../store'
import { flushRecovery, releaseRecovery } from './recovery'
import { save } from './save'

/** Asks about unsaved changes before something replaces the design. True: go on. */
export async function mayReplace(app: App): Promise<boolean> {
  // A crash while the question stands costs nothing.
  const kept = flushRecovery(app)
  if (!isDirty(app.store.getState())) return true
  void kept
  const choice = await new Promise<'save' | 'discard' | 'cancel'>((answer) => {
    app.patch({ overlay: { kind: 'discard', answer } })
  })
  app.patch({ overlay: undefined })
  if (choice === 'save') return save(app)
  if (choice === 'discard') releaseRecovery(app)
  return choice === 'discard'
}
