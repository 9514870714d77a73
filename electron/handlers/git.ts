/** What git holds of a granted file. */
import { basename } from 'node:path'
import { fail, ok, type Result } from '../../shared/basics/result'
import type { Handlers } from '../answer-call'
import type { AppWindow } from '../app-window'
import { fileAt, revisionsOf } from '../git/file-history'
import { designText } from '../storage/design-text'
import { fileFailure } from '../storage/file-failure'
import { grantedPath } from './grant-failure'

type GitCalls = 'gitRevisions' | 'gitFile'

export const gitHandlers: Pick<Handlers<AppWindow>, GitCalls> = {
  gitRevisions: (appWindow, id, { from }) => inGit(appWindow, id, (path) => revisionsOf(path, from)),

  gitFile: (appWindow, id, revision) =>
    inGit(appWindow, id, async (path) => {
      const found = await fileAt(path, revision)
      if (!found.ok) return found
      const text = await designText(found.value.revision.name, found.value.bytes)
      return text.ok ? ok({ text: text.value, revision: found.value.revision }) : text
    }),
}

/** Asks about the file itself, behind any links: its repository is the one that it lies in. */
async function inGit<T>(
  appWindow: AppWindow,
  id: string,
  ask: (path: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  const path = grantedPath(appWindow, id)
  if (!path.ok) return path
  const file = basename(path.value)
  try {
    const answer = await ask(await appWindow.storage.files.realPath(path.value))
    return answer.ok ? answer : fail({ ...answer.error, file })
  } catch (error) {
    return fail(fileFailure(error, file, 'read'))
  }
}
