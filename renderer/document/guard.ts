import { type App, isDirty } from '../store'
import { flushRecovery, releaseRecovery } from './recovery'
import { save } from './save'

/** Asks about unsaved changes before something replaces the design. True: go on. */
export async function mayReplace(app: App): Promise<boolean> {
  // What is being typed counts, and a crash while the question stands costs nothing.
  void flushRecovery(app)
  if (!isDirty(app.store.getState())) return true
  const choice = await new Promise<'save' | 'discard' | 'cancel'>((answer) => {
    app.patch({ overlay: { kind: 'discard', answer } })
  })
  app.patch({ overlay: undefined })
  if (choice === 'save') return save(app)
  if (choice === 'discard') releaseRecovery(app)
  return choice === 'discard'
}
