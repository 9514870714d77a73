/** The only way to the disk for documents and the app's own data. A second implementation, for tests, injects faults. */
import { constants } from 'node:fs'
import {
  access,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/** A file that is being written. */
export interface NewFile {
  /** Writes all bytes, or rejects. */
  readonly write: (bytes: Uint8Array) => Promise<void>
  /** Has the bytes reach the disk. */
  readonly sync: () => Promise<void>
  readonly size: () => Promise<number>
  readonly close: () => Promise<void>
}

/** What stands under a path. `other` is a device, a pipe or the like. */
export interface Description {
  readonly is: 'file' | 'folder' | 'other'
  readonly size: number
  readonly mode: number
  /** A rename would replace a read-only file all the same. */
  readonly writable: boolean
  /** When the content was written, in milliseconds since 1970. */
  readonly modified: number
  /** Differs when anything about the file does: a program can set `modified` back, but not this. */
  readonly stamp: string
}

/** Every method rejects with a Node error, whose `code` says why. */
export interface Files {
  /** The file itself, behind any symbolic links; it need not be there, but its folder must. */
  readonly realPath: (path: string) => Promise<string>
  readonly describe: (path: string) => Promise<Description>
  /** The names in a folder; none when there is no such folder. */
  readonly list: (path: string) => Promise<readonly string[]>
  readonly read: (path: string) => Promise<Uint8Array>
  /** Makes a file that is not there yet. */
  readonly create: (path: string, mode: number) => Promise<NewFile>
  readonly rename: (from: string, to: string) => Promise<void>
  /** Removes a file; one that is not there is fine. */
  readonly remove: (path: string) => Promise<void>
  readonly makeFolder: (path: string) => Promise<void>
  /** Has a rename in this folder reach the disk. */
  readonly syncFolder: (path: string) => Promise<void>
}

/** The real disk. */
export const nodeFiles: Files = {
  realPath: (path) => realPath(path, LINKS),
  async describe(path) {
    const info = await stat(path)
    const { size, mode, mtimeMs, ctimeMs, ino } = info
    const is = info.isFile() ? 'file' : info.isDirectory() ? 'folder' : 'other'
    const writable = (mode & 0o222) !== 0 && (await mayWrite(path))
    const stamp = [ino, size, mtimeMs, ctimeMs].join()
    return { is, size, mode: mode & 0o777, writable, modified: mtimeMs, stamp }
  },
  list: (path) =>
    readdir(path).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return []
      throw error
    }),
  read: (path) => readFile(path),
  async create(path, mode) {
    const handle = await open(path, 'wx', mode)
    // The process's umask took bits away that the old file may have had.
    if (process.platform !== 'win32') await handle.chmod(mode)
    return {
      write: (bytes) => handle.writeFile(bytes),
      sync: () => handle.sync(),
      size: async () => (await handle.stat()).size,
      close: () => handle.close(),
    }
  },
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { force: true }),
  async makeFolder(path) {
    await mkdir(path, { recursive: true })
  },
  async syncFolder(path) {
    // Windows has no such call: its rename is on disk when it returns.
    if (process.platform === 'win32') return
    const handle = await open(path, constants.O_RDONLY)
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
}

function mayWrite(path: string): Promise<boolean> {
  return access(path, constants.W_OK).then(
    () => true,
    () => false,
  )
}

/** More links in a row are a circle, as Linux sees it. */
const LINKS = 40

async function realPath(path: string, links: number): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
  // Not there: a new name, or a link to one.
  const aim = await readlink(path).catch(() => undefined)
  if (aim !== undefined && links > 0) return await realPath(resolve(dirname(path), aim), links - 1)
  return join(await realpath(dirname(path)), basename(path))
}

/** Node's word for what went wrong, such as `ENOSPC`; empty when the error is not the system's. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
