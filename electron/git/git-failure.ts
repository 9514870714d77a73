/** What git could not do, in words for people. Git's own words name folders and say what to type; they are not repeated. */

import { quote } from '../../shared/basics/quote'
import type { Failure } from '../../shared/basics/result'
import { say } from '../../shared/texts/text'

export const gitFailures = {
  notInstalled: (): Failure => ({
    code: 'git-not-installed',
    what: 'Git is not installed, or not on the PATH.',
    mend: 'Install it from git-scm.com, and start Fairlead again.',
  }),
  notARepository: (): Failure => ({
    code: 'git-no-repository',
    what: 'The file is in no git repository.',
    mend: 'Compare it with another file instead, or put its folder under git.',
  }),
  ownership: (): Failure => ({
    code: 'git-owner',
    what: 'The repository belongs to another user of this computer, and git does not read such ones unasked.',
    mend: 'If you trust it, add its folder to “safe.directory” with git config --global --add.',
  }),
  bare: (): Failure => ({
    code: 'git-bare',
    what: 'The file lies inside of a bare repository, which Fairlead does not read.',
    mend: 'Clone the repository, and open the file in the clone.',
  }),
  unknownRevision: (revision: string): Failure => ({
    code: 'git-revision',
    what: say`The repository has no revision ${quote(revision)}.`,
    mend: 'Name a branch, a tag or a commit that “git log” shows.',
  }),
  shallow: (revision: string): Failure => ({
    code: 'git-shallow',
    what: say`The repository has no revision ${quote(revision)}; it holds only the newest part of the history.`,
    mend: 'Get the rest with “git fetch --unshallow”, or in a pipeline with “fetch-depth: 0”, and try again.',
  }),
  noCommit: (): Failure => ({
    code: 'git-no-commit',
    what: 'The repository has no commit yet.',
    mend: 'Commit the file first.',
  }),
  notInRevision: (revision: string): Failure => ({
    code: 'git-no-file',
    what: say`Revision ${quote(revision)} does not hold this file, nor one that was renamed to it since.`,
    mend: 'Choose a later revision. In a path after a revision, “./” stands for the present folder.',
  }),
  notAFile: (revision: string): Failure => ({
    code: 'git-not-a-file',
    what: say`In revision ${quote(revision)} this is a folder or another repository, not a file.`,
    mend: 'Name a file in it.',
  }),
  missingObject: (): Failure => ({
    code: 'git-missing-object',
    what: 'This partial clone does not hold the file’s content in that revision, and Fairlead fetches nothing.',
    mend: 'Have git fetch it with “git show”, then try again.',
  }),
  tooSlow: (): Failure => ({
    code: 'git-too-slow',
    what: 'Git took too long, and was stopped.',
    mend: 'Name the revision instead of choosing it, or compare with a copy of the file.',
  }),
  unreadable: (): Failure => ({
    code: 'git-unreadable',
    what: 'Git can’t read the repository.',
    mend: 'Run “git fsck” and “git log” in its folder; they say what is damaged.',
  }),
} as const satisfies Record<string, (revision: string) => Failure>

/** What git's message means, as far as it is about the repository and not about a revision of it. */
export function repositoryFailure(message: string): Failure | undefined {
  if (/not a git repository|not in a git dir/i.test(message)) return gitFailures.notARepository()
  if (/dubious ownership|unsafe repository/i.test(message)) return gitFailures.ownership()
  if (/cannot use bare repository/i.test(message)) return gitFailures.bare()
  // macOS has a program of that name that offers to install git.
  if (/xcode-select|CommandLineTools/i.test(message)) return gitFailures.notInstalled()
  if (/promisor|lazy fetch|could not fetch|transport '.*' not allowed/i.test(message))
    return gitFailures.missingObject()
  if (
    /bad (?:numeric |boolean )?config|unknown repository (?:extension|version)|unable to read|corrupt|invalid gitfile|Expected git repo version/i.test(
      message,
    )
  )
    return gitFailures.unreadable()
  return undefined
}
