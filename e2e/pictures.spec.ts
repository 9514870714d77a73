/** Pictures: the same bytes as on the command line, and a way back from each of them. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, type Fairlead, test } from './app'

const run = promisify(execFile)
const CLI = fileURLToPath(new URL('../electron/cli/fairlead.js', import.meta.url))

const elements = {
  live: { kind: 'cluster', spec: { clusterName: '운영' } },
  api: { kind: 'service', spec: { serviceName: 'api', cluster: '@{live}', desiredCount: 3 } },
  queue: { kind: 'sqs-queue', spec: { QueueName: '주문' } },
}
const layout = {
  live: { x: 0, y: 0, width: 400, height: 200 },
  api: { x: 24, y: 64 },
  queue: { x: 480, y: 40 },
}
const design = { format: 'fairlead/1', name: 'Shop', elements, connections: {}, layout }

/** What the command line writes, given the design as a file. */
async function fromCommandLine(format: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-pictures-'))
  try {
    const [source, target] = [join(folder, 'shop.fairlead'), join(folder, `shop.${format}`)]
    await writeFile(source, JSON.stringify(design))
    await run(process.execPath, [CLI, 'export', source, '--to', format, '-o', target])
    return await readFile(target)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What the app exports in its dialog. */
async function exported(app: Fairlead, format: string): Promise<Buffer> {
  await app.export(format.toUpperCase())
  await expect(app.page.getByTestId('notice')).toContainText(`Exported shop.${format}`)
  return app.fileBytes(`shop.${format}`)
}

/** Puts bytes where the next open dialog finds them. */
async function offerBytes(app: Fairlead, name: string, bytes: Buffer): Promise<void> {
  await app.page.evaluate(
    async ([file, content]) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle(file, { create: true })
      const writable = await handle.createWritable()
      await writable.write(Uint8Array.from(content))
      await writable.close()
      ;(window as unknown as { testFiles: { open: string[] } }).testFiles.open = [file]
    },
    [name, [...bytes]] as const,
  )
}

test.beforeEach(async ({ app, page }) => {
  await app.offer('shop.fairlead', JSON.stringify(design))
  await page.keyboard.press('Control+O')
  await expect(app.node('queue')).toBeVisible()
  await app.stillness()
})

test('are those of the command line, to the byte', async ({ app }) => {
  test.setTimeout(90_000)
  const formats = ['png', 'svg', 'pdf']
  const there = await Promise.all(formats.map(fromCommandLine))
  for (const [i, format] of formats.entries()) {
    expect((await exported(app, format)).equals(there[i] ?? Buffer.of()), format).toBe(true)
  }
})

test('open again as a design of their own', async ({ app, page }) => {
  const png = await exported(app, 'png')
  await offerBytes(app, 'from-a-chat.png', png)
  await page.keyboard.press('Control+O')
  await expect(page.getByTestId('document-name')).toHaveText('Shop')
  await expect(app.node('queue')).toBeVisible()
  await expect(page.getByRole('banner').getByText('unsaved changes')).toHaveCount(1)
  expect((await app.fileBytes('from-a-chat.png')).equals(png)).toBe(true)
})

test('named as its home are saved back into', async ({ app, page }) => {
  await offerBytes(app, 'shop.fairlead.png', await exported(app, 'png'))
  await page.keyboard.press('Control+O')
  await expect(page.getByTestId('document-name')).toHaveText('shop.fairlead.png')
  await app.stillness()
  await app.select('queue')
  await page.keyboard.press('Delete')
  await expect(app.node('queue')).toHaveCount(0)
  await page.keyboard.press('Control+S')
  await expect(page.getByRole('banner').getByText('unsaved changes')).toHaveCount(0, { timeout: 15_000 })
  const saved = await app.fileBytes('shop.fairlead.png')
  expect(saved.subarray(1, 4).toString()).toBe('PNG')
  await offerBytes(app, 'again.png', saved)
  await page.keyboard.press('Control+O')
  await expect(page.getByTestId('document-name')).toHaveText('Shop')
  await expect(app.node('api')).toBeVisible()
  await expect(app.node('queue')).toHaveCount(0)
})

test('without a design change nothing', async ({ app, page }) => {
  await offerBytes(app, 'shot.png', await page.screenshot())
  await page.keyboard.press('Control+O')
  await expect(page.getByTestId('notice')).toContainText(
    'This picture carries no design. Chat apps and screenshots remove it.',
  )
  await expect(page.getByTestId('document-name')).toHaveText('shop.fairlead')
  await expect(app.node('queue')).toBeVisible()
})

test('are copied with their design, and pasted as elements', async ({ app, context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await app.select('queue')
  await page.keyboard.press('Shift+Alt+C')
  await expect(page.getByTestId('notice')).toContainText('Copied as a picture.', { timeout: 15_000 })
  const types = await page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap(({ types }) => types),
  )
  expect(types).toContain('image/png')
  await page.keyboard.press('Control+V')
  await expect(page.locator('.react-flow__node')).toHaveCount(4)
})

test('of another drawing program lie under the drawing, until they are taken away', async ({ app, page }) => {
  const rect = '<rect x="20" y="20" width="360" height="160" fill="none" stroke="#2F6FED" stroke-width="4"/>'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="240" content="&lt;mxfile&gt;">${rect}</svg>`
  await app.offer('old.drawio.svg', svg)
  await page.keyboard.press('Control+O')
  await expect(page.getByAltText('Picture to draw over: old.drawio.svg')).toBeVisible()
  await expect(page.getByTestId('document-name')).toHaveText('shop.fairlead')
  await expect(app.node('queue')).toBeVisible()
  await page.getByTestId('notice').getByRole('button', { name: 'Remove it' }).click()
  await expect(page.getByAltText('Picture to draw over: old.drawio.svg')).toHaveCount(0)
})
