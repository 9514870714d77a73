/** R19: a repository that tries to run programs when somebody only looks at it. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { figure } from '../../shared/testing/runs'
import { gitEnvironment, newRepository, type TestRepository } from '../testing/repository'
import { contentOf, fileAt, revisionsOf } from './file-history'
import { findGit } from './find-git'
import { safeEnvironment } from './safe-git'

const FILE = 'orders.fairlead'
let repository: TestRepository
let witnesses = ''

/** A command that leaves a file behind when it runs. */
function witness(name: string): string {
  return `touch '${join(witnesses, name)}'`
}

const ran = () => readdirSync(witnesses).sort()

/** Everything in a repository's own configuration that names a program. */
const PROGRAMS = [
  'core.fsmonitor',
  'core.sshCommand',
  'core.gitProxy',
  'core.askPass',
  'core.pager',
  'core.editor',
  'core.alternateRefsCommand',
  'credential.helper',
  'diff.external',
  'diff.hostile.command',
  'diff.hostile.textconv',
  'filter.hostile.clean',
  'filter.hostile.smudge',
  'filter.hostile.process',
  'gpg.program',
  'gpg.ssh.program',
  'gpg.x509.program',
  'merge.hostile.driver',
  'pager.log',
  'pager.rev-parse',
  'remote.origin.uploadpack',
  'sequence.editor',
  'interactive.diffFilter',
  'submodule.inner.update',
] as const

const HOOKS = [
  'reference-transaction',
  'post-index-change',
  'post-checkout',
  'fsmonitor-watchman',
  'pre-auto-gc',
]

beforeAll(() => {
  witnesses = mkdtempSync(join(tmpdir(), 'fairlead-witnesses-'))
  repository = newRepository()
  const { folder, git, write, commit } = repository
  write(FILE, '{"format":"fairlead/1"}\n')
  commit('First')
  git('mv', FILE, 'old.fairlead')
  commit('Rename')
  git('mv', 'old.fairlead', FILE)
  commit('Rename back')
  write('.gitattributes', `* diff=hostile filter=hostile merge=hostile\n`)
  for (const name of PROGRAMS)
    git('config', name, `${name.startsWith('submodule') ? '!' : ''}${witness(name)}`)
  for (const command of ['log', 'rev-parse', 'cat-file'])
    git('config', `alias.${command}`, `!${witness(`alias.${command}`)}`)
  // A fetch of what lacks would run this, as the protocol is allowed by name.
  git('config', 'core.repositoryFormatVersion', '1')
  git('config', 'extensions.partialClone', 'origin')
  git('config', 'remote.origin.url', `ext::touch ${join(witnesses, 'fetch')}`)
  git('config', 'remote.origin.promisor', 'true')
  git('config', 'protocol.allow', 'always')
  git('config', 'protocol.ext.allow', 'always')
  git('config', 'log.showSignature', 'true')
  git('config', 'core.hooksPath', 'hooks')
  mkdirSync(join(folder, 'hooks'))
  for (const hook of HOOKS) {
    writeFileSync(join(folder, 'hooks', hook), `#!/bin/sh\n${witness(`hook-${hook}`)}\n`)
    chmodSync(join(folder, 'hooks', hook), 0o755)
  }
})
afterAll(() => {
  repository.remove()
  rmSync(witnesses, { recursive: true, force: true })
})

const ABSENT = 'a'.repeat(40)

test('nothing that a repository names is run', async () => {
  const path = join(repository.folder, FILE)
  expect(await revisionsOf(path)).toMatchObject({ ok: true, value: { revisions: { length: 3 } } })
  expect(await fileAt(path, 'HEAD~1')).toMatchObject({ ok: true })
  expect(await contentOf(repository.folder, `HEAD:${FILE}`)).toMatchObject({ ok: true })
  expect(await contentOf(repository.folder, `HEAD~1:${FILE}`)).toMatchObject({
    error: { code: 'git-no-file' },
  })
  expect((await fileAt(path, ABSENT)).ok).toBe(false)
  expect((await contentOf(repository.folder, `${ABSENT}:x`)).ok).toBe(false)
  expect(ran()).toEqual([])
  figure('R19', `${PROGRAMS.length + 4} programs and ${HOOKS.length} hooks of a repository, 0 run`)
})

test('git itself, without our switches, runs them', () => {
  const bare = (...args: readonly string[]) =>
    spawnSync('git', args, { cwd: repository.folder, env: { ...gitEnvironment, GIT_PAGER: undefined } })
  writeFileSync(join(repository.folder, FILE), 'changed')
  bare('status')
  bare('add', FILE)
  // As the filter is no filter, git would stop there.
  for (const kind of ['process', 'clean']) bare('config', '--unset', `filter.hostile.${kind}`)
  writeFileSync(join(repository.folder, FILE), 'changed again')
  bare('diff')
  bare('-c', 'diff.hostile.command=', 'diff', '--no-ext-diff')
  bare('cat-file', '--textconv', `HEAD:${FILE}`)
  bare('-p', 'log')
  bare('cat-file', '-p', ABSENT)
  bare('update-ref', 'refs/heads/other', 'HEAD')
  expect(ran()).toEqual(
    expect.arrayContaining([
      'core.fsmonitor',
      'diff.hostile.command',
      'diff.hostile.textconv',
      'fetch',
      'filter.hostile.process',
      'hook-reference-transaction',
    ]),
  )
})

test('a git that lies beside the design is not the one that runs', async () => {
  const { folder } = repository
  writeFileSync(join(folder, 'git'), '#!/bin/sh\n')
  chmodSync(join(folder, 'git'), 0o755)
  expect(await findGit({ PATH: '.::relative' })).toBeUndefined()
  expect(await findGit({ PATH: `${folder}` })).toBe(join(folder, 'git'))
  expect(safeEnvironment({ PATH: `.:${folder}` }).PATH).toBe(folder)
})

test('variables that would change what is read do not reach git; where the user’s settings are does', () => {
  const told = safeEnvironment({
    HOME: '/home/a',
    GIT_DIR: '/elsewhere',
    GIT_SSH_COMMAND: 'touch x',
    GIT_EXTERNAL_DIFF: 'touch x',
    GIT_TRACE: '/tmp/x',
    GIT_CONFIG_GLOBAL: '/home/a/.gitconfig',
    GIT_CONFIG_PARAMETERS: "'core.fsmonitor=touch x'",
  })
  expect(told).toEqual({
    HOME: '/home/a',
    GIT_CONFIG_GLOBAL: '/home/a/.gitconfig',
    PATH: '',
    LC_ALL: 'C',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_ALLOW_PROTOCOL: ':',
    GIT_TERMINAL_PROMPT: '0',
    GIT_PAGER: 'cat',
    GIT_ATTR_NOSYSTEM: '1',
  })
})
