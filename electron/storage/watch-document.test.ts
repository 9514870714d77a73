import { appendFile, mkdir, mkdtemp, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDocuments, type Documents } from './documents'
import { nodeFiles } from './files'
import { openStorage } from './open-storage'
import { numbered } from './testing/designs'
import { type DocumentWatcher, documentWatcher } from './watch-document'
import { type WatchFolder, watchFolder } from './watch-folder'

/** As on some networks: it says that it watches, and never tells. */
const silent: WatchFolder = () => () => undefined
/** As where the system has no watches left. */
const failing: WatchFolder = (_folder, _changed, ended) => {
  ended()
  return () => undefined
}

const SETTLE = 10
const LOOK_EVERY = 40

let folder = ''
let path = ''
let documents: Documents
let watcher: DocumentWatcher
let told: string[] = []

beforeEach(async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'fairlead-watch-'))
  folder = join(scratch, 'designs')
  await mkdir(folder)
  path = join(folder, 'orders.fairlead')
  await writeFile(path, numbered(1))
  documents = createDocuments(openStorage(nodeFiles, join(scratch, 'data')))
  await documents.read(path)
  told = []
})
afterEach(async () => {
  watcher.stop()
  await rm(join(folder, '..'), { recursive: true, force: true })
})

async function watch(how: WatchFolder, at = path): Promise<void> {
  watcher = documentWatcher({
    documents,
    files: nodeFiles,
    watchFolder: how,
    settle: SETTLE,
    lookEvery: LOOK_EVERY,
  })
  watcher.watch(at, (what) => told.push(what))
  await quiet()
}

/** Long enough for all that could still be told. */
const quiet = () => pause(LOOK_EVERY + 6 * SETTLE)

describe.each([
  ['that tells', watchFolder],
  ['that is silent', silent],
])('with a watch %s', (_case, how) => {
  test.each<[string, () => Promise<unknown>, string]>([
    ['written in place', () => writeFile(path, numbered(2)), 'changed'],
    ['added to', () => appendFile(path, ' '), 'changed'],
    ['emptied', () => writeFile(path, ''), 'changed'],
    ['removed', () => rm(path), 'gone'],
    ['removed with its folder', () => rm(folder, { recursive: true }), 'gone'],
    [
      'replaced by a rename',
      async () => {
        await writeFile(`${path}.new`, numbered(2))
        await rename(`${path}.new`, path)
      },
      'changed',
    ],
    [
      'replaced by a folder',
      async () => {
        await rm(path)
        await mkdir(path)
      },
      'gone',
    ],
    [
      'written with equal length and time',
      async () => {
        const { atime, mtime } = await stat(path)
        await writeFile(path, numbered(2))
        await utimes(path, atime, mtime)
      },
      'changed',
    ],
  ])('a file that is %s is told once', async (_how, change, what) => {
    await watch(how)
    await change()
    await expect.poll(() => told.length).toBe(1)
    await quiet()
    expect(told).toEqual([what])
  })

  test('own saves are never told', async () => {
    await watch(how)
    for (const n of [2, 3, 4]) {
      expect((await documents.save(path, numbered(n), false)).ok).toBe(true)
      await pause(30)
    }
    await quiet()
    expect(told).toEqual([])
  })

  test('each new state is told, and the next one after it was read', async () => {
    await watch(how)
    await writeFile(path, numbered(2))
    await quiet()
    await writeFile(path, numbered(3))
    await quiet()
    await documents.read(path)
    await quiet()
    await writeFile(path, numbered(4))
    await quiet()
    expect(told).toEqual(['changed', 'changed', 'changed'])
  })

  test('a folder that comes back is watched again', async () => {
    await watch(how)
    await rm(folder, { recursive: true })
    await quiet()
    await mkdir(folder)
    await writeFile(path, numbered(2))
    await quiet()
    await writeFile(path, numbered(3))
    await quiet()
    expect(told).toEqual(['gone', 'changed', 'changed'])
  })

  test('what changed before the watch began is told', async () => {
    await writeFile(path, numbered(2))
    await watch(how)
    expect(told).toEqual(['changed'])
  })
})

test('where nothing can be watched, the file is looked at', async () => {
  await watch(failing)
  await writeFile(path, numbered(2))
  await expect.poll(() => told).toEqual(['changed'])
})

test('a program that empties the file before it writes is told of once', async () => {
  await watch(watchFolder)
  await writeFile(path, '')
  await writeFile(path, numbered(2))
  await quiet()
  expect(told).toEqual(['changed'])
})

test('a file that is gone for a moment and comes back as it was is not told', async () => {
  await watch(watchFolder)
  await rm(path)
  await writeFile(path, numbered(1))
  await quiet()
  expect(told).toEqual([])
})

test.skipIf(process.platform === 'win32')(
  'through a link, the file that it leads to is watched',
  async () => {
    const link = join(folder, '..', 'link.fairlead')
    await symlink(path, link)
    await documents.read(link)
    await watch(watchFolder, link)
    await writeFile(path, numbered(2))
    await quiet()
    expect(told).toEqual(['changed'])
  },
)

test('after stop nothing is told any more', async () => {
  await watch(watchFolder)
  watcher.stop()
  await writeFile(path, numbered(2))
  await quiet()
  expect(told).toEqual([])
})
