/**
 * The files that were opened or saved in this browser. It gives no paths to tell them by, so each is a handle under a
 * name of our own: the recent list, and what earlier versions and locks are filed under.
 */
import type { Change, Database, KnownFile } from './database'
import type { FileHandle } from './grants'
import type { Locks } from './locks'

/** So many are listed. */
const LISTED = 20
/** So many are known; the versions of a file that is forgotten go with it. */
const KNOWN = 100

export interface KnownFiles {
  /** The file's lasting name, at the top of the list from now on. Where nothing can be kept it lasts for this window. */
  readonly idOf: (handle: FileHandle, now: number) => Promise<string>
  readonly recent: () => Promise<readonly KnownFile[]>
}

/** The files that this browser knows. */
export function knownFiles(database: Database, locks: Locks): KnownFiles {
  const here: { readonly id: string; readonly handle: FileHandle }[] = []
  const known = async () => (await database.all('recent')).sort((a, b) => b.used - a.used)
  return {
    idOf: async (handle, now) => {
      const mine = await sameFile(here, handle)
      const remember = async () => {
        const all = await known()
        const old = mine ?? (await sameFile(all, handle))
        const id = old?.id ?? crypto.randomUUID()
        const used: Change = { store: 'recent', put: { id, name: handle.name, handle, used: now } }
        const others = all.filter((file) => file.id !== id)
        await database.change([used, ...(await forgetting(database, others.slice(KNOWN - 1)))], 'relaxed')
        return id
      }
      // Two tabs that meet a file for the first time must not give it two names.
      const id = await locks.alone('files', remember).catch(() => mine?.id ?? crypto.randomUUID())
      if (!mine) here.push({ id, handle })
      return id
    },
    recent: async () => (await known().catch(() => [])).slice(0, LISTED),
  }
}

async function sameFile<F extends { readonly handle: FileHandle }>(
  files: readonly F[],
  handle: FileHandle,
): Promise<F | undefined> {
  for (const file of files) {
    if (file.handle.name === handle.name && (await file.handle.isSameEntry(handle))) return file
  }
  return undefined
}

async function forgetting(database: Database, files: readonly KnownFile[]): Promise<readonly Change[]> {
  if (files.length === 0) return []
  const forgotten = new Set(files.map(({ id }) => id))
  const versions = (await database.all('versions')).filter(({ file }) => forgotten.has(file))
  return [
    ...files.map(({ id }): Change => ({ store: 'recent', remove: id })),
    ...versions.flatMap(({ id }): Change[] => [
      { store: 'versions', remove: id },
      { store: 'contents', remove: id },
    ]),
  ]
}
