import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseDesign } from '../../shared/design/serialize'
import { pngWith } from '../../shared/pictures/carried/carry'
import { seal } from '../../shared/pictures/carried/envelope'
import { english } from '../../shared/texts/text'
import { createDocuments, type Documents } from './documents'
import { type Files, nodeFiles } from './files'
import { hashOf } from './hash'
import { openStorage } from './open-storage'
import { numbered, numberOf } from './testing/designs'

const SAVE = '5f0c2f2e-6f0a-4b8e-9d63-0c2b8a4f7e11'
const windows = process.platform === 'win32'

let folder = ''
let path = ''
let documents: Documents
const data = () => join(folder, 'data')
const newWindow = (files: Files = nodeFiles) => createDocuments(openStorage(files, data()))
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-documents-'))
  path = join(folder, 'orders.fairlead')
  await writeFile(path, numbered(1))
  documents = newWindow()
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const onDisk = async (at = path) => numberOf(await readFile(at, 'utf8'))
const save = (n: number, at = path) => documents.save(at, numbered(n), false)
const versionsOf = async (at = path) => {
  const { versions, files } = openStorage(nodeFiles, data())
  const real = await files.realPath(at)
  const kept = await versions.list(real)
  const texts = kept.map(async ({ id }) => numberOf(new TextDecoder().decode(await versions.read(real, id))))
  return await Promise.all(texts)
}

describe('a file that nobody else changes', () => {
  test('is saved again and again, and each state that was replaced is a version', async () => {
    await documents.read(path)
    for (const n of [2, 3, 4]) expect(await save(n)).toEqual({ ok: true, value: null })
    expect(await onDisk()).toBe(4)
    expect(await versionsOf()).toEqual([3, 2, 1])
    expect(await readdir(folder)).toEqual(['data', 'orders.fairlead'])
  })

  test('the last save stays, however long finding its file takes', async () => {
    const slow: Files = {
      ...nodeFiles,
      // The first asks the longest.
      realPath: async (at) => {
        await new Promise((done) => setTimeout(done, waits.shift() ?? 0))
        return nodeFiles.realPath(at)
      },
    }
    const waits = [40, 20, 0]
    const writer = newWindow(slow)
    const saves = [2, 3, 4].map((n) => writer.save(path, numbered(n), true))
    await Promise.all(saves)
    expect(await onDisk()).toBe(4)
  })

  test('saved under two names at once, one save waits for the other', async () => {
    const link = join(folder, 'link.fairlead')
    await symlink(path, link)
    await documents.read(path)
    const saves = [2, 3, 4, 5].map((n) => save(n, n % 2 === 0 ? path : link))
    for (const saved of await Promise.all(saves)) expect(saved.ok).toBe(true)
    expect(await onDisk()).toBe(5)
    expect(await versionsOf()).toHaveLength(3)
  })
})

describe('a file that another program', () => {
  beforeEach(async () => {
    await documents.read(path)
  })

  const conflict = { ok: false, error: { code: 'file-changed' } }

  test.each<[string, () => Promise<unknown>]>([
    ['wrote', () => writeFile(path, numbered(9))],
    ['emptied', () => writeFile(path, '')],
    [
      'wrote with the old time',
      async () => {
        const { atime, mtime } = await stat(path)
        await writeFile(path, numbered(9))
        await utimes(path, atime, mtime)
      },
    ],
  ])('%s is not replaced unseen', async (_case, change) => {
    await change()
    const there = await readFile(path, 'utf8')
    expect(await save(2)).toMatchObject(conflict)
    expect(await readFile(path, 'utf8')).toBe(there)
  })

  test('wrote is replaced after it was read again, and can be had back', async () => {
    await writeFile(path, numbered(9))
    expect(await save(2)).toMatchObject(conflict)
    await documents.read(path)
    expect(await save(2)).toMatchObject({ ok: true })
    expect(await versionsOf()).toEqual([9])
  })

  test('removed is written anew', async () => {
    await rm(path)
    expect(await save(2)).toMatchObject({ ok: true })
    expect(await onDisk()).toBe(2)
  })

  test('has written just what is to be saved is no conflict', async () => {
    await writeFile(path, numbered(2))
    expect(await save(2)).toMatchObject({ ok: true })
  })

  test('replaced by a folder is told as it is', async () => {
    await rm(path)
    await mkdir(path)
    const saved = await save(2)
    expect(saved.ok ? '' : english(saved.error.what)).toBe('This is a folder.')
  })
})

describe('a name chosen in a dialog', () => {
  test('may replace what is there, which becomes a version', async () => {
    expect(await documents.save(path, numbered(2), true)).toMatchObject({ ok: true })
    expect(await versionsOf()).toEqual([1])
  })

  test('does not replace a huge file, which could not become one', async () => {
    const huge: Files = {
      ...nodeFiles,
      describe: async (at) => ({ ...(await nodeFiles.describe(at)), ...(at === path && { size: 5e9 }) }),
    }
    const saved = await newWindow(huge).save(path, numbered(2), true)
    expect(saved.ok ? '' : english(saved.error.what)).toBe(
      'The file that is there is too big to be a design.',
    )
    expect(await onDisk()).toBe(1)
  })
})

describe('a failed save', () => {
  test('whose very last step failed does not see its own work as another’s', async () => {
    let failures = 1
    documents = newWindow({
      ...nodeFiles,
      syncFolder: async (at) => {
        if (at === folder && failures-- > 0) throw Object.assign(new Error(), { code: 'EIO' })
        await nodeFiles.syncFolder(at)
      },
    })
    await documents.read(path)
    expect(await save(2)).toMatchObject({ ok: false, error: { code: 'file-write' } })
    expect(await onDisk()).toBe(2)
    expect(await documents.state(path)).toMatchObject({ known: true })
    expect(await save(3)).toMatchObject({ ok: true })
  })

  test('because the old state can’t be put aside says so, and a new name still works', async () => {
    documents = newWindow({
      ...nodeFiles,
      create: (at, mode) =>
        at.includes('versions')
          ? Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' }))
          : nodeFiles.create(at, mode),
    })
    await documents.read(path)
    const saved = await save(2)
    expect(saved).toMatchObject({ ok: false, error: { code: 'file-version' } })
    expect(saved.ok ? '' : english(saved.error.what)).toMatch(/earlier version\. The disk is full\.$/)
    expect(await save(2, join(folder, 'new.fairlead'))).toMatchObject({ ok: true })
  })

  test('of text that could not be opened again touches nothing', async () => {
    await documents.read(path)
    const saved = await documents.save(path, numbered(2).slice(0, -20), false)
    expect(saved).toMatchObject({ ok: false, error: { code: 'design-unreadable', file: 'orders.fairlead' } })
    expect(await onDisk()).toBe(1)
  })

  test.each([
    ['a folder that is gone', () => join(folder, 'gone', 'a.fairlead'), 'not there any more'],
    ['a file where its folder should be', () => join(path, 'a.fairlead'), 'not a folder any more'],
    ['a name that is too long', () => join(folder, `${'n'.repeat(250)}.fairlead`), 'too long'],
    ['a Korean name that is too long', () => join(folder, `${'설'.repeat(90)}.fairlead`), 'too long'],
  ])('to %s says what is wrong', async (_case, at, what) => {
    const saved = await save(2, at())
    expect(saved.ok ? '' : english(saved.error.what)).toContain(what)
    expect(saved.ok ? '' : english(saved.error.mend)).toContain('still open and unsaved')
  })

  test.skipIf(windows)('to a device says that it is none of a file', async () => {
    const saved = await save(2, '/dev/null')
    expect(saved.ok ? '' : english(saved.error.what)).toBe('This is a device or a pipe, not a file.')
  })

  test('over a read-only file leaves it alone', async () => {
    await chmod(path, 0o444)
    await documents.read(path)
    const saved = await save(2)
    expect(saved.ok ? '' : english(saved.error.what)).toContain('no permission')
    expect(await onDisk()).toBe(1)
  })
})

describe.skipIf(windows)('a link', () => {
  const link = (name: string) => join(folder, name)

  test('to a link is followed to the file, and all of them stay', async () => {
    await symlink(path, link('a'))
    await symlink(link('a'), link('b'))
    await documents.read(link('b'))
    expect(await save(2, link('b'))).toMatchObject({ ok: true })
    expect(await onDisk()).toBe(2)
    expect(await readlink(link('b'))).toBe(link('a'))
    expect(await versionsOf()).toEqual([1])
  })

  test('to nothing makes the file it leads to', async () => {
    await symlink('later.fairlead', link('a'))
    expect(await save(2, link('a'))).toMatchObject({ ok: true })
    expect(await onDisk(link('later.fairlead'))).toBe(2)
    expect(await readlink(link('a'))).toBe('later.fairlead')
  })

  test('in a circle is told as it is', async () => {
    await symlink(link('b'), link('a'))
    await symlink(link('a'), link('b'))
    const saved = await save(2, link('a'))
    expect(saved.ok ? '' : english(saved.error.what)).toBe('This link leads back to itself.')
  })

  test('that leads elsewhere now does not replace what it leads to', async () => {
    await symlink(path, link('a'))
    await documents.read(link('a'))
    await writeFile(link('other.fairlead'), numbered(7))
    await rm(link('a'))
    await symlink(link('other.fairlead'), link('a'))
    expect(await save(2, link('a'))).toMatchObject({ ok: false, error: { code: 'file-changed' } })
  })
})

describe('names', () => {
  test.each([
    ['as long as the disk allows', `${'n'.repeat(246)}.fairlead`],
    ['as long as the disk allows, in Korean', `${'설'.repeat(82)}.fairlead`],
    ['with spaces and signs', ' 주문 #1 (v2) $&.fairlead'],
  ])('%s are saved', async (_case, name) => {
    const at = join(folder, name)
    expect(await save(1, at)).toMatchObject({ ok: true })
    expect(await save(2, at)).toMatchObject({ ok: true })
    expect(await onDisk(at)).toBe(2)
  })

  test('of a network are no other than any', async () => {
    // Two slashes at the front: a share on Windows, the same as one elsewhere.
    const share = `/${path}`
    await documents.read(share)
    expect(await save(2, share)).toMatchObject({ ok: true })
    expect(await onDisk()).toBe(2)
  })
})

describe('what a save left behind whose process is gone', () => {
  const leftover = (name: string) => join(folder, name)
  const leave = async (name: string, age: number) => {
    await writeFile(leftover(name), 'half')
    const then = Date.now() / 1000 - age
    await utimes(leftover(name), then, then)
  }

  test.each<[string, () => Promise<unknown>]>([
    ['opening', () => documents.read(path)],
    [
      'saving',
      async () => {
        await documents.assume(path, await documents.read(path).then(() => documents.base(path)))
        await save(2)
      },
    ],
  ])('goes at the next %s, after an hour; what is not ours by its exact name stays', async (_case, next) => {
    await leave(`.orders.fairlead.${SAVE}.tmp`, 4000)
    const others = [
      `.orders.fairlead.${SAVE}.tmp.txt`,
      `.orders.fairlead.notes.tmp`,
      `.billing.fairlead.${SAVE}.tmp`,
      `orders.fairlead.${SAVE}.tmp`,
    ]
    for (const name of others) await leave(name, 4000)
    await next()
    expect(
      (await readdir(folder)).filter((name) => name.endsWith('.tmp') || name.endsWith('.txt')).sort(),
    ).toEqual(others.sort())
  })

  test('stays while it may still be another’s', async () => {
    await leave(`.orders.fairlead.${SAVE}.tmp`, 60)
    await documents.read(path)
    expect(await readdir(folder)).toContain(`.orders.fairlead.${SAVE}.tmp`)
  })
})

describe('a picture that carries its design', () => {
  const pixels = Uint8Array.from(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
      'base64',
    ),
  )
  const picture = async (n: number) => {
    const design = parseDesign(numbered(n))
    if (!design.ok) throw new Error('That is no design.')
    return pngWith(pixels, 1, await seal(design.value, async (bytes) => hashOf(bytes)))
  }
  const home = () => join(folder, 'orders.fairlead.png')

  test('is saved, read again, and kept as an earlier version', async () => {
    await documents.save(home(), await picture(1), true)
    expect(await documents.save(home(), await picture(2), false)).toEqual({ ok: true, value: null })
    expect(await documents.read(home())).toMatchObject({
      ok: true,
      value: { text: '', bytes: await picture(2) },
    })
    const versions = await openStorage(nodeFiles, data()).versions.list(home())
    expect(versions).toHaveLength(1)
  })

  test('is refused when it carries none: it could not be opened again', async () => {
    await documents.save(home(), await picture(1), true)
    expect(await documents.save(home(), pixels, false)).toMatchObject({
      error: { code: 'design-unreadable' },
    })
    expect(await readFile(home())).toEqual(Buffer.from(await picture(1)))
  })

  test('is not replaced when somebody else has changed it', async () => {
    await writeFile(home(), await picture(1))
    await documents.read(home())
    await writeFile(home(), await picture(3))
    expect(await documents.save(home(), await picture(2), false)).toMatchObject({
      error: { code: 'file-changed' },
    })
  })
})
