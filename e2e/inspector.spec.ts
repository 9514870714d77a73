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

test('a problem leads to its field; asked for once more, the keyboard goes into it', async ({
  app,
  page,
}) => {
  await page.getByRole('combobox', { name: 'Task memory' }).fill('1000')
  await page.keyboard.press('Control+Shift+M')
  const problem = app.problem('taskdef-fargate-cpu-memory')
  await problem.focus()
  await page.keyboard.press('Enter')
  const field = page.locator('.inspector [data-field="/memory"]')
  await expect(field).toBeInViewport()
  await expect(problem).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Task memory' })).toBeFocused()
})

test('a double click opens the form on the first field with a problem', async ({ app, page }) => {
  await page.getByRole('combobox', { name: 'Task memory' }).fill('1000')
  await page.getByRole('tab', { name: 'JSON' }).click()
  await app.node('web').dblclick({ position: { x: 20, y: 14 } })
  await expect(page.getByRole('tab', { name: 'Form' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('combobox', { name: 'Task memory' })).toBeFocused()
})

test('what is wrong is said while it is typed', async ({ page }) => {
  await page.getByRole('combobox', { name: 'Task memory' }).fill('10')
  const field = page.locator('.inspector [data-field="/memory"]')
  await expect(field.getByText(/taskdef-fargate-cpu-memory/)).toBeVisible()
  await page.getByRole('combobox', { name: 'Task memory' }).fill('1024')
  await expect(field.getByText(/taskdef-fargate-cpu-memory/)).toHaveCount(0)
})

test('all letters typed without a pause are there, as one step', async ({ app, page }) => {
  const family = page.getByLabel('Family', { exact: true })
  await family.click()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('a-name-typed-in-one-go')
  expect((await app.saved()).elements.web?.spec.family).toBe('a-name-typed-in-one-go')
  await page.getByRole('button', { name: /^Undo/ }).click()
  expect((await app.saved()).elements.web?.spec.family).toBe(elements.web.spec.family)
})
