import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { atomicWrite } from './atomic-write'
import { nodeFiles } from './files'
import { faultyFiles } from './testing/faulty-files'

const OLD = 'old '.repeat(1000)
const NEW = 'new '.repeat(2000)
const bytes = (text: string) => new TextEncoder().encode(text)

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-write-'))
  path = join(folder, 'orders.fairlead')
  await writeFile(path, OLD)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const content = () => readFile(path, 'utf8')

describe('a save that works', () => {
  test('replaces the content and leaves nothing else', async () => {
    await atomicWrite(nodeFiles, path, bytes(NEW))
    expect(await content()).toBe(NEW)
    expect(await readdir(folder)).toEqual(['orders.fairlead'])
  })

  test('has the data on the disk before the rename, and the folder after it', async () => {
    const files = faultyFiles(nodeFiles)
    await atomicWrite(files, path, bytes(NEW))
    expect(files.steps).toEqual([
      'realPath',
      'describe',
      'create',
      'write',
      'sync',
      'size',
      'close',
      'rename',
      'syncFolder',
    ])
  })

  test('makes a file that was not there', async () => {
    await rm(path)
    await atomicWrite(nodeFiles, path, bytes(NEW))
    expect(await content()).toBe(NEW)
  })

  test.skipIf(process.platform === 'win32')('keeps who may read it', async () => {
    await chmod(path, 0o666)
    await atomicWrite(nodeFiles, path, bytes(NEW))
    expect((await stat(path)).mode & 0o777).toBe(0o666)
  })

  test.skipIf(process.platform === 'win32')('goes through a symbolic link and keeps it', async () => {
    const link = join(folder, 'link.fairlead')
    await symlink(path, link)
    await atomicWrite(nodeFiles, link, bytes(NEW))
    expect(await content()).toBe(NEW)
    expect(await readFile(link, 'utf8')).toBe(NEW)
    expect((await readdir(folder)).sort()).toEqual(['link.fairlead', 'orders.fairlead'])
  })

  test('fits a name as long as the disk allows', async () => {
    const long = join(folder, `${'n'.repeat(240)}.fairlead`)
    await atomicWrite(nodeFiles, long, bytes(NEW))
    expect(await readFile(long, 'utf8')).toBe(NEW)
  })
})

describe('a save that fails', () => {
  const codes = ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EPERM', 'EBUSY', 'EMFILE', 'dies']
  const pairs = Array.from({ length: 9 }, (_, step) => codes.map((kind) => ({ step, kind }))).flat()

  test.each(pairs)(
    'at step $step with $kind: the old file or the new one, whole, and an error',
    async (fault) => {
      const files = faultyFiles(nodeFiles, fault)
      await expect(atomicWrite(files, path, bytes(NEW))).rejects.toThrow()
      // Only after the rename is the new one there; the save is still not acknowledged then.
      expect(await content()).toBe(files.steps.includes('syncFolder') ? NEW : OLD)
      if (fault.kind !== 'dies') expect(await readdir(folder)).toEqual(['orders.fairlead'])
    },
  )

  test('a disk that takes only half of the bytes is found out before the rename', async () => {
    const write = 3
    await expect(
      atomicWrite(faultyFiles(nodeFiles, { step: write, kind: 'half' }), path, bytes(NEW)),
    ).rejects.toThrow()
    expect(await content()).toBe(OLD)
  })
})

describe('a file that a virus scanner holds for a moment', () => {
  const renameAt = (failures: number) => {
    let left = failures
    return {
      ...nodeFiles,
      rename: (from: string, to: string) =>
        left-- > 0
          ? Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' }))
          : nodeFiles.rename(from, to),
    }
  }

  test('is waited for', async () => {
    await atomicWrite(renameAt(2), path, bytes(NEW), { waits: [1, 1, 1] })
    expect(await content()).toBe(NEW)
  })

  test('but not for ever', async () => {
    await expect(atomicWrite(renameAt(9), path, bytes(NEW), { waits: [1, 1] })).rejects.toThrow('held')
    expect(await content()).toBe(OLD)
  })
})
