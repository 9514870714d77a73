/** A real git repository in a temporary folder, apart from the configuration of whoever runs the tests. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface TestRepository {
  readonly folder: string
  /** Runs git in it, and gives what it printed. */
  readonly git: (...args: readonly string[]) => string
  readonly write: (file: string, text: string) => void
  /** Commits everything, and gives the commit's hash. */
  readonly commit: (message: string) => string
  readonly remove: () => void
}

export const gitEnvironment = {
  PATH: process.env.PATH,
  HOME: tmpdir(),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
}

/** Runs git in a folder, and gives what it printed. */
export function gitIn(cwd: string, ...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', words, { cwd, env: gitEnvironment, encoding: 'utf8' })
  if (status !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}`)
  return stdout.trim()
}

/** A new, empty repository; `args` are those of `git init` or `git clone` before the folder. */
export function newRepository(...args: readonly string[]): TestRepository {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'fairlead-git-')))
  const git = (...words: readonly string[]) => gitIn(folder, ...words)
  const init = args.length > 0 ? args : ['init', '--quiet', '--initial-branch=main']
  git(...init, folder)
  return {
    folder,
    git,
    write(file, text) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    },
    commit(message) {
      git('add', '--all')
      git('commit', '--quiet', '--message', message)
      return git('rev-parse', 'HEAD')
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
