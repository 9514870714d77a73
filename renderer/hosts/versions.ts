/** Earlier states of files, kept in this browser: what a save replaced can be had back. */
import type { FileVersion } from '../../shared/host'
import { thinVersions } from '../../shared/storage/thin-versions'
import type { Change, Database } from './database'
import { sha256 } from './sha256'

/** What a save is about to replace. */
export interface Replaced {
  readonly content: Uint8Array<ArrayBuffer>
  /** When it was written, in milliseconds since 1970. */
  readonly saved: number
}

export interface Versions {
  readonly putAside: (file: string, replaced: Replaced, now: number) => Promise<void>
  /** Newest first. */
  readonly list: (file: string) => Promise<FileVersion[]>
  readonly read: (file: string, id: string) => Promise<Uint8Array<ArrayBuffer> | undefined>
}

/** The versions in this database. */
export function fileVersions(database: Database): Versions {
  const of = async (file: string) =>
    (await database.all('versions'))
      .filter((version) => version.file === file)
      .sort((a, b) => b.kept - a.kept)
  return {
    putAside: async (file, { content, saved }, now) => {
      const [hash, old] = await Promise.all([sha256(content), of(file)])
      if (old[0]?.hash === hash) return
      const id = crypto.randomUUID()
      // A clock that was set back must not put the new one behind the old.
      const kept = Math.max(now, (old[0]?.kept ?? 0) + 1)
      const version = { id, file, saved, kept, bytes: content.byteLength, hash }
      const stay = new Set(thinVersions([version, ...old], now))
      const gone = old.filter((one) => !stay.has(one))
      await database.change([
        { store: 'versions', put: version },
        { store: 'contents', put: { id, content } },
        ...gone.flatMap((one): Change[] => [
          { store: 'versions', remove: one.id },
          { store: 'contents', remove: one.id },
        ]),
      ])
    },
    list: async (file) => (await of(file)).map(({ id, saved, bytes }) => ({ id, saved, bytes })),
    read: async (file, id) => {
      if ((await database.get('versions', id))?.file !== file) return undefined
      return (await database.get('contents', id))?.content
    },
  }
}
