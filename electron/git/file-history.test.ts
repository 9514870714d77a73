/** The history of a design, read with real git from real repositories. */
import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newRepository, type TestRepository } from '../testing/repository'
import { contentOf, fileAt, revisionsOf } from './file-history'

let repository: TestRepository
let path = ''
const text = (n: number) => `${'{"format":"fairlead/1"}\n'.repeat(20)}${n}\n`
const decoded = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const hashes: string[] = []

beforeAll(() => {
  repository = newRepository()
  const { folder, git, write, commit } = repository
  write('design/shop.fairlead', text(1))
  hashes.push(commit('Draw the shop'))
  git('mv', 'design/shop.fairlead', 'design/orders.fairlead')
  hashes.push(commit('Call it “orders”'))
  write('other', 'x')
  commit('Nothing of ours')
  write('design/orders.fairlead', text(2))
  hashes.push(commit('Two tasks\n\nWith a body.'))
  git('tag', 'v1')
  write('design/orders.fairlead', text(3))
  path = join(folder, 'design/orders.fairlead')
})
afterAll(() => repository.remove())

describe('the commits that touched a file', () => {
  test('are listed newest first, through its renames', async () => {
    const found = await revisionsOf(path)
    if (!found.ok) throw new Error(found.error.code)
    expect(found.value.more).toBe(false)
    expect(
      found.value.revisions.map(({ hash, subject, author, name }) => [hash, subject, author, name]),
    ).toEqual([
      [hashes[2], 'Two tasks', 'Test', 'orders.fairlead'],
      [hashes[1], 'Call it “orders”', 'Test', 'orders.fairlead'],
      [hashes[0], 'Draw the shop', 'Test', 'shop.fairlead'],
    ])
    for (const { date, short, hash } of found.value.revisions) {
      expect(Number.isNaN(Date.parse(date))).toBe(false)
      expect(hash.startsWith(short)).toBe(true)
    }
  })

  test('are none for a file that was never committed', async () => {
    repository.write('design/new.fairlead', text(1))
    expect(await revisionsOf(join(repository.folder, 'design/new.fairlead'))).toEqual({
      ok: true,
      value: { revisions: [], more: false },
    })
    rmSync(join(repository.folder, 'design/new.fairlead'))
  })

  test('come in pages', async () => {
    const page = async (from: number) => {
      const found = await revisionsOf(path, from, 2)
      if (!found.ok) throw new Error(found.error.code)
      return { more: found.value.more, hashes: found.value.revisions.map(({ hash }) => hash) }
    }
    expect(await page(0)).toEqual({ more: true, hashes: [hashes[2], hashes[1]] })
    expect(await page(1)).toEqual({ more: false, hashes: [hashes[1], hashes[0]] })
    expect(await page(2)).toEqual({ more: false, hashes: [hashes[0]] })
    expect(await page(3)).toEqual({ more: false, hashes: [] })
  })

  test('are found through a link to its folder, too', async () => {
    symlinkSync(join(repository.folder, 'design'), join(repository.folder, 'linked'))
    expect(await revisionsOf(join(repository.folder, 'linked/orders.fairlead'))).toMatchObject({ ok: true })
    rmSync(join(repository.folder, 'linked'))
  })
})

describe('what the file held in a revision', () => {
  const at = async (revision: string) => {
    const found = await fileAt(path, revision)
    return found.ok ? decoded(found.value.bytes) : found.error.code
  }

  test.each(['HEAD', 'v1', 'main', '@{0}', 'HEAD~0'])('named %s', async (revision) =>
    expect(await at(revision)).toBe(text(2)),
  )
  test('under the name that it had there', async () => {
    expect(await at('HEAD~3')).toBe(text(1))
    expect(await at(hashes[0]!.slice(0, 10))).toBe(text(1))
  })
  test('with the commit that the revision names', async () => {
    const found = await fileAt(path, 'HEAD~3')
    if (!found.ok) throw new Error(found.error.code)
    const { revision } = found.value
    expect(revision).toMatchObject({ hash: hashes[0], subject: 'Draw the shop', name: 'shop.fairlead' })
    expect(await revisionsOf(path)).toMatchObject({ value: { revisions: { 2: revision } } })
  })
  test('also in another branch, which has it under the older name', async () => {
    repository.git('branch', 'other', 'HEAD~3')
    expect(await at('other')).toBe(text(1))
  })
})

describe('a revision and a path, as git writes them', () => {
  const content = async (folder: string, expression: string) => {
    const found = await contentOf(join(repository.folder, folder), expression)
    return found.ok ? decoded(found.value) : found.error.code
  }

  test('are from the top of the repository, or from the present folder', async () => {
    expect(await content('', 'main:design/orders.fairlead')).toBe(text(2))
    expect(await content('design', 'main:design/orders.fairlead')).toBe(text(2))
    expect(await content('design', 'main:./orders.fairlead')).toBe(text(2))
    expect(await content('design', 'main:orders.fairlead')).toBe('git-no-file')
  })
  test('reach the index, too', async () => expect(await content('', ':design/orders.fairlead')).toBe(text(2)))
})
