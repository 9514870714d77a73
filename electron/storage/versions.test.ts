import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseDesign } from '../../shared/design/serialize'
import { createDocuments } from './documents'
import { keyOf } from './file-lock'
import { type Files, nodeFiles } from './files'
import { openStorage } from './open-storage'
import { numbered, numberOf } from './testing/designs'
import { fileVersions } from './versions'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const START = Date.UTC(2026, 4, 4)

let folder = ''
let path = ''
let place = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-versions-'))
  path = join(folder, 'orders.fairlead')
  place = join(folder, 'versions', keyOf(path))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** The order of the steps is another test's; here it would only take time. */
const unsynced: Files = {
  ...nodeFiles,
  create: async (at, mode) => ({ ...(await nodeFiles.create(at, mode)), sync: async () => undefined }),
  syncFolder: async () => undefined,
}

const bytes = (n: number) => new TextEncoder().encode(numbered(n))
const versionsAt = (now: () => number) => fileVersions(unsynced, join(folder, 'versions'), { now })

test('R6: after 30 days of saving there are the last saves, hours and days, and all open', async () => {
  let now = START
  const versions = versionsAt(() => now)
  const documents = createDocuments({
    ...openStorage(unsynced, join(folder, 'data')),
    versions,
    now: () => now,
  })
  await writeFile(path, numbered(0))
  await documents.read(path)
  // A save every three hours, then a morning of saves every ten minutes.
  const times: number[] = []
  for (let hour = 0; hour < 30 * 24; hour += 3) times.push(hour * HOUR)
  for (let minute = 0; minute <= 9 * 60; minute += 10) times.push(30 * DAY + minute * MINUTE)
  for (const [i, time] of times.entries()) {
    now = START + time
    expect((await documents.save(path, numbered(i + 1), false)).ok).toBe(true)
    await utimes(path, now / 1000, now / 1000)
  }

  const kept = await versions.list(path)
  const ages = kept.map(({ saved }) => now - saved)
  // A version's time is that of the save that wrote it; it was put aside by the next one, ten minutes later.
  expect(ages.slice(0, 3)).toEqual([10, 20, 30].map((minutes) => minutes * MINUTE))
  for (let hour = 1; hour < 8; hour++)
    expect(ages.some((age) => Math.abs(age - hour * HOUR) < HOUR)).toBe(true)
  for (let day = 1; day < 7; day++) expect(ages.some((age) => Math.abs(age - day * DAY) < DAY)).toBe(true)
  expect(kept.length).toBeLessThanOrEqual(3 + 8 + 7)
  for (const { id, bytes: size } of kept) {
    const text = new TextDecoder().decode(await versions.read(path, id))
    expect(parseDesign(text).ok).toBe(true)
    expect(text.length).toBe(size)
  }
  expect(await readdir(folder)).not.toContain('orders.fairlead.bak')
  console.info(`R6: ${times.length} saves in 30 days, ${kept.length} versions stay, all of them open`)
}, 60_000)

test('R6: a design’s versions never take more than 64 MiB', async () => {
  let now = START
  const versions = versionsAt(() => now)
  for (let i = 0; i < 6; i++) {
    now += DAY / 2
    await versions.keep(path, new Uint8Array(20 * 1024 * 1024).fill(i), now)
  }
  const kept = await versions.list(path)
  expect(kept.reduce((sum, version) => sum + version.bytes, 0)).toBeLessThanOrEqual(64 * 1024 * 1024)
  expect(kept).toHaveLength(3)
})

describe('a version', () => {
  test('has the time and the size of what it holds, newest first', async () => {
    let now = START
    const versions = versionsAt(() => now++)
    await versions.keep(path, bytes(1), START - 2000)
    await versions.keep(path, bytes(2), START - 1000)
    const kept = await versions.list(path)
    expect(kept.map(({ saved }) => saved)).toEqual([START - 1000, START - 2000])
    expect(kept[0]?.bytes).toBe(bytes(2).byteLength)
  })

  test('is kept once, however often the same is replaced', async () => {
    const versions = versionsAt(() => START)
    for (let i = 0; i < 3; i++) await versions.keep(path, bytes(1), START)
    expect(await versions.list(path)).toHaveLength(1)
  })

  test('stays when the clock goes back', async () => {
    let now = START
    const versions = versionsAt(() => now)
    await versions.keep(path, bytes(1), now)
    now -= DAY
    await versions.keep(path, bytes(2), now)
    const [newest] = await versions.list(path)
    expect(numberOf(new TextDecoder().decode(await versions.read(path, newest?.id ?? '')))).toBe(2)
  })

  test('that is damaged is left out, and left where it is', async () => {
    let now = START
    const versions = versionsAt(() => now++)
    await versions.keep(path, bytes(1), START)
    await versions.keep(path, bytes(2), START)
    const [, damaged = ''] = (await versions.list(path)).map(({ id }) => id)
    await writeFile(join(place, damaged), 'half of')
    expect(await versions.list(path)).toHaveLength(1)
    expect(await versions.read(path, damaged)).toBeUndefined()
    expect(await readdir(place)).toContain(damaged)
  })

  test.each(['../../settings.json', '..', '', '1-1-abc', `1-1-${'a'.repeat(64)}`, '/etc/passwd'])(
    'can’t be had by the id %j',
    async (id) => {
      await mkdir(place, { recursive: true })
      expect(await versionsAt(() => START).read(path, id)).toBeUndefined()
    },
  )

  test.skipIf(process.platform === 'win32')('is nobody else’s to read', async () => {
    const versions = versionsAt(() => START)
    await versions.keep(path, bytes(1), START)
    const [version] = await versions.list(path)
    expect((await stat(join(place, version?.id ?? ''))).mode & 0o777).toBe(0o600)
  })
})
