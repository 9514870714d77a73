/** A file's history in git: the commits that touched it, and what it held in one of them. */
import { basename, dirname, extname, posix } from 'node:path'
import { limits } from '../../shared/basics/limits'
import { cut } from '../../shared/basics/quote'
import { fail, ok, type Result } from '../../shared/basics/result'
import { gitFailures } from './git-failure'
import { blob, commitOf, outputOf, verify } from './repository'
import { runGit } from './run-git'

/** A commit that touched the file. */
export interface Revision {
  readonly hash: string
  readonly short: string
  readonly subject: string
  readonly author: string
  /** ISO date-time of the author's clock, with its offset. */
  readonly date: string
  /** What the file was called there. */
  readonly name: string
}

export interface RevisionPage {
  readonly revisions: Revision[]
  /** There are older ones. */
  readonly more: boolean
}

export const REVISIONS_A_PAGE = 50

/** No page of commits has more; a subject of megabytes is no subject. */
const LOG_BYTES = 4 * 1024 * 1024

/** The commits that touched a file, newest first, through its renames; a page of them, without so many before it. */
export async function revisionsOf(
  path: string,
  from = 0,
  most = REVISIONS_A_PAGE,
): Promise<Result<RevisionPage>> {
  const folder = dirname(path)
  const head = await commitOf(folder, 'HEAD')
  if (!head.ok) return head
  // “--skip” counts commits that did not touch the file, too, when renames are followed.
  const log = await follow(path, head.value, from + most + 1)
  if (!log.ok) return log
  const revisions = log.value.slice(from, from + most).map((touched) => told(touched, basename(path)))
  return ok({ revisions, more: log.value.length > from + most })
}

export interface FileAtRevision {
  readonly revision: Revision
  readonly bytes: Uint8Array
}

/** What a file held in a revision, under the name that it had there. */
export async function fileAt(path: string, revision: string): Promise<Result<FileAtRevision>> {
  const folder = dirname(path)
  const commit = await commitOf(folder, revision)
  if (!commit.ok) return commit
  const there = await placeAt(path, commit.value)
  if (!there.ok) return there
  if (there.value === undefined) return fail(gitFailures.notInRevision(revision))
  const bytes = await blob(folder, there.value.hash, revision, mostBytes(path))
  if (!bytes.ok) return bytes
  const log = await readLog(folder, ['--max-count=1', '--no-walk', '--end-of-options', commit.value, '--'])
  if (!log.ok) return log
  const [touched] = log.value
  return touched
    ? ok({ revision: told(touched, there.value.name), bytes: bytes.value })
    : fail(gitFailures.unreadable())
}

/** What `REV:PATH` holds, as git writes it, seen from a folder. */
export async function contentOf(folder: string, expression: string): Promise<Result<Uint8Array>> {
  const [revision = ''] = expression.split(':', 1)
  if (expression.startsWith('-')) return fail(gitFailures.unknownRevision(revision))
  const hash = await verify(folder, expression)
  if (!hash.ok) return hash
  if (hash.value !== undefined) return await blob(folder, hash.value, revision, mostBytes(expression))
  // Without a revision the path is one of the index.
  const commit = revision === '' ? ok('') : await commitOf(folder, revision)
  return commit.ok ? fail(gitFailures.notInRevision(revision)) : commit
}

function mostBytes(path: string): number {
  return ['.png', '.svg'].includes(extname(path).toLowerCase()) ? limits.pictureBytes : limits.designBytes
}

interface Place {
  readonly name: string
  readonly hash: string
}

async function placeAt(path: string, commit: string): Promise<Result<Place | undefined>> {
  const [folder, name] = [dirname(path), basename(path)]
  const same = await verify(folder, `${commit}:./${name}`)
  if (!same.ok) return same
  if (same.value !== undefined) return ok({ name, hash: same.value })
  // The oldest of the commits since then names what it was called before.
  const since = await follow(path, `${commit}..HEAD`, MOST_RENAMES)
  if (!since.ok) return since
  const oldest = since.value.at(-1)
  const before = oldest?.before ?? oldest?.after
  if (before === undefined) return ok(undefined)
  const hash = await verify(folder, `${commit}:${before}`)
  if (!hash.ok) return hash
  return ok(hash.value === undefined ? undefined : { name: posix.basename(before), hash: hash.value })
}

/** So many edits of one file lie behind a rename at most. */
const MOST_RENAMES = 10_000

interface Touched extends Omit<Revision, 'name'> {
  /** Paths from the top of the repository: before the commit, where it renamed the file, and after it. */
  readonly before?: string
  readonly after?: string
}

function told({ hash, short, subject, author, date, after }: Touched, name: string): Revision {
  const there = after === undefined ? name : posix.basename(after)
  return { hash, short, subject: cut(subject, LONGEST), author: cut(author, LONGEST), date, name: there }
}

const LONGEST = limits.nameLength

function follow(path: string, range: string, most: number): Promise<Result<readonly Touched[]>> {
  return readLog(dirname(path), [
    ...['--follow', '--find-renames', '--name-status', `--max-count=${most}`],
    ...['--end-of-options', range, '--', basename(path)],
  ])
}

const FORMAT = ['%H', '%h', '%an', '%aI', '%s'].join('%x00')

async function readLog(folder: string, args: readonly string[]): Promise<Result<readonly Touched[]>> {
  const answer = await runGit({
    folder,
    command: 'log',
    args: [
      ...['-z', `--format=tformat:${FORMAT}`, '--encoding=UTF-8', '--no-mailmap', '--no-notes', '--no-color'],
      ...['--no-decorate', '--no-show-signature', '--no-ext-diff', '--no-textconv', '--no-relative'],
      ...['--ignore-submodules=all', ...args],
    ],
    limit: LOG_BYTES,
  })
  const output = outputOf(answer)
  return output.ok ? ok(touchedIn(output.value.toString('utf8'))) : output
}

/** Reads the log: five fields of a commit, then a status with one path, or with two where it renamed the file. */
function touchedIn(log: string): readonly Touched[] {
  const fields = log.split('\0')
  const found: Touched[] = []
  let at = 0
  while (fields.length - at > COMMIT_FIELDS) {
    const [hash = '', short = '', author = '', date = '', subject = ''] = fields.slice(at, at + COMMIT_FIELDS)
    at += COMMIT_FIELDS
    // A merge has no status of its own.
    const status = /^\n*([A-Z])\d*$/.exec(fields[at] ?? '')?.[1]
    const paths =
      status === undefined ? [] : fields.slice(at + 1, at + (status === 'R' || status === 'C' ? 3 : 2))
    if (status !== undefined) at += 1 + paths.length
    const [first, last = first] = paths
    const renamed = paths.length > 1 && first !== undefined ? { before: first } : {}
    const named = last === undefined ? {} : { after: last }
    found.push({ hash: hash.trim(), short, author, date, subject, ...renamed, ...named })
  }
  return found
}

const COMMIT_FIELDS = 5
