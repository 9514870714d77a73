/** The only way to the disk for documents and the app's own data. A second implementation, for tests, injects faults. */
import { constants } from 'node:fs'
import { mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'

/** A file that is being written. */
export interface NewFile {
  /** Writes all bytes, or rejects. */
  readonly write: (bytes: Uint8Array) => Promise<void>
  /** Has the bytes reach the disk. */
  readonly sync: () => Promise<void>
  readonly size: () => Promise<number>
  readonly close: () => Promise<void>
}

/** Every method rejects with a Node error, whose `code` says why. */
export interface Files {
  /** The file itself, behind any symbolic links. */
  readonly realPath: (path: string) => Promise<string>
  readonly describe: (path: string) => Promise<{ readonly size: number; readonly mode: number }>
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
  realPath: (path) => realpath(path),
  async describe(path) {
    const { size, mode } = await stat(path)
    return { size, mode: mode & 0o777 }
  },
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

/** Node's word for what went wrong, such as `ENOSPC`; empty when the error is not the system's. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
