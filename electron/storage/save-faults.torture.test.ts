/** R2: at every step of a save, for every error, the file is the old design or the new one, and the user hears the truth. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { english } from '../../shared/texts/text'
import { createDocuments } from './documents'
import { fileLocks } from './file-lock'
import { type Files, nodeFiles } from './files'
import { hashOf } from './hash'
import { openStorage } from './open-storage'
import { numbered } from './testing/designs'
import { type Fault, type FaultyFiles, faultyFiles } from './testing/faulty-files'
import { orderFaults } from './testing/step-order'

const FULL = process.env.TORTURE !== undefined
const CODES = ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EPERM', 'EBUSY', 'EMFILE']
const [OLD, NEW, NEWER] = [1, 2, 3].map((n) => numbered(n)) as [string, string, string]
const hash = (text: string) => hashOf(new TextEncoder().encode(text))

let scratch = ''
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'fairlead-faults-'))
})
afterAll(() => rm(scratch, { recursive: true, force: true }))

/** A window that has the old design open, on a disk that will fail as told. */
async function openDesign(files: FaultyFiles) {
  const folder = await mkdtemp(join(scratch, 'design-'))
  const path = join(folder, 'orders.fairlead')
  await writeFile(path, OLD)
  const data = await mkdtemp(join(scratch, 'data-'))
  // A lock that is held too long is another test's.
  const locks = fileLocks(files, join(data, 'locks'), { patience: 20 })
  const documents = createDocuments({ ...openStorage(files, data), locks })
  await documents.read(path)
  return { folder, path, data, documents }
}

/** The steps of a save on which nothing fails. */
async function stepsOf(disk: Files): Promise<FaultyFiles> {
  const files = faultyFiles(disk)
  const { path, documents } = await openDesign(files)
  files.restart({ step: -1, kind: '' })
  expect(await documents.save(path, NEW, false)).toEqual({ ok: true, value: null })
  return files
}

/** Saves with one fault; checks what is then on the disk against what was said. */
async function saveWith(fault: Fault): Promise<void> {
  const files = faultyFiles(nodeFiles)
  const { folder, path, data, documents } = await openDesign(files)
  files.restart(fault)
  const saved = await documents.save(path, NEW, false)
  const there = await readFile(path, 'utf8')
  expect([OLD, NEW]).toContain(there)
  if (saved.ok) expect(there).toBe(NEW)
  else {
    expect(english(saved.error.what)).toMatch(/^[A-Z].*\.$/)
    expect(english(saved.error.mend)).toContain('still open and unsaved')
  }
  if (there === NEW) expect(await versionsIn(data, path)).toContain(hash(OLD))

  // Afterwards all is as if nothing had been: the design can be saved, and nothing is left lying about.
  files.restart({ step: -1, kind: '' })
  const heir = createDocuments({
    ...openStorage(files, data),
    locks: fileLocks(files, join(data, 'locks'), { isRunning: () => fault.kind !== 'dies' }),
  })
  const again = fault.kind === 'dies' ? heir : documents
  if (again === heir) await heir.read(path)
  expect(await again.save(path, NEWER, false)).toEqual({ ok: true, value: null })
  expect(await readFile(path, 'utf8')).toBe(NEWER)
  expect(await readdir(folder)).toEqual(['orders.fairlead'])
}

async function versionsIn(data: string, path: string): Promise<string[]> {
  const { versions } = openStorage(nodeFiles, data)
  return (await versions.list(path)).map(({ id }) => id.split('-')[2] ?? '')
}

test('R2: every step with every error, half a write, and death: the old design or the new one', {
  timeout: 300_000,
}, async () => {
  const { log } = await stepsOf(nodeFiles)
  let pairs = 0
  for (const [step, { name }] of log.entries()) {
    // Quick: two of the errors at each step, so that each has its turn.
    const codes = FULL ? CODES : [0, 3].map((i) => CODES[(step + i) % CODES.length] ?? '')
    for (const kind of [...codes, 'dies', ...(name === 'write' ? ['half'] : [])]) {
      await saveWith({ step, kind }).catch((error: unknown) => {
        throw new Error(`step ${step} (${name}), ${kind}`, { cause: error })
      })
      pairs++
    }
  }
  console.info(
    `R2: ${pairs} pairs of ${log.length} steps and their faults: each the old design or the new one`,
  )
  expect(log.length).toBeGreaterThan(20)
})

describe('R2: the order of the steps', () => {
  test('has the data on the disk before the name, and the folder after it', async () => {
    const { log } = await stepsOf(nodeFiles)
    expect(orderFaults(log)).toEqual([])
    // The design and the version that was put aside.
    expect(log.filter(({ name, path }) => name === 'rename' && path.endsWith('.tmp'))).toHaveLength(2)
  })

  test.each(['sync', 'close', 'syncFolder'])('would be noticed without %s', async (left) => {
    const { log } = await stepsOf(nodeFiles)
    expect(orderFaults(log.filter(({ name }) => name !== left))).not.toEqual([])
  })
})
