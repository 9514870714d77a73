/** The disk with one fault, for tests: at the n-th step it refuses, writes half, or the whole process is gone. */
import type { Files, NewFile } from './files'

export type Fault = { readonly step: number; readonly kind: string }

export interface FaultyFiles extends Files {
  /** The steps so far, in order. */
  readonly steps: readonly string[]
}

/** `kind` is an error code, `half` (only half of the bytes are written) or `dies` (this step and all later ones do nothing). */
export function faultyFiles(files: Files, fault: Fault = { step: -1, kind: '' }): FaultyFiles {
  const steps: string[] = []
  let dead = false
  async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
    steps.push(name)
    const hit = steps.length - 1 === fault.step
    if (hit && fault.kind === 'dies') dead = true
    if (dead) throw new Error('The process is gone.')
    if (hit && fault.kind !== 'half') throw Object.assign(new Error(fault.kind), { code: fault.kind })
    return await work()
  }
  const wrap = (file: NewFile): NewFile => ({
    write: (bytes) =>
      step('write', () => {
        const half = fault.kind === 'half' && steps.length - 1 === fault.step
        return file.write(half ? bytes.subarray(0, bytes.byteLength >> 1) : bytes)
      }),
    sync: () => step('sync', file.sync),
    size: () => step('size', file.size),
    // A handle must not leak even when the process "is gone".
    close: () => step('close', file.close).finally(() => file.close().catch(() => undefined)),
  })
  return {
    steps,
    realPath: (path) => step('realPath', () => files.realPath(path)),
    describe: (path) => step('describe', () => files.describe(path)),
    list: (path) => step('list', () => files.list(path)),
    read: (path) => step('read', () => files.read(path)),
    create: (path, mode) => step('create', async () => wrap(await files.create(path, mode))),
    rename: (from, to) => step('rename', () => files.rename(from, to)),
    remove: (path) => step('remove', () => files.remove(path)),
    makeFolder: (path) => step('makeFolder', () => files.makeFolder(path)),
    syncFolder: (path) => step('syncFolder', () => files.syncFolder(path)),
  }
}
