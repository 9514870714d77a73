/** The Problems panel: reasons, previews, waivers, rule pages, and the keys that lead through it. */
import { fargateTask } from '../shared/rules/examples'
import { expect, type Fairlead, test } from './app'

const web = fargateTask({ networkMode: 'bridge', memory: '4096' })
const queue = { kind: 'sqs-queue', spec: { QueueName: 'work' } }
const layout = { web: { x: 0, y: 0 }, queue: { x: 400, y: 0 } }

const SIZE = /4096 MiB/

async function openShop(app: Fairlead): Promise<void> {
  await app.openDesign({ web, queue }, layout)
  await app.page.keyboard.press('Control+Shift+M')
}

test('a problem says why, and what its fix would change, before it is applied', async ({ app, page }) => {
  await openShop(app)
  const row = app.problem(SIZE)
  await row.getByRole('button', { name: 'Why' }).click()
  await expect(row.getByRole('region', { name: 'What the fix changes' })).toContainText('Task CPU')
  await row.getByRole('button', { name: /^Fix:/ }).click()
  await expect(app.problem(SIZE)).toHaveCount(0)
  await page.keyboard.press('Control+Z')
  await expect(app.problem(SIZE)).toHaveCount(1)
})

test('a waived problem stays, struck through, and no longer counts', async ({ app, page }) => {
  await openShop(app)
  const before = await app.count('error')
  await app.problem(SIZE).getByRole('button', { name: 'Waive' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Waive' }).click()
  await expect(dialog.getByText('Say why, so that a reviewer can agree.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Why it is acceptable' }).fill('Goes away in spring')
  await dialog.getByRole('textbox', { name: 'Who says so' }).fill('Platform team')
  await dialog.getByRole('button', { name: 'Waive' }).click()
  await expect(dialog).toBeHidden()
  await expect.poll(() => app.count('error')).toBe(before - 1)
  const row = app.problem(SIZE)
  await expect(row.locator('s')).toContainText('4096')
  await expect(row).toContainText('Waived by Platform team: Goes away in spring')
  const saved = (await app.saved()) as unknown as { waivers: object }
  expect(Object.values(saved.waivers)).toEqual([
    expect.objectContaining({ element: 'web', reason: 'Goes away in spring', author: 'Platform team' }),
  ])
  await row.getByRole('button', { name: 'Take the waiver back' }).click()
  await expect.poll(() => app.count('error')).toBe(before)
})

test('the page of a rule opens its examples on the canvas', async ({ app, page }) => {
  await openShop(app)
  await app
    .problem(SIZE)
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
  await expect(page.getByText('1 selected', { exact: true })).toBeVisible()
  await app.select('web')
  await page.keyboard.press('Control+Period')
  const dialog = page.getByRole('dialog', { name: /Fix “web”/ })
  await dialog.getByRole('button', { name: SIZE }).click()
  await expect(dialog).toBeHidden()
  await expect(app.problem(SIZE)).toHaveCount(0)
})

test('“Fix all” mends every problem of a rule in one undo step', async ({ app, page }) => {
  await app.openDesign({ web, api: { ...web, spec: { ...web.spec, family: 'api' } } }, layout)
  await page.keyboard.press('Control+Shift+M')
  await expect(app.problem(SIZE)).toHaveCount(2)
  await page.getByRole('button', { name: 'Fix all' }).click()
  await page.getByRole('menuitem', { name: /Fargate offers each CPU size/ }).click()
  await expect(app.problem(SIZE)).toHaveCount(0)
  await expect(page.getByRole('menu')).toHaveCount(0)
  await page.keyboard.press('Control+Z')
  await expect(app.problem(SIZE)).toHaveCount(2)
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
})

test('a problem whose waiver has ended counts again, and says so', async ({ app, page }) => {
  const words = { rule: 'taskdef-fargate-cpu-memory', reason: 'Goes away in spring', author: 'Platform team' }
  const waiver = (element: string, expires: string) => ({ ...words, element, path: '/memory', expires })
  await app.openDesign({ web, api: { ...web, spec: { ...web.spec, family: 'api' } } }, layout, {
    waivers: { old: waiver('web', '2024-05-01'), new: waiver('api', '2099-05-01') },
  })
  await page.keyboard.press('Control+Shift+M')
  await page.getByRole('button', { name: /^Warnings/ }).click()
  await page.getByRole('button', { name: /^Advice/ }).click()
  await expect(app.problem('Its waiver ended on 2024-05-01.').locator('s')).toHaveCount(0)
  await expect(app.problem('Waived by Platform team until 2099-05-01').locator('s')).toHaveText(SIZE)
  await page.getByRole('button', { name: /^Waived/ }).click()
  await expect(app.problem(SIZE)).toHaveCount(1)
})
