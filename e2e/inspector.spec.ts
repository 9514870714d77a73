/** The inspector and the rules: lists that offer what can work, what an element is for, and advice. */
import { fargateTask } from '../shared/rules/examples'
import { expect, test } from './app'

const elements = { web: fargateTask({ cpu: '512', memory: '1024' }) }
const layout = { web: { x: 0, y: 0 } }

test.beforeEach(async ({ app }) => {
  await app.openDesign(elements, layout)
  await app.select('web')
})

test('the memory list offers what goes with the CPU, and says why', async ({ app, page }) => {
  await page.getByRole('button', { name: 'Suggestions for Task CPU' }).click()
  await page.getByRole('option', { name: /^256/ }).click()
  await page.getByRole('button', { name: 'Suggestions for Task memory' }).click()
  await expect(page.getByRole('option')).toHaveText([/^512/, /^1024/, /^2048/])
  await expect(page.getByText('Fargate offers no other memory with 0.25 vCPU.')).toBeVisible()
  await page.getByRole('option', { name: /^2048/ }).click()
  expect((await app.saved()).elements.web?.spec).toMatchObject({ cpu: '256', memory: '2048' })
})

test('a value that can’t work is listed with the reason, and can’t be chosen', async ({ page }) => {
  await page.getByRole('button', { name: 'Suggestions for Network mode' }).click()
  const host = page.getByRole('option', { name: /^host/ })
  await expect(host).toContainText('Fargate runs tasks in network mode awsvpc only')
  await expect(host).toHaveAttribute('aria-disabled', 'true')
})

test('what an element is for is ticked, kept, and in sight', async ({ app, page }) => {
  await page.getByRole('button', { name: 'What it is for' }).click()
  const box = page.getByRole('checkbox', { name: /^Keeps data on disk/ })
  await page.getByText('Data that it writes must outlive the task.').click()
  await expect(box).toBeChecked()
  // Ticking a box far down must not scroll the window.
  await expect(page.getByRole('banner')).toBeInViewport()
  const traits = async () => ((await app.saved()).elements.web as { traits?: string[] }).traits
  expect(await traits()).toEqual(['stateful'])
  await box.press('Space')
  expect(await traits()).toBeUndefined()
})

test('advice stands together, and its fix takes it away', async ({ page }) => {
  const inspector = page.getByRole('region', { name: 'Inspector' })
  const heading = inspector.getByRole('button', { name: /^Advice/ })
  await heading.click()
  const advice = inspector.getByRole('listitem').filter({ hasText: 'sec-readonly-root' })
  await expect(advice).toContainText('Make the root file system')
  await advice.getByRole('button', { name: /^Fix: / }).press('Enter')
  await expect(advice).toHaveCount(0)
  // The keyboard goes on from there, and not from the top of the page.
  await page.keyboard.press('Tab')
  await expect(inspector.locator(':focus')).toBeVisible()
  await page.keyboard.press('Control+Z')
  await expect(advice).toHaveCount(1)
})
