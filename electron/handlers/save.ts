/** Designs out of the app: save, save as. */
import { basename, extname, join } from 'node:path'
import { app, dialog } from 'electron'
import { type Failure, fail, ok, type Result } from '../../shared/basics/result'
import type { GrantedFile } from '../../shared/host'
import { mayHold } from '../../shared/pictures/carried/file-content'
import type { Handlers } from '../answer-call'
import type { AppWindow } from '../app-window'
import { words } from '../speech'
import { safeFileName } from '../storage/file-name'
import { grantedPath } from './grant-failure'
import { mayReplace } from './may-replace'
import { remember } from './open-path'

const ENDING = '.fairlead'

export const saveHandlers: Pick<Handlers<AppWindow>, 'saveFile' | 'saveFileAs'> = {
  async saveFile(appWindow, id, content) {
    const granted = grantedPath(appWindow, id)
    if (!granted.ok) return granted
    const path = granted.value
    if (!mayHold(path, content)) return fail(otherPicture(path))
    return await save(appWindow, path, content, false)
  },

  async saveFileAs(appWindow, name, text) {
    const { canceled, filePath } = await dialog.showSaveDialog(appWindow.window, {
      title: words('Save As'),
      defaultPath: join(app.getPath('documents'), withEnding(safeFileName(name))),
      filters: [{ name: words('Fairlead design'), extensions: ['fairlead'] }],
    })
    if (canceled || filePath === '') return ok(null)
    const path = withEnding(filePath)
    if (!mayHold(path, text)) return fail(otherPicture(path))
    // The dialog has asked about the name as it was typed.
    const confirmed = path === filePath || (await mayReplace(appWindow, [path]))
    return confirmed ? await save(appWindow, path, text, true) : ok(null)
  },
}

async function save(
  appWindow: AppWindow,
  path: string,
  content: string | Uint8Array,
  confirmed: boolean,
): Promise<Result<GrantedFile>> {
  const saved = await appWindow.documents.save(path, content, confirmed)
  if (!saved.ok) return saved
  await remember(appWindow, path)
  return ok(appWindow.grants.grant(path))
}

function otherPicture(path: string): Failure {
  return {
    code: 'file-picture',
    file: basename(path),
    what: 'This is a picture, and a design saved over it would destroy it.',
    mend: 'Save under a name that ends with “.fairlead”. For a picture that carries the design, use Export.',
  }
}

/** Some dialogs leave the ending out; one that the user chose stays. */
function withEnding(name: string): string {
  return extname(name) === '' ? `${name}${ENDING}` : name
}
