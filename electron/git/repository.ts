/** Questions to the repository around a folder: which commit a revision is, and what a file holds there. */
import { fail, ok, type Result } from '../../shared/basics/result'
import { tooLarge } from '../../shared/design/json-limits'
import { gitFailures, repositoryFailure } from './git-failure'
import { type GitAnswer, runGit } from './run-git'

/** Enough for hashes, names and subjects. */
const SHORT_OUTPUT = 64 * 1024

/** The names of objects: SHA-1, or SHA-256. */
const HASH = /^(?:[\da-f]{40}|[\da-f]{64})$/

/** The commit that a revision names, such as a hash, a branch or `HEAD~2`. */
export async function commitOf(folder: string, revision: string): Promise<Result<string>> {
  // With one it would be an option to git, wherever it stands.
  if (revision === '' || revision.startsWith('-')) return fail(gitFailures.unknownRevision(revision))
  const found = await verify(folder, `${revision}^{commit}`)
  if (!found.ok) return found
  if (found.value !== undefined) return ok(found.value)
  if (revision === 'HEAD') return fail(gitFailures.noCommit())
  return fail(
    (await isShallow(folder)) ? gitFailures.shallow(revision) : gitFailures.unknownRevision(revision),
  )
}

/** The hash of what an expression names, in git's own notation; undefined when there is no such thing. */
export async function verify(folder: string, expression: string): Promise<Result<string | undefined>> {
  const answer = await runGit({
    folder,
    command: 'rev-parse',
    args: ['--verify', '--end-of-options', expression],
    limit: SHORT_OUTPUT,
  })
  const output = outputOf(answer, 'or-nothing')
  if (!output.ok) return output
  const hash = output.value?.toString('utf8').trim() ?? ''
  return ok(HASH.test(hash) ? hash : undefined)
}

async function isShallow(folder: string): Promise<boolean> {
  const answer = await runGit({
    folder,
    command: 'rev-parse',
    args: ['--is-shallow-repository'],
    limit: SHORT_OUTPUT,
  })
  return answer.is === 'done' && answer.output.toString('utf8').trim() === 'true'
}

/** The content of an object that a revision holds as a file. */
export async function blob(
  folder: string,
  hash: string,
  revision: string,
  limit: number,
): Promise<Result<Uint8Array>> {
  const answer = await runGit({
    folder,
    command: 'cat-file',
    args: ['--batch'],
    input: `${hash}\n`,
    // The line before the content, and the one behind it.
    limit: limit + 200,
  })
  const start = answer.is === 'done' || answer.is === 'too-large' ? answer.output.indexOf('\n') : -1
  if (start >= 0 && 'output' in answer) {
    const [, type, size] = answer.output.subarray(0, start).toString('latin1').split(' ')
    if (type === 'missing') return fail(gitFailures.missingObject())
    if (type !== 'blob') return fail(gitFailures.notAFile(revision))
    if (Number(size) > limit) return fail(tooLarge(Number(size), limit))
    if (answer.is === 'done' && answer.code === 0)
      return ok(new Uint8Array(answer.output.subarray(start + 1, start + 1 + Number(size))))
  }
  const output = outputOf(answer)
  return output.ok ? fail(gitFailures.unreadable()) : output
}

/**
 * What a command printed, or why it could not. With `or-nothing`, a failure that says nothing of the repository itself is
 * undefined.
 */
export function outputOf(answer: GitAnswer): Result<Buffer>
export function outputOf(answer: GitAnswer, or: 'or-nothing'): Result<Buffer | undefined>
export function outputOf(answer: GitAnswer, or?: 'or-nothing'): Result<Buffer | undefined> {
  switch (answer.is) {
    case 'no-git':
      return fail(gitFailures.notInstalled())
    case 'too-slow':
      return fail(gitFailures.tooSlow())
    case 'too-large':
      return fail(gitFailures.unreadable())
    case 'done': {
      if (answer.code === 0) return ok(answer.output)
      const failure = repositoryFailure(answer.message)
      if (failure) return fail(failure)
      return or === 'or-nothing' ? ok(undefined) : fail(gitFailures.unreadable())
    }
  }
}
