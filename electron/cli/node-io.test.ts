import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nodeFiles } from '../storage/files'
import { openStorage } from '../storage/open-storage'
import { numbered } from '../storage/testing/designs'
import { dataFolder } from './data-folder'
import { nodeIo } from './node-io'

let folder = ''
let data = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-io-'))
  data = join(folder, 'data')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)
const io = () => nodeIo('assets', '1.2.3', data)
const versionsOf = (path: string) => openStorage(nodeFiles, data).versions.list(path)

describe('writing a design', () => {
  test('puts what it replaces aside, where the app finds it', async () => {
    await io().writeFile(at('a.fairlead'), numbered(1))
    expect(await versionsOf(at('a.fairlead'))).toEqual([])
    await io().writeFile(at('a.fairlead'), numbered(2))
    expect(await readFile(at('a.fairlead'), 'utf8')).toBe(numbered(2))
    expect(await versionsOf(at('a.fairlead'))).toHaveLength(1)
  })

  test('works where the app’s data can’t be written', async () => {
    await writeFile(data, 'a file in the way')
    await io().writeFile(at('a.fairlead'), numbered(1))
    await io().writeFile(at('a.fairlead'), numbered(2))
    expect(await readFile(at('a.fairlead'), 'utf8')).toBe(numbered(2))
  })

  test('says as Node does what is wrong', async () => {
    await expect(io().writeFile(at('gone/a.fairlead'), numbered(1))).rejects.toMatchObject({ code: 'ENOENT' })
    await expect(io().writeFile(folder, numbered(1))).rejects.toMatchObject({ code: 'EISDIR' })
  })
})

test('other files are written whole, and nothing of them is kept', async () => {
  for (const text of ['old', 'new']) await io().writeFile(at('a.json'), text)
  expect(await readFile(at('a.json'), 'utf8')).toBe('new')
  expect(await readdir(folder)).toEqual(['a.json'])
})

test.each([
  ['linux', { XDG_CONFIG_HOME: '/config' }, '/config/fairlead'],
  ['linux', {}, '/home/ana/.config/fairlead'],
  ['darwin', {}, '/home/ana/Library/Application Support/fairlead'],
  ['win32', { APPDATA: '/roaming' }, '/roaming/fairlead'],
] as const)('on %s with %j the data is in %s', (platform, env, expected) => {
  expect(dataFolder(platform, env, '/home/ana').replaceAll('\\', '/')).toBe(expected)
})
