/** Earlier states of a file, and its present one. */
import { basename } from 'node:path'
import { fail, ok } from '../../shared/basics/result'
import type { Handlers } from '../answer-call'
import type { AppWindow } from '../app-window'
import { designText } from '../storage/design-text'
import { fileFailure } from '../storage/file-failure'
import { grantedPath } from './grant-failure'

type VersionCalls = 'rereadFile' | 'fileVersions' | 'readVersion'

export const versionHandlers: Pick<Handlers<AppWindow>, VersionCalls> = {
  async rereadFile(appWindow, id) {
    const path = grantedPath(appWindow, id)
    if (!path.ok) return path
    const document = await appWindow.documents.read(path.value)
    return document.ok ? ok({ ...document.value, ...appWindow.grants.grant(path.value) }) : document
  },

  async fileVersions(appWindow, id) {
    const path = grantedPath(appWindow, id)
    if (!path.ok) return path
    const { files, versions } = appWindow.storage
    try {
      return ok([...(await versions.list(await files.realPath(path.value)))])
    } catch (error) {
      return fail(fileFailure(error, basename(path.value), 'read'))
    }
  },

  async readVersion(appWindow, id, version) {
    const path = grantedPath(appWindow, id)
    if (!path.ok) return path
    const name = basename(path.value)
    const { files, versions } = appWindow.storage
    try {
      const bytes = await versions.read(await files.realPath(path.value), version)
      if (bytes) {
        const text = await designText(name, bytes)
        return text.ok ? ok({ text: text.value }) : text
      }
      return fail({
        code: 'version-gone',
        file: name,
        what: 'This version is not there any more.',
        mend: 'Choose another one.',
      })
    } catch (error) {
      return fail(fileFailure(error, name, 'read'))
    }
  },
}
