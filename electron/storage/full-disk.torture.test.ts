/** R3: a full disk damages nothing, and nothing is called saved that is not. */
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDocuments } from './documents'
import { type Files, nodeFiles } from './files'
import { openStorage } from './open-storage'
import { numbered, numberOf } from './testing/designs'

const SIZES = 200
const ELEMENTS = 100
const PAGE = 4096

let scratch = ''
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'fairlead-full-'))
})
afterAll(() => rm(scratch, { recursive: true, force: true }))

/** A disk that takes only so many bytes of what is written to this folder, and says nothing. */
function shortWrites(folder: string, most: number): Files {
  return {
    ...nodeFiles,
    async create(path, mode) {
      const file = await nodeFiles.create(path, mode)
      return dirname(path) === folder
        ? { ...file, write: (bytes) => file.write(bytes.subarray(0, most)) }
        : file
    },
  }
}

/** A writer that does not look how much was written: shows that the tests would notice. */
async function writeBlindly(files: Files, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.create(`${path}.new`, 0o644)
  await file.write(bytes)
  await file.close()
  await files.rename(`${path}.new`, path)
}

describe('R3: short writes', () => {
  const bytes = new TextEncoder().encode(numbered(2, ELEMENTS))
  const sizes = Array.from({ length: SIZES }, (_, i) => Math.floor((i * bytes.byteLength) / SIZES))

  test('of 200 sizes damage nothing, and are not called saved', async () => {
    const path = join(scratch, 'orders.fairlead')
    let damaged = 0
    let falselySaved = 0
    for (const size of sizes) {
      await writeFile(path, numbered(1, ELEMENTS))
      const documents = createDocuments(openStorage(shortWrites(scratch, size), join(scratch, 'data')))
      await documents.read(path)
      if ((await documents.save(path, numbered(2, ELEMENTS), false)).ok) falselySaved++
      if ((await readFile(path, 'utf8')) !== numbered(1, ELEMENTS)) damaged++
    }
    console.info(`R3: ${sizes.length} short writes: ${damaged} damaged, ${falselySaved} falsely saved`)
    expect([damaged, falselySaved]).toEqual([0, 0])
  })

  test('would be noticed', async () => {
    const path = join(scratch, 'blind.fairlead')
    await writeBlindly(shortWrites(scratch, sizes[100] ?? 0), path, bytes)
    expect(numberOf(await readFile(path, 'utf8'), ELEMENTS)).toBeUndefined()
  })
})

describe('R3: a real file system of 256 KiB', () => {
  let disk = ''
  beforeAll(async () => {
    const folder = join(scratch, 'disk')
    await mkdir(folder)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'ignore' })
      disk = folder
    } catch {
      console.info('R3: no file system can be mounted here; only short writes were tested')
    }
  })
  afterAll(() => {
    if (disk !== '') execFileSync('umount', [disk])
  })

  /** Leaves so many bytes free beside a design. The system counts in pages. */
  async function fill(free: number): Promise<void> {
    await rm(join(disk, 'filler'), { force: true })
    const used = Math.ceil(numbered(1, ELEMENTS).length / PAGE) * PAGE
    await writeFile(join(disk, 'filler'), new Uint8Array(256 * 1024 - used - free))
  }

  test('keeps the old design when the new one does not fit', async ({ skip }) => {
    if (disk === '') return skip()
    const path = join(disk, 'orders.fairlead')
    const text = numbered(1, ELEMENTS)
    const outcomes = { saved: 0, refused: 0 }
    for (let free = 0; free < 48 * 1024; free += PAGE) {
      await rm(join(disk, 'filler'), { force: true })
      await writeFile(path, text)
      await fill(free)
      const documents = createDocuments(openStorage(nodeFiles, join(scratch, 'data')))
      await documents.read(path)
      const saved = await documents.save(path, numbered(2, ELEMENTS), false)
      outcomes[saved.ok ? 'saved' : 'refused']++
      expect(numberOf(await readFile(path, 'utf8'), ELEMENTS)).toBe(saved.ok ? 2 : 1)
    }
    console.info(
      `R3: on a full disk ${outcomes.refused} saves were refused, ${outcomes.saved} fitted, 0 damaged`,
    )
    expect(outcomes.refused).toBeGreaterThan(0)
    expect(outcomes.saved).toBeGreaterThan(0)
  })

  test('damages a file that is written without looking', async ({ skip }) => {
    if (disk === '') return skip()
    const path = join(disk, 'blind.fairlead')
    await fill(2 * PAGE)
    const file = await open(`${path}.new`, 'w')
    await file.write(new Uint8Array(64 * 1024)).catch(() => undefined)
    await file.close()
    await rename(`${path}.new`, path)
    expect((await stat(path)).size).toBeLessThan(64 * 1024)
  })
})
