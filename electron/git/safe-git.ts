/**
 * How git is called in a repository that anybody may have made: its configuration, attributes and hooks can name programs,
 * and none of them may run. Only commands that read objects are used, and what they could still start is switched off one
 * by one; `safe-git.test.ts` holds a repository against it that tries.
 */
import { delimiter } from 'node:path'
import { trustedPath } from './find-git'

/** The commands that may be run. None looks at the working tree, so no filter, hook or monitor has a part in them. */
export type GitCommand = 'rev-parse' | 'log' | 'cat-file'

/** Git knows it by this name on Windows, too. */
const NOTHING = '/dev/null'

/** Values on the command line win over every configuration file. */
const SETTINGS: Readonly<Record<string, string>> = {
  'core.fsmonitor': 'false',
  'core.hooksPath': NOTHING,
  'core.sshCommand': '',
  'core.gitProxy': '',
  'core.askPass': '',
  'core.pager': 'cat',
  'core.editor': 'false',
  'core.alternateRefsCommand': '',
  'core.attributesFile': NOTHING,
  'credential.helper': '',
  'diff.external': '',
  'diff.orderFile': NOTHING,
  'gpg.program': '',
  'gpg.ssh.program': '',
  'gpg.x509.program': '',
  'log.showSignature': 'false',
  'protocol.allow': 'never',
  'submodule.recurse': 'false',
  'maintenance.auto': 'false',
  'gc.auto': '0',
  // What was unpacked together with the design is no repository of the user's.
  'safe.bareRepository': 'explicit',
}

/** The arguments before those of the command. */
export function safeArguments(folder: string): readonly string[] {
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['--no-pager', '--no-optional-locks', '--literal-pathspecs', ...settings, '-C', folder]
}

type Environment = Readonly<Record<string, string | undefined>>

/** Variables of git's that say where the user's own configuration is; those of others would change what is read. */
const OURS = /^GIT_CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)$|^GIT_CEILING_DIRECTORIES$/i

/** The environment that git gets. */
export function safeEnvironment(environment: Environment): Record<string, string> {
  const kept = Object.entries(environment).filter(
    ([name, value]) =>
      value !== undefined &&
      !/^(?:PATH|SSH_ASKPASS|LANGUAGE)$/i.test(name) &&
      (!/^GIT_/i.test(name) || OURS.test(name)),
  )
  return {
    ...(Object.fromEntries(kept) as Record<string, string>),
    PATH: trustedPath(environment).join(delimiter),
    // Failures are told apart by git's words.
    LC_ALL: 'C',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    // No protocol at all, whatever `protocol.<name>.allow` says: git before 2.45 knows no other bar to a lazy fetch.
    GIT_ALLOW_PROTOCOL: ':',
    GIT_TERMINAL_PROMPT: '0',
    GIT_PAGER: 'cat',
    GIT_ATTR_NOSYSTEM: '1',
  }
}
