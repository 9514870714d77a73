/**
 * Writes a file so that, whenever the process dies, the old content or the new one stands there, whole: into a new file
 * beside it, to the disk, then renamed over the old one, then the folder to the disk. Only after that is it "saved".
 *
 * There is no fallback to writing in place: it could leave half a design. No ready-made package: the guarantee rests on
 * the order of these steps, which the tests check one by one.
 */
import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { errorCode, type Files } from './files'
import { temporaryPath } from './temporary-files'

const NEW_FILE_MODE = 0o644
/** For what nobody else need read: copies of designs in the app's own folder. */
export const PRIVATE_FILE_MODE = 0o600
/** Waits between attempts to rename on Windows, where a virus scanner may hold the file: ten seconds in all. */
const WINDOWS_WAITS = [20, 50, 100, 200, 400, 800, 1600, 3000, 3830]
const PASSING = new Set(['EPERM', 'EACCES', 'EBUSY'])

export interface WriteOptions {
  readonly waits?: readonly number[]
  /** Names the temporary file, so that it can be found when its writer is gone. */
  readonly id?: string
  /** Of a file that is not there yet. */
  readonly newFileMode?: number
  /** Called when all is written and only the rename is to come; what it throws stops the write. */
  readonly beforeRename?: () => Promise<void>
}

/** Resolves when the bytes are on the disk under this path; rejects with the system's error when they are not. */
export async function atomicWrite(
  files: Files,
  path: string,
  bytes: Uint8Array,
  options: WriteOptions = {},
): Promise<void> {
  const { waits = process.platform === 'win32' ? WINDOWS_WAITS : [], id = randomUUID() } = options
  // Saving through a symbolic link changes the file it points to, and leaves the link.
  const target = await files.realPath(path)
  const mode = await modeOf(files, target, options.newFileMode ?? NEW_FILE_MODE)
  const folder = dirname(target)
  const temporary = temporaryPath(target, id)
  try {
    await writeWhole(files, temporary, bytes, mode)
    await options.beforeRename?.()
    await renamePatiently(files, temporary, target, waits)
  } catch (error) {
    await files.remove(temporary).catch(() => {})
    throw error
  }
  await files.syncFolder(folder)
}

async function writeWhole(files: Files, path: string, bytes: Uint8Array, mode: number): Promise<void> {
  const file = await files.create(path, mode)
  try {
    await file.write(bytes)
    await file.sync()
    const size = await file.size()
    if (size !== bytes.byteLength) {
      throw Object.assign(new Error(`${size} of ${bytes.byteLength} bytes were written.`), { code: 'ENOSPC' })
    }
  } catch (error) {
    await file.close().catch(() => {})
    throw error
  }
  await file.close()
}

async function renamePatiently(
  files: Files,
  from: string,
  to: string,
  waits: readonly number[],
): Promise<void> {
  for (const wait of waits) {
    try {
      return await files.rename(from, to)
    } catch (error) {
      if (!PASSING.has(errorCode(error))) throw error
      await pause(wait)
    }
  }
  await files.rename(from, to)
}

async function modeOf(files: Files, path: string, newFileMode: number): Promise<number> {
  try {
    const { is, mode, writable } = await files.describe(path)
    if (is === 'folder') throw Object.assign(new Error('A folder can’t be replaced.'), { code: 'EISDIR' })
    if (!writable) throw Object.assign(new Error('The file is read-only.'), { code: 'EACCES' })
    return mode
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return newFileMode
    throw error
  }
}
