/** Files into the app: open, import, recent. */
import { dialog } from 'electron'
import { ok } from '../../shared/basics/result'
import type { Handlers } from '../answer-call'
import type { AppWindow } from '../app-window'
import { words } from '../speech'
import { readDocument } from '../storage/read-document'
import { readFolder } from '../storage/read-folder'
import { grantedPath } from './grant-failure'
import { openPath } from './open-path'
import { placeOf } from './place'

type OpenCalls = 'openFile' | 'importFiles' | 'importFolder' | 'openRecent' | 'recentFiles'

export const openHandlers: Pick<Handlers<AppWindow>, OpenCalls> = {
  async openFile(appWindow) {
    const { canceled, filePaths } = await dialog.showOpenDialog(appWindow.window, {
      title: words('Open'),
      properties: ['openFile'],
      filters: [
        { name: words('Fairlead designs and pictures'), extensions: ['fairlead', 'json', 'png', 'svg'] },
        { name: words('All files'), extensions: ['*'] },
      ],
    })
    const [path] = filePaths
    return canceled || path === undefined ? ok(null) : await openPath(appWindow, path)
  },

  async importFiles({ window, storage }) {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: words('Import'),
      properties: ['openFile', 'multiSelections'],
      filters: [
        {
          name: words('Task definitions and other formats'),
          extensions: ['fairlead', 'json', 'yaml', 'yml', 'tf', 'tfstate', 'template', 'png', 'svg'],
        },
        { name: words('All files'), extensions: ['*'] },
      ],
    })
    if (canceled) return ok([])
    const documents = []
    for (const path of filePaths) {
      const document = await readDocument(storage.files, path)
      if (!document.ok) return document
      documents.push(document.value)
    }
    return ok(documents)
  },

  async importFolder({ window, storage: { files } }) {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: words('Import folder'),
      properties: ['openDirectory'],
    })
    const [folder] = filePaths
    return canceled || folder === undefined ? ok(null) : await readFolder(files, folder)
  },

  async openRecent(appWindow, id) {
    const path = grantedPath(appWindow, id)
    return path.ok ? await openPath(appWindow, path.value) : path
  },

  async recentFiles({ recent, grants }) {
    const paths = await recent.list()
    return paths.map((path) => ({ ...grants.grant(path), place: placeOf(path) }))
  },
}
