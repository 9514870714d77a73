/** The Problems panel: reasons, previews, waivers, rule pages, and the keys that lead through it. */
import { expect, type Fairlead, test } from './app'

const design = {
  format: 'fairlead/1',
  name: 'Shop',
  region: 'eu-west-1',
  elements: {
    web: {
      kind: 'task-definition',
      spec: {
        family: 'web',
        requiresCompatibilities: ['FARGATE'],
        networkMode: 'bridge',
        cpu: '256',
        memory: '4096',
        containerDefinitions: [{ name: 'web', image: 'public.ecr.aws/nginx/nginx:1.27' }],
      },
    },
    queue: { kind: 'sqs-queue', spec: { QueueName: 'work' } },
  },
  connections: {},
  layout: { web: { x: 0, y: 0 }, queue: { x: 400, y: 0 } },
}

const SIZE = /4096 MiB/

async function openShop(app: Fairlead): Promise<void> {
  await app.offer('shop.fairlead', JSON.stringify(design))
  await app.page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(app.node('web')).toBeVisible()
  await app.page.keyboard.press('Control+Shift+M')
}

const line = (app: Fairlead, text: string | RegExp) =>
  app.page.getByRole('grid', { name: 'Problems' }).getByRole('row').filter({ hasText: text })

test('a problem says why, and what its fix would change, before it is applied', async ({ app, page }) => {
  await openShop(app)
  const row = line(app, SIZE)
  await row.getByRole('button', { name: 'Why' }).click()
  await expect(row.getByRole('region', { name: 'What the fix changes' })).toContainText('cpu')
  await row.getByRole('button', { name: /^Fix:/ }).click()
  await expect(line(app, SIZE)).toHaveCount(0)
  await page.keyboard.press('Control+Z')
  await expect(line(app, SIZE)).toHaveCount(1)
})

test('a waived problem stays, struck through, and no longer counts', async ({ app, page }) => {
  await openShop(app)
  const before = await app.count('error')
  await line(app, SIZE).getByRole('button', { name: 'Waive' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Waive' }).click()
  await expect(dialog.getByText('Say why, so that a reviewer can agree.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Why it is acceptable' }).fill('Goes away in spring')
  await dialog.getByRole('textbox', { name: 'Who says so' }).fill('Platform team')
  await dialog.getByRole('button', { name: 'Waive' }).click()
  await expect(dialog).toBeHidden()
  expect(await app.count('error')).toBe(before - 1)
  const row = line(app, SIZE)
  await expect(row.locator('s')).toContainText('4096')
  await expect(row).toContainText('Waived by Platform team: Goes away in spring')
  const saved = (await app.saved()) as unknown as { waivers: object }
  expect(Object.values(saved.waivers)).toEqual([
    expect.objectContaining({ element: 'web', reason: 'Goes away in spring', author: 'Platform team' }),
  ])
  await row.getByRole('button', { name: 'Take the waiver back' }).click()
  expect(await app.count('error')).toBe(before)
})

test('the page of a rule opens its examples on the canvas', async ({ app, page }) => {
  await openShop(app)
  await line(app, SIZE)
    .getByRole('button', { name: /Open the page of rule/ })
    .click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { name: 'Wrong' })).toBeVisible()
  await expect(dialog.getByText('taskdef-fargate-cpu-memory')).toBeVisible()
  await dialog.getByRole('button', { name: 'Open on the canvas' }).first().click()
  await expect(dialog).toBeHidden()
  await expect(app.node('task')).toBeVisible()
})

test('F8 walks through the problems, and Ctrl+. offers the fixes of what is selected', async ({
  app,
  page,
}) => {
  await openShop(app)
  await page.keyboard.press('F8')
  await expect(page.getByText('1 selected')).toBeVisible()
  await app.node('web').click({ position: { x: 60, y: 14 } })
  await page.keyboard.press('Control+Period')
  const dialog = page.getByRole('dialog', { name: /Fix “web”/ })
  await dialog.getByRole('button', { name: SIZE }).click()
  await expect(dialog).toBeHidden()
  await expect(line(app, SIZE)).toHaveCount(0)
})

test('“Fix all” mends every problem of a rule in one undo step', async ({ app, page }) => {
  const { web } = design.elements
  await app.openDesign({ web, api: { ...web, spec: { ...web.spec, family: 'api' } } }, design.layout)
  await page.keyboard.press('Control+Shift+M')
  await expect(line(app, SIZE)).toHaveCount(2)
  await page.getByRole('button', { name: 'Fix all' }).click()
  await page.getByRole('menuitem', { name: /Fargate offers each CPU size/ }).click()
  await expect(line(app, SIZE)).toHaveCount(0)
  await page.keyboard.press('Control+Z')
  await expect(line(app, SIZE)).toHaveCount(2)
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
})

test('a problem whose waiver has ended counts again, and says so', async ({ app, page }) => {
  const words = { rule: 'taskdef-fargate-cpu-memory', reason: 'Goes away in spring', author: 'Platform team' }
  const waiver = (element: string, expires: string) => ({ ...words, element, path: '/memory', expires })
  const { web } = design.elements
  await app.openDesign({ web, api: { ...web, spec: { ...web.spec, family: 'api' } } }, design.layout, {
    waivers: { old: waiver('web', '2024-05-01'), new: waiver('api', '2099-05-01') },
  })
  await page.keyboard.press('Control+Shift+M')
  await page.getByRole('button', { name: /^Warnings/ }).click()
  await page.getByRole('button', { name: /^Advice/ }).click()
  await expect(line(app, 'Its waiver ended on 2024-05-01.').locator('s')).toHaveCount(0)
  await expect(line(app, 'Waived by Platform team until 2099-05-01').locator('s')).toHaveText(SIZE)
  await page.getByRole('button', { name: /^Waived/ }).click()
  await expect(line(app, SIZE)).toHaveCount(1)
})
