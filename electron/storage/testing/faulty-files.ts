/** The disk with one fault, for tests: at the n-th step it refuses, writes half, or the whole process is gone. */
import type { Files, NewFile } from '../files'

export type Fault = { readonly step: number; readonly kind: string }

export interface Step {
  readonly name: keyof Files | keyof NewFile
  readonly path: string
}

export interface FaultyFiles extends Files {
  /** The steps so far, in order. */
  readonly log: readonly Step[]
  readonly steps: readonly string[]
  /** Forgets the steps and has this fault instead of the one before. */
  readonly restart: (fault: Fault) => void
}

const NONE: Fault = { step: -1, kind: '' }

/** `kind` is an error code, `half` (only half of the bytes are written) or `dies` (this step and all later ones do nothing). */
export function faultyFiles(files: Files, first: Fault = NONE): FaultyFiles {
  const log: Step[] = []
  let fault = first
  let dead = false
  async function step<T>(name: Step['name'], path: string, work: () => Promise<T>): Promise<T> {
    log.push({ name, path })
    const hit = log.length - 1 === fault.step
    if (hit && fault.kind === 'dies') dead = true
    if (dead) throw new Error('The process is gone.')
    if (hit && fault.kind !== 'half') throw Object.assign(new Error(fault.kind), { code: fault.kind })
    return await work()
  }
  const wrap = (file: NewFile, path: string): NewFile => ({
    write: (bytes) =>
      step('write', path, () => {
        const half = fault.kind === 'half' && log.length - 1 === fault.step
        return file.write(half ? bytes.subarray(0, bytes.byteLength >> 1) : bytes)
      }),
    sync: () => step('sync', path, file.sync),
    size: () => step('size', path, file.size),
    // A handle must not leak even when the process "is gone".
    close: () => step('close', path, file.close).finally(() => file.close().catch(() => undefined)),
  })
  return {
    log,
    get steps() {
      return log.map(({ name }) => name)
    },
    restart(next) {
      log.length = 0
      fault = next
      dead = false
    },
    realPath: (path) => step('realPath', path, () => files.realPath(path)),
    describe: (path) => step('describe', path, () => files.describe(path)),
    list: (path) => step('list', path, () => files.list(path)),
    read: (path) => step('read', path, () => files.read(path)),
    create: (path, mode) => step('create', path, async () => wrap(await files.create(path, mode), path)),
    rename: (from, to) => step('rename', from, () => files.rename(from, to)),
    remove: (path) => step('remove', path, () => files.remove(path)),
    makeFolder: (path) => step('makeFolder', path, () => files.makeFolder(path)),
    syncFolder: (path) => step('syncFolder', path, () => files.syncFolder(path)),
  }
}
