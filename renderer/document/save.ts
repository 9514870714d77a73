import type { Failure } from '../../shared/basics/result'
import { stateOf } from '../../shared/design/history'
import { serialize } from '../../shared/design/serialize'
import type { App } from '../store'
import { failureText } from '../strings/failure'
import { t } from '../strings/strings'

const EXTENSION = '.fairlead'

/** Saves to the document's file, or asks for one. False when the user cancelled or it failed; the design stays open. */
export async function save(app: App): Promise<boolean> {
  // What is typed meanwhile is a step of its own: it is not in the file.
  app.seal()
  const { file, history } = app.store.getState()
  if (file.id === undefined) return saveAs(app)
  const saved = await app.host.saveFile(file.id, serialize(history.design))
  if (!saved.ok) return failed(app, saved.error)
  app.patch({ saved: stateOf(history), file: saved.value })
  return true
}

/** Asks where to save; from then on that file is the document's, and the old one is not touched again. */
export async function saveAs(app: App): Promise<boolean> {
  app.seal()
  const { file, history } = app.store.getState()
  const saved = await app.host.saveFileAs(suggestedName(file.name), serialize(history.design))
  if (!saved.ok) return failed(app, saved.error)
  if (!saved.value) return false
  app.patch({ saved: stateOf(history), file: saved.value })
  return true
}

function suggestedName(name: string): string {
  return name.endsWith(EXTENSION) ? name : `${name.replace(/\.[^.]+$/, '')}${EXTENSION}`
}

function failed(app: App, error: Failure): false {
  app.notify({ kind: 'error', text: failureText(error), detail: t('file.stillOpen') })
  return false
}
