import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nodeFiles } from './files'
import { recoveryStore } from './recovery'

const SLOT = '5f0c2f2e-6f0a-4b8e-9d63-0c2b8a4f7e11'
const OTHER = '5f0c2f2e-6f0a-4b8e-9d63-0c2b8a4f7e12'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-recovery-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const work = (slot = SLOT, text = 'work') => ({ slot, name: 'Orders', elements: 3, text })
const newPage = () => ({ gone: false })
const store = (now?: () => number) => recoveryStore(nodeFiles, folder, now)
const found = async (from = store()) => (await from.orphans()).map(({ slot, text }) => [slot, text])

describe('unsaved work', () => {
  test('is offered after a crash, newest first, and not before', async () => {
    let now = 0
    const first = store(() => now++)
    await first.keep(newPage(), work(SLOT, 'older'))
    await first.keep(newPage(), { ...work(OTHER, 'newer'), path: '/home/ana/orders.fairlead', base: 'abc' })
    expect(await found(first)).toEqual([])
    expect(await found()).toEqual([
      [OTHER, 'newer'],
      [SLOT, 'older'],
    ])
    expect((await store().orphans())[0]).toMatchObject({
      name: 'Orders',
      elements: 3,
      path: '/home/ana/orders.fairlead',
      base: 'abc',
    })
  })

  test('is offered when its page was loaded again in the same process', async () => {
    const recovery = store()
    const page = newPage()
    await recovery.keep(page, work())
    recovery.release(page)
    expect(await found(recovery)).toEqual([[SLOT, 'work']])
  })

  test('that a page sent with its last breath is written, and offered', async () => {
    const recovery = store()
    const page = newPage()
    recovery.release(page)
    await recovery.keep(page, work())
    expect(await found(recovery)).toEqual([[SLOT, 'work']])
  })

  test('is replaced by what comes later, and gone when it is dropped', async () => {
    const recovery = store()
    const page = newPage()
    await Promise.all([1, 2, 3].map((n) => recovery.keep(page, work(SLOT, `work ${n}`))))
    expect(await found()).toEqual([[SLOT, 'work 3']])
    await recovery.drop(page, SLOT)
    expect(await readdir(folder)).toEqual([])
  })

  test('belongs to the page that took it over', async () => {
    const recovery = store()
    await store().keep(newPage(), work())
    const [one, other] = [newPage(), newPage()]
    expect((await recovery.adopt(one, SLOT))?.text).toBe('work')
    expect(await found(recovery)).toEqual([])
    expect(await recovery.adopt(other, SLOT)).toBeUndefined()
    expect(await recovery.keep(other, work(SLOT, 'not mine'))).toBe(false)
    await recovery.drop(other, SLOT)
    expect(await found()).toEqual([[SLOT, 'work']])
    await recovery.drop(one, SLOT)
    expect(await found()).toEqual([])
  })

  test('can be dropped without being opened', async () => {
    await store().keep(newPage(), work())
    await store().drop(newPage(), SLOT)
    expect(await found()).toEqual([])
  })

  test.skipIf(process.platform === 'win32')('is nobody else’s to read', async () => {
    await store().keep(newPage(), work())
    expect((await stat(join(folder, `${SLOT}.json`))).mode & 0o777).toBe(0o600)
  })
})

describe('a damaged file', () => {
  test.each([
    '',
    '{"format":',
    '{}',
    '\0\0\0',
    JSON.stringify({ ...work(OTHER), kept: 1, format: 'fairlead-recovery/1' }),
  ])('(%j) is set aside, never deleted, and hides no other', async (damaged) => {
    await store().keep(newPage(), work('5f0c2f2e-6f0a-4b8e-9d63-0c2b8a4f7e13', 'whole'))
    await writeFile(join(folder, `${SLOT}.json`), damaged)
    expect((await found()).map(([, text]) => text)).toEqual(['whole'])
    const aside = (await readdir(folder)).find((name) => name.startsWith(`${SLOT}.json.damaged-`))
    expect(await readFile(join(folder, aside ?? ''), 'utf8')).toBe(damaged)
  })
})

test('files that are none of ours are left alone', async () => {
  for (const name of ['notes.txt', '..json', 'x.json', `${SLOT}.json.damaged-1`])
    await writeFile(join(folder, name), '')
  expect(await found()).toEqual([])
  expect(await readdir(folder)).toHaveLength(4)
})

test('what a newer version adds does no harm', async () => {
  const newer = { ...work(), format: 'fairlead-recovery/1', kept: 1, colour: 'red' }
  await writeFile(join(folder, `${SLOT}.json`), JSON.stringify(newer))
  expect(await found()).toEqual([[SLOT, 'work']])
})
