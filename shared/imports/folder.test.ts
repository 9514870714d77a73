import { expect, test } from 'vitest'
import { limits } from '../basics/limits'
import { type FolderEntry, filesOf } from './folder'

/** What is in each folder; names that end in a slash are folders. */
const lister = (tree: Readonly<Record<string, readonly string[]>>) => async (path: string) =>
  (tree[path] ?? []).map(
    (name): FolderEntry => ({ name: name.replace('/', ''), is: name.endsWith('/') ? 'folder' : 'file' }),
  )

test('finds what formats write, in folders within, in order', async () => {
  const tree = {
    '': ['service.json', 'infra/', 'README.md', 'app.js', 'ecspresso.yml'],
    infra: ['main.tf', 'network.tf'],
  }
  expect(await filesOf(lister(tree))).toEqual({
    ok: true,
    value: ['ecspresso.yml', 'service.json', 'infra/main.tf', 'infra/network.tf'],
  })
})

test('leaves alone what tools keep for themselves, and all that is hidden', async () => {
  const tree = {
    '': ['.git/', '.env.json', 'node_modules/', 'package-lock.json', 'cdk.out/', 'a.json'],
    node_modules: ['b.json'],
    '.git': ['c.json'],
    'cdk.out': ['d.json'],
  }
  expect(await filesOf(lister(tree))).toEqual({ ok: true, value: ['a.json'] })
})

test('a folder with too many files is refused', async () => {
  const names = Array.from({ length: limits.folderFiles + 1 }, (_, i) => `${i}.json`)
  expect(await filesOf(lister({ '': names }))).toMatchObject({ ok: false, error: { code: 'too-many' } })
})
