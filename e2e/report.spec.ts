/** The review report: the same bytes as on the command line, and a file that opens fast, prints whole and asks for nothing. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Browser, Page } from '@playwright/test'
import { generate } from '../docs/tools/bench/generate'
import type { Design } from '../shared/design/design'
import { reviewed } from '../shared/testing/reviewed'
import { expect, test } from './app'
import { axeFaults } from './axe'

const run = promisify(execFile)
const CLI = fileURLToPath(new URL('../electron/cli/fairlead.js', import.meta.url))

let folder = ''
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-report-'))
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

/** Writes a report by the command line; answers the path and how long it took, the start of Node included. */
async function fromCommandLine(design: object, name: string, date: string) {
  const [source, target] = [join(folder, `${name}.fairlead`), join(folder, name)]
  await writeFile(source, JSON.stringify(design))
  const start = performance.now()
  await run(process.execPath, [CLI, 'export', source, '--to', 'report', '--date', date, '-o', target])
  return { target, seconds: (performance.now() - start) / 1000 }
}

/** A page that is none of the app's. */
async function pageApart(browser: Browser, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({ colorScheme })
  return await context.newPage()
}

const elements = {
  web: {
    kind: 'task-definition',
    spec: {
      family: 'web',
      cpu: '512',
      memory: '1024',
      containerDefinitions: [{ name: 'web', image: 'nginx' }],
    },
  },
}
const small = reviewed(
  {
    ...{ format: 'fairlead/1', name: 'Shop', region: 'eu-west-1', connections: {} },
    elements,
    layout: { web: { x: 0, y: 0 } },
  },
  'web',
)

/** A reviewed design of 200 elements, each with a place: laying them out is not what is measured. */
function large(): Design {
  const design = generate(200)
  const ids = Object.keys(design.elements)
  const places = ids.map((id, i) => [id, { x: (i % 20) * 320, y: Math.floor(i / 20) * 240 }] as const)
  const definition = ids.find((id) => design.elements[id]?.kind === 'task-definition') ?? ''
  return reviewed({ ...design, layout: Object.fromEntries(places) }, definition)
}

test('is previewed, and comes out as it does on the command line', async ({ app, page }) => {
  test.setTimeout(60_000)
  await app.openDesign(small.elements, small.layout, small)
  await app.menu('Review', 'Review report…')
  const preview = page.getByRole('region', { name: 'The report' })
  await expect(preview).toContainText('No longer approved: the design has changed since')
  await expect(preview).toContainText('Why twice as much?')
  await expect(preview.getByRole('img')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Export…', exact: true }).click()
  await expect(page.getByTestId('notice')).toContainText('Exported shop-review.html')
  const html = await app.fileText('shop-review.html')
  const [, date = ''] = /<dd>(\d{4}-\d{2}-\d{2})<\/dd>/.exec(html) ?? []
  const { target } = await fromCommandLine(small, 'shop.html', date)
  expect(html).toBe(await readFile(target, 'utf8'))
})

test('comes as PDF and as Markdown, too', async ({ app, page }) => {
  await app.openDesign(small.elements, small.layout, small)
  await app.export('Review report (PDF)')
  await expect(page.getByTestId('notice')).toContainText('Exported shop-review.pdf')
  expect((await app.fileBytes('shop-review.pdf')).subarray(0, 8).toString()).toBe('%PDF-1.7')
  await page.keyboard.press('Control+E')
  await page.getByRole('option', { name: 'Review report (Markdown)' }).click()
  await expect(page.getByRole('region', { name: 'The report' })).toContainText('## Threads (3)')
})

test('of 200 elements opens in under a second, prints whole, asks for nothing and passes axe', async ({
  browser,
}) => {
  test.setTimeout(60_000)
  const page = await pageApart(browser, 'light')
  const { target, seconds } = await fromCommandLine(large(), '200.html', '2026-11-27')
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  const address = pathToFileURL(target).href
  // The best of three: what else the machine does only makes it slower.
  const times: number[] = []
  for (let time = 0; time < 3; time++) {
    await page.goto(address)
    const ended = () => performance.getEntriesByType('navigation')[0]?.toJSON().loadEventEnd as number
    times.push(await page.evaluate(ended))
  }
  const opened = Math.min(...times)
  expect(opened).toBeLessThan(1_000)
  expect(requests).toEqual([address, address, address])

  // Its colours are those of the small ones below, and looking at each of so many boxes takes half a minute.
  expect(await axeFaults(page, { without: ['color-contrast'] })).toEqual([])

  const pdf = await page.pdf({ format: 'A4' })
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
  expect(pages).toBeGreaterThan(5)
  // As wide as what A4 leaves between its margins: nothing may stick out, or it would be cut off.
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 688, height: 972 })
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('main *:not(svg *)')]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 80)),
  )
  expect(cut).toEqual([])
  const size = Math.round((await readFile(target)).length / 1024)
  console.info(
    `report of 200 elements: made in ${seconds.toFixed(1)} s by the command line, ${size} KiB, opened in ${Math.round(opened)} ms, ${pages} pages of A4, ${requests.length - times.length} further requests`,
  )
  await page.context().close()
})

test('passes axe in both themes', async ({ browser }) => {
  test.setTimeout(60_000)
  const page = await pageApart(browser, 'light')
  const { target } = await fromCommandLine(small, 'themes.html', '2026-11-27')
  await page.goto(pathToFileURL(target).href)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeFaults(page), colorScheme).toEqual([])
  }
  await page.context().close()
})
