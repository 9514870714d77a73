/** Pictures: the same bytes as on the command line, and a way back from each of them. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from './app'

const run = promisify(execFile)
const ROOT = fileURLToPath(new URL('..', import.meta.url))
const TEMPLATE = join(ROOT, 'assets/templates/multi-az-efs.fairlead')

/** What the command line writes. */
async function fromCommandLine(format: string, ...options: readonly string[]): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-pictures-'))
  try {
    const file = join(folder, `site.${format}`)
    const cli = join(ROOT, 'electron/cli/fairlead.js')
    await run(process.execPath, [cli, 'export', TEMPLATE, '--to', format, '-o', file, ...options])
    return await readFile(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

test.beforeEach(async ({ app, page }) => {
  await app.offer('site.fairlead', await readFile(TEMPLATE, 'utf8'))
  await page.keyboard.press('Control+O')
  await expect(app.node('site').first()).toBeVisible()
})

test('are those of the command line, to the byte', async ({ app, page }) => {
  for (const format of ['png', 'svg', 'pdf']) {
    await app.export(format.toUpperCase())
    await expect(page.getByTestId('notice')).toContainText(`Exported site.${format}`, { timeout: 20_000 })
    const [here, there] = [await app.fileBytes(`site.${format}`), await fromCommandLine(format)]
    expect(here.length, format).toBeGreaterThan(10_000)
    expect(here.equals(there), format).toBe(true)
  }
})
