/** R5: of two writers of one file neither loses anything silently. */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDocuments } from './documents'
import { nodeFiles } from './files'
import { openStorage } from './open-storage'
import { bundled } from './testing/bundle'
import { numbered, numberOf } from './testing/designs'

const FULL = process.env.TORTURE !== undefined

let scratch = ''
let script = ''
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'fairlead-two-'))
  script = await bundled('save-in-competition', scratch)
})
afterAll(() => rm(scratch, { recursive: true, force: true, maxRetries: 5 }))

function writer(locking: string, folder: string, first: number, count: number): Promise<string> {
  const child = spawn(process.execPath, [script, locking, folder, String(first), String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (data) => {
    said += data
  })
  return new Promise((resolve) => child.once('close', () => resolve(said)))
}

interface Outcome {
  readonly saved: readonly number[]
  readonly refused: readonly number[]
  /** Said to be saved, but neither in the file nor in a version. */
  readonly lost: readonly number[]
}

async function compete(locking: 'locked' | 'not locked', count: number): Promise<Outcome> {
  const folder = await mkdtemp(join(scratch, 'design-'))
  const path = join(folder, 'orders.fairlead')
  await writeFile(path, numbered(0))
  const said = (await Promise.all([1, 100_001].map((first) => writer(locking, folder, first, count)))).join(
    '',
  )
  const numbers = (word: string) =>
    [...said.matchAll(/^(\S+) (\d+)$/gm)].flatMap(([, what, n]) => (what === word ? [Number(n)] : []))
  const { versions } = openStorage(nodeFiles, join(folder, 'data'))
  const there = new Set([numberOf(await readFile(path, 'utf8'))])
  for (const { id } of await versions.list(path))
    there.add(numberOf(new TextDecoder().decode(await versions.read(path, id))))
  const saved = numbers('saved')
  return { saved, refused: numbers('file-changed'), lost: saved.filter((n) => !there.has(n)) }
}

test('R5: each save is in the file, in a version, or was refused as a conflict', {
  timeout: 600_000,
}, async () => {
  const count = FULL ? 1000 : 100
  const { saved, refused, lost } = await compete('locked', count)
  console.info(
    `R5: two writers, ${count} saves each: ${saved.length} written, ${refused.length} refused, ${lost.length} lost`,
  )
  expect(lost).toEqual([])
  expect(saved.length + refused.length).toBe(2 * count)
  expect(saved.length).toBeGreaterThan(count / 10)
  expect(refused.length).toBeGreaterThan(0)
})

test('R5: the same harness notices when nobody waits for the other', { timeout: 600_000 }, async () => {
  const { saved, lost } = await compete('not locked', 60)
  console.info(`R5: without a lock, ${lost.length} of ${saved.length} written are lost`)
  expect(lost.length).toBeGreaterThan(0)
})

test('R5: a change of equal length and equal time is seen', async () => {
  const path = join(scratch, 'equal.fairlead')
  const time = new Date('2026-05-04T12:00:00Z')
  const look = async () => {
    const { size, mtimeMs } = await stat(path)
    return { size, mtimeMs }
  }
  await writeFile(path, numbered(1))
  await utimes(path, time, time)
  const documents = createDocuments(openStorage(nodeFiles, join(scratch, 'data')))
  await documents.read(path)
  const before = await look()
  await writeFile(path, numbered(2))
  await utimes(path, time, time)
  // Whoever compares only these sees nothing.
  expect(await look()).toEqual(before)
  expect(await documents.save(path, numbered(3), false)).toMatchObject({ error: { code: 'file-changed' } })
  expect(numberOf(await readFile(path, 'utf8'))).toBe(2)
})
