import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { limits } from '../../shared/basics/limits'
import { defaultSettings } from '../../shared/host'
import { english } from '../../shared/texts/text'
import { fileFailure } from './file-failure'
import { distinctFileNames, safeFileName } from './file-name'
import { nodeFiles } from './files'
import { notesFile } from './notes'
import { createQueue } from './queue'
import { readDocument } from './read-document'
import { recentFiles } from './recent'
import { settingsFile } from './settings'
import { reachable } from './window-state'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-storage-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('settings', () => {
  test('are the defaults at first, and then what was written', async () => {
    const settings = settingsFile(nodeFiles, join(folder, 'data'))
    expect(await settings.read()).toEqual(defaultSettings)
    await settings.write({ theme: 'dark', panels: { palette: 232 } })
    expect(await settings.read()).toEqual({ theme: 'dark', panels: { palette: 232 } })
  })

  test.each(['', '{"theme":', '[]', '{"theme":"purple","panels":{}}', '\u0000\u0001'])(
    'a damaged file (%j) is set aside, not deleted',
    async (damaged) => {
      await writeFile(join(folder, 'settings.json'), damaged)
      expect(await settingsFile(nodeFiles, folder).read()).toEqual(defaultSettings)
      const [aside = ''] = await readdir(folder)
      expect(aside).toMatch(/^settings\.json\.damaged-\d+$/)
      expect(await readFile(join(folder, aside), 'utf8')).toBe(damaged)
    },
  )

  test('keep what a newer version wrote', async () => {
    const path = join(folder, 'settings.json')
    await writeFile(path, '{"theme":"light","panels":{},"language":"ko"}')
    const settings = settingsFile(nodeFiles, folder)
    await settings.write({ theme: 'dark', panels: {} })
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ theme: 'dark', panels: {}, language: 'ko' })
  })

  test('writes do not overtake each other', async () => {
    const settings = settingsFile(nodeFiles, folder)
    const widths = Array.from({ length: 20 }, (_, i) => i)
    await Promise.all(widths.map((width) => settings.write({ theme: 'dark', panels: { width } })))
    expect((await settings.read()).panels.width).toBe(19)
  })
})

describe('notes', () => {
  test('are kept one by one, and forgotten one by one', async () => {
    const notes = notesFile(nodeFiles, join(folder, 'data'))
    expect(await notes.read()).toEqual({})
    await Promise.all([
      notes.write('draft:a', 'Why'),
      notes.write('draft:b', 'How'),
      notes.write('seen:c', '1'),
    ])
    await notes.write('draft:a', undefined)
    expect(await notesFile(nodeFiles, join(folder, 'data')).read()).toEqual({
      'draft:b': 'How',
      'seen:c': '1',
    })
  })
})

describe('recent files', () => {
  const design = async (name: string) => {
    const path = join(folder, name)
    await writeFile(path, '')
    return path
  }

  test('newest first, each once, twenty at most, and only those that are still there', async () => {
    const recent = recentFiles(nodeFiles, join(folder, 'data'))
    const paths = await Promise.all(Array.from({ length: 22 }, (_, i) => design(`${i}.fairlead`)))
    for (const path of paths) await recent.add(path)
    await recent.add(paths[5]!)
    expect(await recent.list()).toEqual(
      [5, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 4, 3, 2].map((i) => paths[i]),
    )
    await rm(paths[21]!)
    await recent.remove(paths[20]!)
    expect((await recent.list())[1]).toBe(paths[19])
  })

  test('opening several at once loses none', async () => {
    const recent = recentFiles(nodeFiles, join(folder, 'data'))
    const paths = await Promise.all(['a', 'b', 'c', 'd'].map(design))
    await Promise.all(paths.map(recent.add))
    expect([...(await recent.list())].sort()).toEqual(paths)
  })
})

describe('reading a file', () => {
  const read = async (name: string, bytes: Uint8Array | string) => {
    await writeFile(join(folder, name), bytes)
    return await readDocument(nodeFiles, join(folder, name))
  }

  test('gives its text, a byte-order mark included', async () => {
    expect(await read('a.json', '\uFEFF{"이름": 1}')).toEqual({
      ok: true,
      value: { name: 'a.json', text: '\uFEFF{"이름": 1}' },
    })
  })

  test('gives the bytes of a PNG, whatever it is called', async () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2)
    expect(await read('a.fairlead', png)).toEqual({
      ok: true,
      value: { name: 'a.fairlead', text: '', bytes: png },
    })
  })

  test.each<[string, Uint8Array, RegExp]>([
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x7b, 0), /UTF-16/],
    ['something else', Uint8Array.of(0x7b, 0xc3, 0x28), /not a text file/],
  ])('names %s', async (_case, bytes, what) => {
    expect(await read('a.json', bytes)).toMatchObject({
      ok: false,
      error: { what: expect.stringMatching(what) },
    })
  })

  test.each([
    ['a.json', limits.designBytes],
    ['a.svg', limits.pictureBytes],
  ])('%s is refused over its limit, before it is read', async (name, limit) => {
    const files = (size: number) => ({
      ...nodeFiles,
      describe: async () => ({ ...(await nodeFiles.describe(__filename)), size }),
      read: () => (size > limit ? Promise.reject(new Error('was read')) : Promise.resolve(new Uint8Array(0))),
    })
    expect(await readDocument(files(limit), name)).toMatchObject({ ok: true })
    expect(await readDocument(files(limit + 1), name)).toMatchObject({
      ok: false,
      error: { code: 'file-size' },
    })
  })

  test('a file that is gone is a failure, not an exception', async () => {
    expect(await readDocument(nodeFiles, join(folder, 'gone.json'))).toMatchObject({
      ok: false,
      error: { code: 'file-read', file: 'gone.json' },
    })
  })
})

test('every failure says what and how to mend; one to write also what became of the file', () => {
  for (const code of ['ENOENT', 'ENOSPC', 'EACCES', 'EIO', 'ESOMETHING', '']) {
    const failure = fileFailure(Object.assign(new Error('x'), { code }), 'a.fairlead', 'write')
    expect(english(failure.what)).toMatch(/\.$/)
    expect(english(failure.mend)).toContain('still open and unsaved')
  }
})

describe('names of exported files', () => {
  test.each([
    ['orders/api.json', 'orders-api.json'],
    ['..\\..\\evil.json', '-..-evil.json'],
    ['CON.json', '_CON.json'],
    ['   ', 'export'],
    ['주문 시스템.png', '주문 시스템.png'],
    ['a.', 'a'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe)
  })

  test('any text stays inside the folder, and is valid everywhere', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeFileName(name)
        expect(safe).not.toMatch(/[/\\:*?"<>|]|^\.|[. ]$/)
        expect(safe).not.toBe('')
        expect(new TextEncoder().encode(safe).byteLength).toBeLessThanOrEqual(200)
      }),
      { numRuns: 1000 },
    )
  })

  test('no two are alike, even where case does not count', () => {
    expect(distinctFileNames(['api.json', 'API.json', 'api.json', 'api-2.json'])).toEqual([
      'api.json',
      'API-2.json',
      'api-3.json',
      'api-2-2.json',
    ])
  })
})

test('a failed task does not stop the next one of its queue', async () => {
  const queue = createQueue()
  const order: number[] = []
  const failed = queue('a', async () => {
    order.push(1)
    throw new Error('no')
  })
  const next = queue('a', async () => order.push(2))
  await expect(failed).rejects.toThrow('no')
  await next
  expect(order).toEqual([1, 2])
})

test('a queue tells when all is done, whatever came of it', async () => {
  const queue = createQueue()
  expect(queue.isBusy()).toBe(false)
  let written = false
  queue('a', () => Promise.reject(new Error('no'))).catch(() => undefined)
  void queue('b', async () => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    written = true
  })
  expect(queue.isBusy()).toBe(true)
  await queue.done()
  expect(written).toBe(true)
  expect(queue.isBusy()).toBe(false)
})

describe('where the window opens', () => {
  const display = { x: 0, y: 0, width: 1920, height: 1080 }

  test('where it was', () => {
    const state = { x: 100, y: 50, width: 1440, height: 900, maximized: false }
    expect(reachable(state, [display])).toEqual({ x: 100, y: 50, width: 1440, height: 900 })
  })

  test.each([
    ['a display that is gone', { x: 2500, y: 50 }],
    ['above the top, where its title can’t be reached', { x: 100, y: -300 }],
  ])('not on %s', (_case, place) => {
    const state = { ...place, width: 1440, height: 900, maximized: false }
    expect(reachable(state, [display])).toEqual({ width: 1440, height: 900 })
  })

  test('never larger than the display when it has no place', () => {
    const state = { width: 4000, height: 3000, maximized: true }
    expect(reachable(state, [display])).toEqual({ width: 1920, height: 1080 })
  })
})
