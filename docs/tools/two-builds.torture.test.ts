/** Whoever builds a release again gets the same bytes. It builds once more, so it runs with `npm run torture` only. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { figure, torture } from '../../shared/testing/runs'
import { ensureBuilt } from './ensure-built.js'

const ROOT = join(import.meta.dirname, '../..')

/** File → SHA-256, of everything that was built. */
async function hashes(): Promise<Readonly<Record<string, string>>> {
  const dist = join(ROOT, 'dist')
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const hash = async (file: string) =>
    createHash('sha256')
      .update(await readFile(file))
      .digest('hex')
  return Object.fromEntries(
    await Promise.all(files.sort().map(async (file) => [file, await hash(file)] as const)),
  )
}

test.runIf(torture)(
  'two builds of the same sources are the same',
  async () => {
    ensureBuilt()
    const before = await hashes()
    await promisify(execFile)(process.execPath, [join(ROOT, 'docs/tools/build.js')])
    expect(await hashes()).toEqual(before)
    figure('R23', `two builds, ${Object.keys(before).length} files, the same bytes`)
  },
  240_000,
)
