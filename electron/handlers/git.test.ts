/** The page asks for the history of a file that it was granted. */
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDesign } from '../../shared/design/design'
import { serialize } from '../../shared/design/serialize'
import { calls } from '../../shared/host'
import type { AppWindow } from '../app-window'
import { createGrants } from '../grants'
import { nodeFiles } from '../storage/files'
import { newRepository, type TestRepository } from '../testing/repository'
import { gitHandlers } from './git'

let repository: TestRepository
const grants = createGrants()
const appWindow = { grants, storage: { files: nodeFiles } } as unknown as AppWindow
const text = (name: string) => serialize(emptyDesign(name))

beforeAll(() => {
  repository = newRepository()
  for (const name of ['One', 'Two']) {
    repository.write('designs/orders.fairlead', text(name))
    repository.commit(`Call it ${name}`)
  }
})
afterAll(() => repository.remove())

test('commits and contents answer as the contract says', async () => {
  const { id } = grants.grant(join(repository.folder, 'designs/orders.fairlead'))
  const found = await gitHandlers.gitRevisions(appWindow, id, { from: 0 })
  expect(calls.gitRevisions.answer.parse(found)).toMatchObject({
    value: { more: false, revisions: [{ subject: 'Call it Two' }, { subject: 'Call it One' }] },
  })
  const file = await gitHandlers.gitFile(appWindow, id, 'HEAD~1')
  expect(calls.gitFile.answer.parse(file)).toMatchObject({
    value: { text: text('One'), revision: { subject: 'Call it One' } },
  })
})

test('a link to a design asks the repository that the design is in', async () => {
  const link = join(repository.folder, '..', `link-${process.pid}.fairlead`)
  symlinkSync(join(repository.folder, 'designs/orders.fairlead'), link)
  const { id } = grants.grant(link)
  expect(await gitHandlers.gitFile(appWindow, id, 'HEAD')).toMatchObject({ value: { text: text('Two') } })
  await nodeFiles.remove(link)
})

test('what fails names the file, and no folder', async () => {
  const { id } = grants.grant(join(repository.folder, 'designs/orders.fairlead'))
  const failed = await gitHandlers.gitFile(appWindow, id, 'nothing')
  expect(failed).toMatchObject({ error: { code: 'git-revision', file: 'orders.fairlead' } })
  expect(JSON.stringify(failed)).not.toContain(repository.folder)
  expect(await gitHandlers.gitFile(appWindow, 'never-granted', 'HEAD')).toMatchObject({
    error: { code: 'file-grant' },
  })
  const gone = grants.grant(join(repository.folder, 'gone/orders.fairlead'))
  expect(await gitHandlers.gitRevisions(appWindow, gone.id, { from: 0 })).toMatchObject({
    error: { code: 'file-read' },
  })
})
