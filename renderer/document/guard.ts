import { type App, isDirty } from '../store'
import { save } from './save'

/** Asks about unsaved changes before something replaces the design. True: go on. */
export async function mayReplace(app: App): Promise<boolean> {
  if (!isDirty(app.store.getState())) return true
  const choice = await new Promise<'save' | 'discard' | 'cancel'>((answer) => {
    app.patch({ overlay: { kind: 'discard', answer } })
  })
  app.patch({ overlay: undefined })
  if (choice === 'save') return save(app)
  return choice === 'discard'
}
