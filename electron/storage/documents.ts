/**
 * The designs that one window works on: it knows what it last read from each file or wrote to it, and so notices when
 * somebody else has changed one.
 */
import { basename } from 'node:path'
import { limits } from '../../shared/basics/limits'
import { fail, type Result } from '../../shared/basics/result'
import { fileFailure } from './file-failure'
import { errorCode } from './files'
import { hashOf } from './hash'
import { type Document, readDocument } from './read-document'
import { designBytes, type Replaces, replaceFile, type Storage } from './save-document'
import { removeLeftovers, temporaryPath } from './temporary-files'

/** What stands in a file, seen from this window. */
export type FileState =
  | { readonly is: 'gone' }
  | { readonly is: 'there'; readonly hash: string; readonly empty: boolean; readonly known: boolean }

export interface Documents {
  /** Reads a file; a save may replace what it holds now. */
  readonly read: (path: string) => Promise<Result<Document>>
  /** Writes a design, or a picture that carries it. Content that this window has not seen is replaced only when the user said so. */
  readonly save: (path: string, content: string | Uint8Array, confirmed: boolean) => Promise<Result<null>>
  /** The SHA-256 of what this window last read or wrote there. */
  readonly base: (path: string) => Promise<string | undefined>
  /** Takes over work that was based on this. */
  readonly assume: (path: string, base: string | undefined) => Promise<void>
  readonly state: (path: string) => Promise<FileState>
}

/** No file is known yet. */
export function createDocuments(storage: Storage): Documents {
  const { files, saves } = storage
  const bases = new Map<string, string>()
  /** What a failed save may have written all the same: its last step comes after the rename. */
  const tried = new Map<string, string>()
  const realPathOf = (path: string) => files.realPath(path).catch(() => path)
  const known = (path: string) => [bases.get(path), tried.get(path)].filter((hash) => hash !== undefined)
  const settle = (path: string, hash: string | undefined) => {
    tried.delete(path)
    if (hash === undefined) bases.delete(path)
    else bases.set(path, hash)
  }
  const write = (real: string, bytes: Uint8Array, confirmed: boolean) =>
    saves(real, async () => {
      const hash = hashOf(bytes)
      // Whatever stands there already and is exactly this needs no asking.
      const replaces: Replaces = confirmed ? 'anything' : [...known(real), hash]
      tried.set(real, hash)
      const saved = await replaceFile(storage, real, bytes, replaces)
      if (saved.ok) settle(real, hash)
      else tried.delete(real)
      return saved
    })
  const inOrder = orderKeeper()
  return {
    async read(path) {
      const real = await realPathOf(path)
      return await saves(real, async () => {
        await tidy(storage, real)
        const document = await readDocument(files, path)
        // UTF-8 that was read strictly is the same bytes again.
        if (document.ok) settle(real, hashOf(document.value.bytes ?? encode(document.value.text)))
        return document
      })
    },

    async save(path, content, confirmed) {
      const name = basename(path)
      try {
        // The save itself is not waited for in there: that of another file goes on meanwhile.
        const { saved } = await inOrder(async () => {
          const bytes = await designBytes(content, name)
          if (!bytes.ok) return { saved: bytes }
          return { saved: write(await files.realPath(path), bytes.value, confirmed) }
        })
        return await saved
      } catch (error) {
        return fail(fileFailure(error, name, 'write'))
      }
    },

    base: async (path) => bases.get(await realPathOf(path)),

    async assume(path, base) {
      const real = await realPathOf(path)
      await saves(real, async () => settle(real, base))
    },

    async state(path) {
      const real = await realPathOf(path)
      return await saves(real, async () => {
        try {
          const { is, size, stamp } = await files.describe(real)
          if (is !== 'file') return { is: 'gone' }
          // Nothing of ours is that big, and it should not be read only to find that out.
          if (size > limits.pictureBytes) return { is: 'there', hash: stamp, empty: false, known: false }
          const hash = hashOf(await files.read(real))
          return { is: 'there', hash, empty: size === 0, known: known(real).includes(hash) }
        } catch (error) {
          if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errorCode(error))) return { is: 'gone' }
          throw error
        }
      })
    },
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Removes what a save left behind whose process is gone. Not being able to is no reason not to open. */
async function tidy({ files, locks, now }: Storage, path: string): Promise<void> {
  try {
    await removeLeftovers(files, path, now())
    const abandoned = (save: string) => files.remove(temporaryPath(path, save))
    if (await locks.isAbandoned(path)) await locks.hold(path, abandoned, async () => undefined)
  } catch {
    // The next save tries again.
  }
}

/** Runs what takes its time before a save one after another, so that saves queue up in the order in which they were asked for. */
function orderKeeper(): <T>(prepare: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (prepare) => {
    const turn = last.then(prepare)
    last = turn.catch(() => undefined)
    return turn
  }
}
