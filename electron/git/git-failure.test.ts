/** Every way in which git can fail us, met in a real repository, and told in both languages. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { limits } from '../../shared/basics/limits'
import { describeFailure, type Failure, type Result } from '../../shared/basics/result'
import { korean } from '../../shared/texts/ko/korean'
import { translator } from '../../shared/texts/translate'
import { newRepository, type TestRepository } from '../testing/repository'
import { contentOf, fileAt, revisionsOf } from './file-history'
import { gitFailures, repositoryFailure } from './git-failure'
import { commitOf, outputOf } from './repository'
import { runGit } from './run-git'

const FILE = 'orders.fairlead'
const made: TestRepository[] = []
let repository: TestRepository
let path = ''

function another(...args: readonly string[]): TestRepository {
  const other = newRepository(...args)
  made.push(other)
  return other
}

beforeAll(() => {
  repository = another()
  path = join(repository.folder, FILE)
  repository.write('folder/a', '')
  repository.commit('Empty')
  repository.write(FILE, '{}')
  repository.commit('First')
  repository.git('config', 'uploadpack.allowFilter', 'true')
})
afterEach(() => vi.unstubAllEnvs())
afterAll(() => {
  for (const { remove } of made) remove()
})

async function code(result: Promise<Result<unknown>>): Promise<string> {
  const found = await result
  return found.ok ? 'fine' : found.error.code
}

test('git is not installed', async () => {
  vi.stubEnv('PATH', tmpdir())
  expect(await code(revisionsOf(path))).toBe('git-not-installed')
})

test('macOS only offers to install it', () =>
  expect(repositoryFailure('xcode-select: note: No developer tools were found')?.code).toBe(
    'git-not-installed',
  ))

test('the file is in no repository', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fairlead-none-'))
  vi.stubEnv('GIT_CEILING_DIRECTORIES', tmpdir())
  expect(await code(revisionsOf(join(folder, FILE)))).toBe('git-no-repository')
  rmSync(folder, { recursive: true })
})

test('the repository belongs to somebody else', () =>
  expect(repositoryFailure("fatal: detected dubious ownership in repository at '/x'")?.code).toBe(
    'git-owner',
  ))

test('the file lies in what was unpacked as a bare repository', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fairlead-bare-'))
  for (const name of ['objects', 'refs']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'HEAD'), 'ref: refs/heads/main\n')
  writeFileSync(join(folder, 'config'), '[core]\n\tbare = true\n')
  expect(await code(revisionsOf(join(folder, FILE)))).toBe('git-bare')
  rmSync(folder, { recursive: true })
})

test.each(['nothing', '', '-1', '--output=x', '--all', 'main..HEAD', 'HEAD\0', `HEAD:${FILE}`])(
  'there is no revision %j',
  async (revision) => {
    expect(await code(commitOf(repository.folder, revision))).toBe('git-revision')
    expect(await code(fileAt(path, revision))).toBe('git-revision')
  },
)

test('there is no such revision for a path', async () => {
  for (const expression of ['nothing:x', '-x:y', '--all', '--output=x:y'])
    expect(await code(contentOf(repository.folder, expression))).toBe('git-revision')
})

test('the clone has not all of the history', async () => {
  const shallow = another('clone', '--quiet', '--depth=1', `file://${repository.folder}`)
  expect(await code(fileAt(join(shallow.folder, FILE), 'HEAD'))).toBe('fine')
  expect(await code(fileAt(join(shallow.folder, FILE), 'HEAD~1'))).toBe('git-shallow')
})

test('there is no commit yet', async () => {
  const fresh = another()
  expect(await code(revisionsOf(join(fresh.folder, FILE)))).toBe('git-no-commit')
})

test('the file is not in that revision', async () => {
  expect(await code(fileAt(path, 'HEAD~1'))).toBe('git-no-file')
  expect(await code(contentOf(repository.folder, `HEAD~1:${FILE}`))).toBe('git-no-file')
})

test('the path is a folder', async () =>
  expect(await code(contentOf(repository.folder, 'HEAD:folder'))).toBe('git-not-a-file'))

test('a partial clone lacks the content', async () => {
  const partial = another(
    'clone',
    '--quiet',
    '--no-checkout',
    '--filter=blob:none',
    `file://${repository.folder}`,
  )
  expect(await code(fileAt(join(partial.folder, FILE), 'HEAD'))).toBe('git-missing-object')
})

test('the content is too large', async () => {
  const large = another()
  large.write(FILE, ' '.repeat(limits.designBytes + 1))
  large.commit('Large')
  expect(await fileAt(join(large.folder, FILE), 'HEAD')).toMatchObject({
    error: { code: 'too-large', limit: limits.designBytes, actual: limits.designBytes + 1 },
  })
})

test('git takes too long', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fairlead-slow-'))
  // No real command is sure to be slower than a busy machine is.
  writeFileSync(join(folder, 'git'), `#!${process.execPath}\nsetInterval(() => {}, 1000)\n`, { mode: 0o755 })
  const call = { folder: repository.folder, command: 'cat-file', args: ['--batch'], limit: 1 } as const
  const slow = { milliseconds: 100, environment: { PATH: folder } }
  expect(await runGit({ ...call, ...slow })).toEqual({ is: 'too-slow' })
  rmSync(folder, { recursive: true })
  expect(outputOf({ is: 'too-slow' })).toMatchObject({ error: { code: 'git-too-slow' } })
})

test('the repository is damaged', async () => {
  const damaged = another()
  damaged.write(FILE, '{}')
  damaged.commit('First')
  writeFileSync(join(damaged.folder, '.git/config'), '[core')
  expect(await code(fileAt(join(damaged.folder, FILE), 'HEAD'))).toBe('git-unreadable')
})

describe('each is said so that a person can act', () => {
  const inKorean = translator(korean)
  test.each(Object.values(gitFailures).map((make): [string, Failure] => [make('x').code, make('v1')]))(
    '%s',
    (found, failure) => {
      expect(found).toMatch(/^git-[a-z-]+$/)
      const english = describeFailure({ ...failure, file: FILE })
      expect(english).toMatch(/^orders\.fairlead: [A-Z].+\. [A-Z].+\.$/)
      expect(english).not.toMatch(/undefined|\[object|fatal:/)
      expect(inKorean(failure.what)).toMatch(/[가-힣].*니다\.$/)
      expect(inKorean(failure.mend)).toMatch(/[가-힣].*[오요다]\.$/)
    },
  )
})
