/** Copy, cut and paste: what comes along, where it lands, and what a clipboard of something else says. */
import type { BrowserContext, Page } from '@playwright/test'
import { expect, Fairlead, test } from './app'

const role = (name: string) => ({ kind: 'iam-role', spec: { RoleName: name } })

const elements = {
  live: { kind: 'cluster', spec: { clusterName: 'live' } },
  spare: { kind: 'cluster', spec: { clusterName: 'spare' } },
  api: {
    kind: 'service',
    spec: { serviceName: 'api', cluster: '@{live}', launchType: 'FARGATE', desiredCount: 3 },
  },
  web: { kind: 'service', spec: { serviceName: 'web', cluster: '@{live}', desiredCount: 1 } },
  admin: role('admin'),
}
const layout = {
  live: { x: 0, y: 0, width: 640, height: 240 },
  spare: { x: 0, y: 320, width: 640, height: 240 },
  api: { x: 24, y: 64 },
  web: { x: 320, y: 64 },
  admin: { x: 0, y: 640 },
}

test.beforeEach(async ({ app, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await app.openDesign(elements, layout)
})

const copied = (page: Page, text: string | RegExp) => expect(page.getByTestId('announcer')).toHaveText(text)
const clipboardText = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

/** Puts the pointer where it is over no canvas. */
async function leave(page: Page): Promise<void> {
  await page.mouse.move(700, 12)
}

async function copy(app: Fairlead, ...ids: readonly string[]): Promise<void> {
  for (const [i, id] of ids.entries()) await app.select(id, ...(i === 0 ? [] : (['Shift'] as const)))
  await app.page.keyboard.press('Control+C')
  await copied(app.page, ids.length === 1 ? 'Copied one element.' : `Copied ${ids.length} elements.`)
}

test('beside its original when the pointer is elsewhere, each paste a step further', async ({
  app,
  page,
}) => {
  await copy(app, 'admin')
  await leave(page)
  await page.keyboard.press('Control+V')
  await app.expectAt('admin-2', { x: 24, y: 664 })
  await app.expectSelected('admin-2')
  await page.keyboard.press('Control+V')
  await app.expectAt('admin-3', { x: 48, y: 688 })
  expect(await app.undoes()).toBe('Undo: Paste one element')
  await page.keyboard.press('Control+Z')
  await expect(app.node('admin-3')).toHaveCount(0)
  await app.expectSelected('admin-2')
})

test('at the pointer, into the frame that lies there, with a name of its own', async ({ app, page }) => {
  await copy(app, 'api')
  const at = await app.toWindow({ x: 400, y: 440 })
  await page.mouse.move(at.x, at.y)
  await page.keyboard.press('Control+V')
  await expect(app.node('api-2')).toBeVisible()
  const { x, y, width, height } = await app.rect('api-2')
  expect(Math.abs(x + width / 2 - 400)).toBeLessThan(140)
  expect(Math.abs(y + height / 2 - 440)).toBeLessThan(80)
  const { elements: saved } = await app.saved()
  expect(saved['api-2']?.spec).toEqual({ ...elements.api.spec, serviceName: 'api-2', cluster: '@{spare}' })
  expect(saved.api?.spec).toEqual(elements.api.spec)
})

test('pasted twice without moving the pointer the second does not hide the first', async ({ app, page }) => {
  await copy(app, 'admin')
  const at = await app.toWindow({ x: 400, y: 640 })
  await page.mouse.move(at.x, at.y)
  await page.keyboard.press('Control+V')
  await expect(app.node('admin-2')).toBeVisible()
  await page.keyboard.press('Control+V')
  await expect(app.node('admin-3')).toBeVisible()
  const [first, second] = [await app.rect('admin-2'), await app.rect('admin-3')]
  expect({ x: second.x - first.x, y: second.y - first.y }).toEqual({ x: 24, y: 24 })
})

test('cut takes away and remembers; a frame takes along what is in it', async ({ app, page }) => {
  await app.select('live')
  await page.keyboard.press('Control+X')
  for (const id of ['live', 'api', 'web']) await expect(app.node(id)).toHaveCount(0)
  expect(await app.undoes()).toBe('Undo: Cut 3 elements')
  await leave(page)
  await page.keyboard.press('Control+V')
  await expect(app.node('live')).toBeVisible()
  const { elements: saved } = await app.saved()
  expect(saved.api?.spec).toEqual(elements.api.spec)
  expect(saved.web?.spec).toEqual(elements.web.spec)
})

test('several keep their places to each other', async ({ app, page }) => {
  await copy(app, 'api', 'web')
  await leave(page)
  await page.keyboard.press('Control+V')
  await app.expectSelected('api-2', 'web-2')
  await app.expectAt('api-2', { x: 48, y: 88 })
  await app.expectAt('web-2', { x: 344, y: 88 })
  expect((await app.saved()).elements['api-2']?.spec.cluster).toBe('@{live}')
})

test.describe('between two windows', () => {
  async function another(context: BrowserContext): Promise<Fairlead> {
    return Fairlead.open(await context.newPage())
  }

  test('a copy arrives in the other window, with its settings', async ({ app, context }) => {
    await copy(app, 'api')
    const other = await another(context)
    await other.openDesign({ admin: role('admin') }, { admin: { x: 0, y: 0 } }, {}, 'other.fairlead')
    await leave(other.page)
    await other.page.keyboard.press('Control+V')
    await expect(other.node('api')).toBeVisible()
    const { elements: saved } = await other.saved()
    // The cluster did not come along, and is not there.
    expect(saved.api?.spec).toEqual({ serviceName: 'api', launchType: 'FARGATE', desiredCount: 3 })
  })

  test('and through text, as a chat passes it on', async ({ app, page, context }) => {
    await copy(app, 'admin')
    const text = await clipboardText(page)
    expect(JSON.parse(text)).toMatchObject({ format: 'fairlead/1', elements: { admin: elements.admin } })
    const other = await another(context)
    await other.page.evaluate((message) => navigator.clipboard.writeText(message), text)
    await leave(other.page)
    await other.page.keyboard.press('Control+V')
    await expect(other.node('admin')).toBeVisible()
  })
})

test('text that is no design is refused, with what to do, and changes nothing', async ({ app, page }) => {
  await page.evaluate(() => navigator.clipboard.writeText('Lunch at noon?'))
  await page.keyboard.press('Control+V')
  await expect(page.getByTestId('notice')).toContainText('The clipboard holds no Fairlead elements.')
  await expect(page.getByTestId('notice')).toContainText('Copy elements on the canvas first.')
  await expect(page.locator('.react-flow__node')).toHaveCount(5)
  await expect(page.getByText('unsaved changes')).toHaveCount(0)
  await app.expectSelected()
})

test('text of another tool is imported into the open design, as one step', async ({ app, page }) => {
  await page.evaluate(() =>
    navigator.clipboard.writeText('services:\n  shop:\n    image: nginx:1.27\n    ports: ["80:80"]\n'),
  )
  await page.keyboard.press('Control+V')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Docker Compose')).toBeVisible()
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(app.figure(/^Service shop/)).toBeVisible()
  await page.keyboard.press('Control+Z')
  await expect(page.locator('.react-flow__node')).toHaveCount(5)
})

test('in a text field the keys are the field’s', async ({ app, page }) => {
  await copy(app, 'admin')
  await page.getByRole('searchbox', { name: 'Search elements' }).fill('queue')
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Control+X')
  await expect(page.getByRole('searchbox', { name: 'Search elements' })).toHaveValue('')
  await expect(app.node('admin')).toBeVisible()
  expect(await clipboardText(page)).toBe('queue')
  await page.keyboard.press('Control+V')
  await expect(page.getByRole('searchbox', { name: 'Search elements' })).toHaveValue('queue')
  await expect(page.locator('.react-flow__node')).toHaveCount(5)
})

test('settings alone: Ctrl+Alt+C and Ctrl+Alt+V, without the name and without the place', async ({
  app,
  page,
}) => {
  await app.select('api')
  await page.keyboard.press('Control+Alt+C')
  await copied(page, 'Copied its settings.')
  await app.select('web')
  await page.keyboard.press('Control+Alt+V')
  const { elements: saved } = await app.saved()
  expect(saved.web?.spec).toEqual({ ...elements.api.spec, serviceName: 'web' })
  expect(await app.undoes()).toBe('Undo: Paste settings')
  await page.keyboard.press('Control+Z')
  expect((await app.saved()).elements.web?.spec).toEqual(elements.web.spec)
})

test('settings that the other kind has not are not pasted, and it says so', async ({ app, page }) => {
  await app.select('api')
  await page.keyboard.press('Control+Alt+C')
  await copied(page, 'Copied its settings.')
  await app.select('admin')
  await page.keyboard.press('Control+Alt+V')
  await expect(page.getByTestId('notice')).toContainText('none of the copied settings')
  await expect(page.getByText('unsaved changes')).toHaveCount(0)
})
