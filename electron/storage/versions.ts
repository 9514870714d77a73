/**
 * Earlier states of designs, in the app's data folder: `versions/<key of the real path>/<kept>-<modified>-<hash>`. A name
 * says all that must be known, so there is no list that could be damaged.
 */
import { join } from 'node:path'
import type { FileVersion } from '../../shared/host'
import { thinVersions } from '../../shared/storage/thin-versions'
import { atomicWrite, PRIVATE_FILE_MODE } from './atomic-write'
import { keyOf } from './file-lock'
import type { Files } from './files'
import { hashOf } from './hash'
import { removeAllLeftovers } from './temporary-files'

export interface Versions {
  /** Puts the content of this file aside, and lets go of versions that are not worth their space any more. */
  readonly keep: (realPath: string, bytes: Uint8Array, modified: number) => Promise<void>
  /** Newest first. A damaged one is left out, and left where it is. */
  readonly list: (realPath: string) => Promise<readonly FileVersion[]>
  /** Undefined when there is none of this id, or it is damaged. */
  readonly read: (realPath: string, id: string) => Promise<Uint8Array | undefined>
}

export interface VersionOptions {
  readonly now?: () => number
  readonly thin?: typeof thinVersions
}

/** The versions kept in this folder. */
export function fileVersions(files: Files, folder: string, options: VersionOptions = {}): Versions {
  const { now = Date.now, thin = thinVersions } = options
  const placeOf = (realPath: string) => join(folder, keyOf(realPath))
  return {
    async keep(realPath, bytes, modified) {
      const place = placeOf(realPath)
      const there = await named(files, place)
      const hash = hashOf(bytes)
      // Saving back and forth between two states, or trying again after a failure, is no new state.
      if (newest(there)?.hash === hash) return
      // Two in one millisecond stay two.
      const kept = Math.max(Math.floor(now()), (newest(there)?.kept ?? -1) + 1)
      const id = `${kept}-${Math.max(0, Math.floor(modified))}-${hash}`
      await files.makeFolder(place)
      await atomicWrite(files, join(place, id), bytes, { newFileMode: PRIVATE_FILE_MODE })
      await letGo(files, place, now(), thin)
    },

    async list(realPath) {
      const place = placeOf(realPath)
      const sorted = (await named(files, place)).sort((a, b) => b.kept - a.kept)
      const whole: FileVersion[] = []
      for (const { id, modified, hash } of sorted) {
        const bytes = await readWhole(files, join(place, id), hash)
        if (bytes) whole.push({ id, saved: modified, bytes: bytes.byteLength })
      }
      return whole
    },

    async read(realPath, id) {
      const version = parseName(id)
      return version && (await readWhole(files, join(placeOf(realPath), id), version.hash))
    },
  }
}

interface Named {
  readonly id: string
  readonly kept: number
  readonly modified: number
  readonly hash: string
}

/** Only what has exactly this form is ours; an id from the page is no path. */
function parseName(name: string): Named | undefined {
  const [, kept, modified, hash] = /^(\d{1,15})-(\d{1,15})-([0-9a-f]{64})$/.exec(name) ?? []
  if (kept === undefined || modified === undefined || hash === undefined) return undefined
  return { id: name, kept: Number(kept), modified: Number(modified), hash }
}

async function named(files: Files, place: string): Promise<Named[]> {
  return (await files.list(place)).flatMap((name) => parseName(name) ?? [])
}

function newest(versions: readonly Named[]): Named | undefined {
  return versions.reduce<Named | undefined>((a, b) => (a && a.kept > b.kept ? a : b), undefined)
}

async function readWhole(files: Files, path: string, hash: string): Promise<Uint8Array | undefined> {
  const bytes = await files.read(path).catch(() => undefined)
  return bytes && hashOf(bytes) === hash ? bytes : undefined
}

/** The new version is safe by now: what can't be removed only takes space. */
async function letGo(files: Files, place: string, now: number, thin: typeof thinVersions): Promise<void> {
  try {
    const there = await Promise.all(
      (await named(files, place)).map(async (version) => {
        const { size } = await files.describe(join(place, version.id))
        return { ...version, bytes: size }
      }),
    )
    const stay = new Set(thin(there, now).map(({ id }) => id))
    for (const { id } of there) if (!stay.has(id)) await files.remove(join(place, id))
    await removeAllLeftovers(files, place, now)
  } catch {
    // The next save tries again.
  }
}
