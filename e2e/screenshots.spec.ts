/**
 * Takes the pictures that people look at: the README's, and one of every state that a designer should check. Run by
 * `npm run screenshots`; they land in `.cache/screenshots`, the README's in `docs/`.
 */
import { readFile } from 'node:fs/promises'
import { expect, type Fairlead, test } from './app'

const folder = new URL('../.cache/screenshots/', import.meta.url).pathname
const source = new URL('./fixtures/orders-api.json', import.meta.url)

const states: Readonly<Record<string, (app: Fairlead) => Promise<void>>> = {
  empty: async () => undefined,
  imported: importOrders,
  problem: async (app) => {
    await importOrders(app)
    await app.page.keyboard.press('Control+Shift+M')
    await app.figure(/^Task definition/).click({ position: { x: 60, y: 16 } })
  },
  fargate: (app) => template(app, 'Fargate service behind an ALB'),
  daemon: (app) => template(app, 'EC2 cluster with a daemon and EFS'),
  batch: (app) => template(app, 'Batch task fed by SQS'),
  menu: async (app) => app.page.getByRole('banner').getByRole('button', { name: 'File' }).click(),
  new: async (app) => app.menu('File', 'New…'),
  about: async (app) => app.menu('Help', 'About Fairlead'),
  shortcuts: async (app) => app.menu('Help', 'Keyboard shortcuts'),
  broken: async (app) => {
    await app.offer('broken.json', '{\n  "family": "api",\n  "cpu": <CPU>\n}')
    await app.page.getByRole('button', { name: 'Open', exact: true }).click()
  },
  korean: async (app) => {
    await app.offer(
      '주문.fairlead',
      await readFile(new URL('./fixtures/korean.fairlead', import.meta.url), 'utf8'),
    )
    await app.page.getByRole('button', { name: 'Open', exact: true }).click()
  },
}

async function importOrders(app: Fairlead): Promise<void> {
  await app.offer('orders-api.json', await readFile(source, 'utf8'))
  await app.menu('File', 'Import task definitions…')
  await expect(app.figure(/^Task definition/)).toBeVisible()
  await app.page.getByRole('button', { name: 'Close' }).click()
}

async function template(app: Fairlead, name: string): Promise<void> {
  await app.page.getByRole('button', { name }).click()
  await expect(app.figure(/^Task definition/).first()).toBeVisible()
}

for (const theme of ['light', 'dark'] as const) {
  for (const [name, show] of Object.entries(states)) {
    test(`${name}, ${theme}`, async ({ app, page }) => {
      await page.emulateMedia({ colorScheme: theme })
      await show(app)
      await page.waitForTimeout(600)
      await page.screenshot({ path: `${folder}${name}-${theme}.png` })
    })
  }
}

test('the README’s picture', async ({ app, page }) => {
  await template(app, 'Fargate service behind an ALB')
  await app.figure(/^Task definition/).click({ position: { x: 60, y: 14 } })
  await page
    .getByRole('textbox', { name: 'Task memory' })
    .or(page.getByRole('combobox', { name: 'Task memory' }))
    .fill('512')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+Shift+M')
  await app.menu('View', 'Fit everything')
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.mouse.move(700, 20)
  await page.waitForTimeout(800)
  await page.screenshot({ path: new URL('../docs/screenshot.png', import.meta.url).pathname })
})
