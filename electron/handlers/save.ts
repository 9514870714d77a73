/** Designs out of the app: save, save as. */
import { basename, extname, join } from 'node:path'
import { app, dialog } from 'electron'
import { fail, ok, type Result } from '../../shared/basics/result'
import type { GrantedFile } from '../../shared/host'
import type { Handlers } from '../answer-call'
import type { AppWindow } from '../app-window'
import { mayBeSavedOver } from '../grants'
import { words } from '../speech'
import { atomicWrite } from '../storage/atomic-write'
import { fileFailure } from '../storage/file-failure'
import { safeFileName } from '../storage/file-name'
import { remember } from './open-path'

const ENDING = '.fairlead'

export const saveHandlers: Pick<Handlers<AppWindow>, 'saveFile' | 'saveFileAs'> = {
  async saveFile(appWindow, id, text) {
    const path = appWindow.grants.path(id)
    if (path === undefined) {
      return fail({ code: 'file-grant', what: 'The app has no file to save to.', mend: 'Use “Save As…”.' })
    }
    if (!mayBeSavedOver(path)) {
      return fail({
        code: 'file-picture',
        file: basename(path),
        what: 'The design was opened from a picture, and saving over it would destroy the picture.',
        mend: 'Use “Save As…”.',
      })
    }
    return await save(appWindow, path, text)
  },

  async saveFileAs(appWindow, name, text) {
    const { canceled, filePath } = await dialog.showSaveDialog(appWindow.window, {
      title: words('Save As'),
      defaultPath: join(app.getPath('documents'), withEnding(safeFileName(name))),
      filters: [{ name: words('Fairlead design'), extensions: ['fairlead'] }],
    })
    if (canceled || filePath === '') return ok(null)
    return await save(appWindow, withEnding(filePath), text)
  },
}

async function save(appWindow: AppWindow, path: string, text: string): Promise<Result<GrantedFile>> {
  const { files, saves, grants } = appWindow
  try {
    // Keyed by the real path, so that two names of one file wait for each other too.
    const key = await files.realPath(path).catch(() => path)
    await saves(key, () => atomicWrite(files, path, new TextEncoder().encode(text)))
  } catch (error) {
    return fail(fileFailure(error, basename(path), 'write'))
  }
  await remember(appWindow, path)
  return ok(grants.grant(path))
}

/** Some dialogs leave the ending out; one that the user chose stays. */
function withEnding(name: string): string {
  return extname(name) === '' ? `${name}${ENDING}` : name
}
