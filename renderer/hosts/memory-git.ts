/** The memory host's git: commits that a test made, newest first. */
import { fail, ok } from '../../shared/basics/result'
import type { GitRevision, Host } from '../../shared/host'
import type { MemoryDisk } from './memory-disk'
import { fileFailure } from './read-file'

interface Commit extends GitRevision {
  readonly text: string
}

export interface MemoryGit {
  /** Commits a file as it is on the disk. */
  readonly commit: (name: string, subject: string) => void
  readonly calls: Pick<Host, 'gitRevisions' | 'gitFile'>
}

const A_PAGE = 50

/** A repository of the files on this disk. */
export function memoryGit({ files, base }: MemoryDisk): MemoryGit {
  const commits: Commit[] = []
  const granted = (name: string) => base(name) !== undefined
  const of = (name: string) => commits.filter((commit) => commit.name === name)
  return {
    commit: (name, subject) => {
      const short = (commits.length + 1).toString(16).padStart(7, '0')
      commits.unshift({
        ...{ hash: short.padEnd(40, '0'), short, subject, author: 'Test', name },
        date: new Date(Date.UTC(2026, 0, 1 + commits.length)).toISOString(),
        text: files.get(name) ?? '',
      })
    },
    calls: {
      gitRevisions: async (id, { from }) => {
        if (!granted(id)) return fail(fileFailure('noGrant'))
        const found = of(id).map(({ text: _, ...revision }) => revision)
        return ok({ revisions: found.slice(from, from + A_PAGE), more: found.length > from + A_PAGE })
      },
      gitFile: async (id, name) => {
        if (!granted(id)) return fail(fileFailure('noGrant'))
        const found = name === 'HEAD' ? of(id)[0] : of(id).find(({ hash }) => hash.startsWith(name))
        if (name === '' || !found) return fail(fileFailure('noVersion', id))
        const { text, ...revision } = found
        return ok({ text, revision })
      },
    },
  }
}
