/** Unsaved work that outlives a crash. */
import { fail, ok } from '../../shared/basics/result'
import type { Recovery } from '../../shared/host'
import type { Handlers } from '../answer-call'
import type { AppWindow } from '../app-window'
import { fileFailure } from '../storage/file-failure'
import type { KeptWork } from '../storage/recovery'
import { grantedPath } from './grant-failure'
import { placeOf } from './place'

type RecoveryCalls = 'keepRecovery' | 'dropRecovery' | 'recoveries' | 'openRecovery'

export const recoveryHandlers: Pick<Handlers<AppWindow>, RecoveryCalls> = {
  async keepRecovery(appWindow, { file, ...work }) {
    const { recovery, documents, page } = appWindow
    const path = file === undefined ? undefined : grantedPath(appWindow, file)
    if (path && !path.ok) return path
    try {
      const base = path && (await documents.base(path.value))
      const kept = await recovery.keep(page.key, { ...work, ...(path && { path: path.value, base }) })
      return kept ? ok(null) : fail(NOT_YOURS)
    } catch (error) {
      return fail({ ...fileFailure(error, work.name, 'write'), code: 'recovery-write' })
    }
  },

  async dropRecovery({ recovery, page }, slot) {
    await recovery.drop(page.key, slot)
    return null
  },

  recoveries: async ({ recovery }) => (await recovery.orphans()).map(listed),

  async openRecovery({ recovery, documents, grants, page }, slot) {
    const work = await recovery.adopt(page.key, slot)
    if (work === undefined) return fail(NOT_YOURS)
    const opened = { ...listed(work), text: work.text }
    const { path, base } = work
    if (path === undefined) return ok(opened)
    const now = await documents.read(path)
    const unchanged = now.ok && base !== undefined && (await documents.base(path)) === base
    // The work goes on from what it was based on: if the file has changed since, saving it is a conflict.
    await documents.assume(path, base)
    return ok({ ...opened, file: grants.grant(path), ...(unchanged && { saved: now.value.text }) })
  },
}

const NOT_YOURS = {
  code: 'recovery-gone',
  what: 'This unsaved work is not there any more, or another window has it.',
  mend: 'Choose another one.',
}

function listed({ slot, name, kept, elements, path }: KeptWork): Recovery {
  return { slot, name, kept, elements, ...(path !== undefined && { place: placeOf(path) }) }
}
