/**
 * The one way in which a design is written, by the app and by the command line: nobody else's work is replaced unseen, what
 * is replaced can be had back, and the file is the old one or the new one at every moment.
 */
import { basename } from 'node:path'
import { limits } from '../../shared/basics/limits'
import { type Failure, fail, ok, type Result } from '../../shared/basics/result'
import { readsBack } from '../../shared/pictures/carried/file-content'
import { say } from '../../shared/texts/text'
import { atomicWrite } from './atomic-write'
import { fileFailure, stillUnsaved } from './file-failure'
import type { FileLocks } from './file-lock'
import { errorCode, type Files } from './files'
import { hashOf } from './hash'
import type { Queue } from './queue'
import { removeLeftovers, temporaryPath } from './temporary-files'
import type { Versions } from './versions'

export interface Storage {
  readonly files: Files
  /** Saves of one file wait for each other; keyed by the real path, so that two names of one file do, too. */
  readonly saves: Queue
  readonly locks: FileLocks
  readonly versions: Versions
  readonly now: () => number
}

/** What a save may replace: content with one of these hashes, or whatever is there because the user said so. */
export type Replaces = readonly string[] | 'anything'

/** The bytes of a design or its picture that can be opened again; what can't is refused before anything is touched. */
export async function designBytes(content: string | Uint8Array, name: string): Promise<Result<Uint8Array>> {
  const design = await readsBack(content, async (bytes) => hashOf(bytes))
  if (design.ok) return ok(typeof content === 'string' ? new TextEncoder().encode(content) : content)
  return fail(
    stillUnsaved({
      code: 'design-unreadable',
      file: name,
      what: say`What would be written could not be opened again: ${design.error.what}`,
      mend: 'Undo your last change and save again.',
    }),
  )
}

/**
 * Writes a design to the file of this real path, in that file's turn of `saves`. A failure when what is there may not be
 * replaced; rejects with the system's error.
 */
export async function replaceFile(
  { files, locks, versions, now }: Omit<Storage, 'saves'>,
  path: string,
  bytes: Uint8Array,
  replaces: Replaces,
): Promise<Result<null>> {
  const removeAbandoned = (save: string) => files.remove(temporaryPath(path, save))
  return await locks.hold(path, removeAbandoned, async (lock) => {
    // Not being able to tidy up is no reason not to save.
    await removeLeftovers(files, path, now()).catch(() => undefined)
    const old = await readOld(files, path, replaces)
    if (!old.ok) return old
    if (old.value !== undefined && hashOf(old.value.bytes) !== hashOf(bytes)) {
      const kept = await keep(versions, path, old.value)
      if (!kept.ok) return kept
    }
    await atomicWrite(files, path, bytes, { id: lock.save, beforeRename: lock.check })
    return ok(null)
  })
}

interface Old {
  readonly bytes: Uint8Array
  readonly modified: number
}

/** What is there and may be replaced; undefined when nothing is. */
async function readOld(files: Files, path: string, replaces: Replaces): Promise<Result<Old | undefined>> {
  try {
    const { is, size, modified } = await files.describe(path)
    if (is === 'other') return fail(notAFile(path))
    if (size > limits.pictureBytes) return fail(replaces === 'anything' ? noDesign(path) : changed(path))
    const bytes = await files.read(path)
    const known = replaces === 'anything' || replaces.includes(hashOf(bytes))
    return known ? ok({ bytes, modified }) : fail(changed(path))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return ok(undefined)
    throw error
  }
}

async function keep(versions: Versions, path: string, { bytes, modified }: Old): Promise<Result<null>> {
  try {
    await versions.keep(path, bytes, modified)
    return ok(null)
  } catch (error) {
    const { what } = fileFailure(error, basename(path), 'write')
    return fail(
      stillUnsaved({
        code: 'file-version',
        file: basename(path),
        what: say`What the file holds now could not be kept as an earlier version. ${what}`,
        mend: 'Save under a new name, or free some space on the disk with your home folder.',
      }),
    )
  }
}

function changed(path: string): Failure {
  return stillUnsaved({
    code: 'file-changed',
    file: basename(path),
    what: 'Another program has changed the file since it was opened.',
    mend: 'Compare the two, then keep yours, take theirs, or merge.',
  })
}

function noDesign(path: string): Failure {
  return stillUnsaved({
    code: 'file-size',
    file: basename(path),
    what: 'The file that is there is too big to be a design.',
    mend: 'Choose another name.',
  })
}

function notAFile(path: string): Failure {
  return stillUnsaved({
    code: 'file-write',
    file: basename(path),
    what: 'This is a device or a pipe, not a file.',
    mend: 'Choose another name.',
  })
}
