/** A design of a newer Fairlead: every command that takes one refuses it, says what to do, and leaves the file alone. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nodeIo } from './node-io'
import { run } from './run'

const NEWER = '{"format":"fairlead/2","name":"Later","elements":{"a":{"kind":"service","spec":{}}}}\n'
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-newer-'))
  await writeFile(join(folder, 'later.fairlead'), NEWER)
})
afterAll(() => rm(folder, { recursive: true }))

test.each([
  ['validate', ['validate', 'FILE']],
  ['export', ['export', 'FILE', '--to', 'svg', '-o', 'OUT']],
  ['diff', ['diff', 'FILE', 'FILE']],
  ['merge', ['merge', 'FILE', 'FILE', 'FILE']],
])('%s', async (_, argv) => {
  const file = join(folder, 'later.fairlead')
  const told: string[] = []
  const code = await run(
    argv.map((argument) => argument.replace('FILE', file).replace('OUT', join(folder, 'out'))),
    { ...nodeIo('assets', '1.2.3'), stdout: () => undefined, stderr: (text) => told.push(text) },
  )
  expect(code).toBe(2)
  expect(told.join('')).toContain('This design was saved by a newer Fairlead')
  expect(told.join('')).toContain('Update Fairlead to open it.')
  expect(await readFile(file, 'utf8')).toBe(NEWER)
  expect(await readdir(folder)).toEqual(['later.fairlead'])
})
