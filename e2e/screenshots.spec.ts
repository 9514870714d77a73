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
  fargate: (app) => template(app, 'Fargate web service behind an ALB'),
  daemon: (app) => template(app, 'EC2 cluster with replica and daemon services'),
  worker: (app) => template(app, 'SQS worker that scales with its queue'),
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
  problems,
  'problems-why': async (app) => {
    await problems(app)
    await app.problem('log-driver-fargate').first().getByRole('button', { name: 'Why' }).click()
  },
  'problems-waived': async (app) => {
    await problems(app)
    for (const other of [/^Warnings/, /^Advice/]) await button(app, other)
    await app.page.getByRole('grid', { name: 'Problems' }).hover()
    await app.page.mouse.wheel(0, 2000)
  },
  'problems-filtered': async (app) => {
    await problems(app)
    for (const severity of [/^Errors/, /^Warnings/, /^Advice/]) await button(app, severity)
  },
  'problems-next': async (app) => {
    await shop(app)
    for (let press = 0; press < 3; press++) await app.page.keyboard.press('F8')
  },
  'fix-all': async (app) => {
    await problems(app)
    await button(app, 'Fix all')
  },
  fixes: async (app) => {
    await shop(app)
    await app.select('checkout')
    await app.page.keyboard.press('Control+Period')
  },
  waive: async (app) => {
    await problems(app)
    await app.problem('log-driver-fargate').first().getByRole('button', { name: 'Waive' }).click()
    await app.page.getByRole('dialog').getByRole('button', { name: 'Waive' }).click()
  },
  rule: async (app) => {
    await problems(app)
    await button(app, 'Open the page of rule log-driver-fargate')
  },
  'change-target-group': async (app) => {
    await shop(app)
    await app.connect('front', 'web')
  },
  'change-file-system': async (app) => {
    await shop(app)
    await app.connect('files', 'web-task')
  },
  'change-queue': async (app) => {
    await shop(app)
    await app.connect('queue', 'worker')
  },
  connecting: async (app) => {
    await shop(app)
    await app.holdLine('scratch', 'web-task')
  },
  'connecting-refused': async (app) => {
    await shop(app)
    await app.holdLine('scratch', 'web-task')
    await app.page.mouse.up()
  },
  roles: async (app) => {
    await shop(app)
    await app.select('web')
    await app.page.keyboard.press('Shift+R')
  },
  'roles-one': async (app) => {
    await shop(app)
    await app.select('web')
    await app.page.keyboard.press('Shift+R')
    await button(app, /reads secrets/)
  },
  'what-if': async (app) => {
    await template(app, 'EC2 cluster with replica and daemon services')
    await app.page.keyboard.press('Control+Shift+E')
  },
  'what-if-changes': async (app) => {
    await template(app, 'EC2 cluster with replica and daemon services')
    await app.page.keyboard.press('Control+Shift+E')
    await button(app, /^All changes/)
    await app.page.locator('.differences').scrollIntoViewIfNeeded()
  },
  'offers-network-mode': async (app) => {
    await shop(app)
    await app.select('checkout')
    await button(app, 'Suggestions for Network mode')
  },
  'offers-memory': async (app) => {
    await shop(app)
    await app.select('web-task')
    await button(app, 'Suggestions for Task memory')
  },
  'traits-and-advice': async (app) => {
    await shop(app)
    await app.select('web-task')
    await button(app, 'What it is for')
    await app.page
      .getByRole('button', { name: /^Advice/ })
      .last()
      .click()
  },
  'delete-cluster': async (app) => {
    await shop(app)
    await app.select('main')
    await app.page.keyboard.press('Delete')
  },
}

/** A design with something of everything that the rules say. */
async function shop(app: Fairlead): Promise<void> {
  const text = await readFile(new URL('./fixtures/shop.fairlead', import.meta.url), 'utf8')
  const { elements, layout, ...rest } = JSON.parse(text)
  await app.openDesign(elements, layout, rest)
}

async function problems(app: Fairlead): Promise<void> {
  await shop(app)
  await app.page.keyboard.press('Control+Shift+M')
}

async function button(app: Fairlead, name: string | RegExp): Promise<void> {
  await app.page.getByRole('button', { name }).first().click()
}

async function importOrders(app: Fairlead): Promise<void> {
  await app.offer('orders-api.json', await readFile(source, 'utf8'))
  await app.import()
  await expect(app.figure(/^Task definition/)).toBeVisible()
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
      await expect(page.getByTestId('arrange-strip')).toBeHidden()
      await page.waitForTimeout(600)
      await page.screenshot({ path: `${folder}${name}-${theme}.png` })
    })
  }
}

test('the README’s picture', async ({ app, page }) => {
  await template(app, 'Fargate web service behind an ALB')
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
