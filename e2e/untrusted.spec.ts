/** A design in which every text wants to be code: wherever the app shows it, it stays text. */
import type { BrowserContext, Page } from '@playwright/test'
import { serialize } from '../shared/design/serialize'
import { nastyDesign } from '../shared/testing/nasty'
import { payloads } from '../shared/testing/payloads'
import { expect, test } from './app'

/** What ran, and what the page's policy had to stop: both must stay empty. */
interface Traps {
  ran: number
  readonly stopped: string[]
}

const setTraps = () => {
  const traps: Traps = { ran: 0, stopped: [] }
  const page = globalThis as unknown as { traps: Traps; __xss: () => void }
  page.traps = traps
  page.__xss = () => {
    traps.ran++
  }
  document.addEventListener('securitypolicyviolation', (event) => {
    traps.stopped.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
  })
}

const traps = (page: Page) => page.evaluate(() => (globalThis as unknown as { traps: Traps }).traps)

const EVIL_NAME = '"><img src=x onerror=__xss(1)>'

test.beforeEach(async ({ page }) => {
  await page.addInitScript(setTraps)
  page.on('dialog', (dialog) => {
    throw new Error(`A dialog came up: ${dialog.message()}`)
  })
})

test('it stays text on every surface of the app', async ({ app, page }) => {
  test.setTimeout(120_000)
  await app.offer(`${EVIL_NAME}.fairlead`, serialize(nastyDesign(payloads)))
  await page.keyboard.press('Control+O')
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  await expect(page.getByTestId('document-name')).toContainText(EVIL_NAME)

  await test.step('canvas and inspector: form, fields and JSON', async () => {
    for (const tab of ['Form', 'All fields', 'JSON']) {
      await page.locator('.canvas .react-flow').focus()
      for (let press = 0; press < 6; press++) {
        await page.keyboard.press('Tab')
        if (press === 0) await page.getByRole('tab', { name: tab }).click()
        if (press === 0) await page.locator('.canvas .react-flow').focus()
      }
    }
    await page.locator('.react-flow__node.selected').first().hover({ force: true })
  })
  await test.step('outline and problems', async () => {
    await page.keyboard.press('Control+Shift+O')
    await expect(page.getByRole('tree')).toBeVisible()
    await page.getByTestId('count-error').click()
    await expect(page.getByRole('grid', { name: 'Problems' }).getByRole('row').first()).toBeVisible()
  })
  await test.step('what was said of it, what it costs, and how it is presented', async () => {
    await page.keyboard.press('Control+Alt+R')
    const panel = page.getByRole('region', { name: 'Review', exact: true })
    await expect(panel.getByRole('row').first()).toBeVisible()
    await page.locator('.canvas .react-flow').focus()
    await page.keyboard.press('N')
    await expect(page.getByRole('list', { name: 'Comments' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: 'Cost' }).click()
    await page.locator('.canvas .react-flow').focus()
    await page.keyboard.press('Shift+F5')
    await expect(page.getByRole('dialog', { name: 'Presentation' })).toBeVisible()
    for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Escape')
  })
  await test.step('what differs from it', async () => {
    await app.offer('other.fairlead', serialize(nastyDesign(payloads, 90)))
    await page.keyboard.press('Control+Shift+D')
    await page.getByRole('dialog').getByRole('button', { name: 'Choose a file…' }).click()
    await expect(page.getByRole('grid', { name: 'Changes' }).getByRole('row').first()).toBeVisible()
    await page.keyboard.press('F7')
    await page.keyboard.press('Escape')
  })
  await test.step('palette of commands and find', async () => {
    await page.keyboard.press('Control+K')
    await page.keyboard.type('<img')
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+F')
    await page.keyboard.type('__xss')
    for (let press = 0; press < 10; press++) await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
  })
  await test.step('an error about a file of such a name and content', async () => {
    await app.offer(
      `${EVIL_NAME}.json`,
      `{ "${EVIL_NAME.replaceAll('"', '\\"')}": <img src=x onerror=__xss(1)> }`,
    )
    await page.keyboard.press('Control+O')
    await expect(page.getByTestId('notice')).toContainText('onerror')
  })
  await test.step('a task definition whose report is full of them', async () => {
    const body = {
      family: EVIL_NAME,
      [EVIL_NAME]: EVIL_NAME,
      revision: 1,
      containerDefinitions: [{ name: 1 }],
    }
    await app.offer('task.json', JSON.stringify(body))
    await page.keyboard.press('Control+O')
    await expect(page.getByRole('dialog')).toContainText('onerror')
    await page.keyboard.press('Escape')
  })
  await test.step('the list of recent files', async () => {
    await app.menu('File', 'Open recent')
    await expect(page.getByRole('dialog')).toContainText(EVIL_NAME)
    await page.keyboard.press('Escape')
  })
  expect(await traps(page)).toEqual({ ran: 0, stopped: [] })
})

test('its pictures are inert in a page that allows everything, and in the PDF of it', async ({
  context,
  app,
  page,
}) => {
  test.setTimeout(60_000)
  await app.offer('evil.fairlead', serialize(nastyDesign(payloads, 90)))
  await page.keyboard.press('Control+O')
  await expect(page.locator('.react-flow__node').first()).toBeVisible()
  await app.export('SVG')
  await expect(page.getByTestId('notice')).toContainText('.svg')
  const name = (await page.getByTestId('notice').innerText()).match(/\S+\.svg/)?.[0] ?? ''
  const svg = await app.fileText(name)
  // The traps work: a text without the exporter's care runs, and asks.
  expect(await actsOf(context, '<img src=x onerror=__xss(1)><img src=https://evil.invalid/x>')).toEqual({
    ran: 1,
    requests: ['https://evil.invalid/x'],
  })
  expect(await actsOf(context, svg)).toEqual({ ran: 0, requests: [] })
})

/** What a text does as HTML of a page without a policy, and in the PDF that is printed of it. */
async function actsOf(context: BrowserContext, html: string) {
  const page = await context.newPage()
  const requests: string[] = []
  await page.route(/^https?:/, (route) => {
    requests.push(route.request().url())
    return route.abort()
  })
  await page.evaluate(setTraps)
  await page.setContent(`<!doctype html><body>${html}`)
  expect((await page.pdf()).byteLength).toBeGreaterThan(500)
  const { ran } = await traps(page)
  await page.close()
  return { ran, requests }
}

test('an import that takes long says so, can be cancelled, and leaves the open design alone', async ({
  app,
  page,
}) => {
  await app.openDesign(
    { table: { kind: 'dynamodb-table', spec: { TableName: 'orders' } } },
    { table: { x: 0, y: 0 } },
  )
  // A worker that never comes up, as on a machine that is busy with something else.
  await page.route(/import\.worker/, () => {})
  await app.offer(
    'task.json',
    '{ "family": "orders", "containerDefinitions": [{ "name": "a", "image": "b" }] }',
  )
  await page.keyboard.press('Control+O')
  const strip = page.getByTestId('import-strip')
  await expect(strip).toContainText('Reading task.json…')
  await strip.getByRole('button', { name: 'Cancel' }).click()
  await expect(strip).toBeHidden()
  await expect(app.node('table')).toBeVisible()
  await page.unroute(/import\.worker/)
  await page.keyboard.press('Control+O')
  await app.acceptImport()
  await expect(app.figure(/^Task definition orders/)).toBeVisible()
})
