/** Several elements share one form: what differs is mixed, and a change is one step for all of them. */
import type { Page } from '@playwright/test'
import { expect, type Fairlead, test } from './app'

const service = (name: string, rest: object) => ({
  kind: 'service',
  spec: { serviceName: name, launchType: 'FARGATE', ...rest },
})
const elements = {
  one: service('one', { desiredCount: 2, schedulingStrategy: 'REPLICA' }),
  two: service('two', { desiredCount: 3, schedulingStrategy: 'REPLICA' }),
  files: { kind: 'efs-file-system', spec: {} },
  queue: { kind: 'sqs-queue', spec: { QueueName: 'orders' } },
}
const layout = {
  one: { x: 0, y: 0 },
  two: { x: 0, y: 200 },
  files: { x: 400, y: 0 },
  queue: { x: 400, y: 200 },
}

const inspector = (page: Page) => page.getByRole('region', { name: 'Inspector' })

async function selectBoth(app: Fairlead, first: string, second: string): Promise<void> {
  await app.select(first)
  await app.node(second).click({ position: { x: 60, y: 14 }, modifiers: ['Shift'] })
  await expect(app.page.getByText('2 selected', { exact: true })).toBeVisible()
}

test.beforeEach(async ({ app }) => app.openDesign(elements, layout))

test('values that differ are mixed, and change in all at once, as one step', async ({ app, page }) => {
  await selectBoth(app, 'one', 'two')
  const count = inspector(page).getByRole('textbox', { name: 'Desired tasks' })
  await expect(count).toHaveValue('')
  await expect(count).toHaveAttribute('placeholder', 'Mixed')
  const specs = async () => {
    const saved = (await app.saved()).elements
    return [saved.one?.spec, saved.two?.spec]
  }
  await count.focus()
  await page.keyboard.press('Tab')
  expect(await specs()).toEqual([elements.one.spec, elements.two.spec])
  await count.fill('12')
  expect((await specs()).map((spec) => spec?.desiredCount)).toEqual([12, 12])
  await page.getByRole('button', { name: /^Undo/ }).click()
  expect(await specs()).toEqual([elements.one.spec, elements.two.spec])
})

test('names are each one’s own', async ({ app, page }) => {
  await selectBoth(app, 'one', 'two')
  await expect(inspector(page).getByRole('textbox', { name: 'Desired tasks' })).toBeVisible()
  await expect(inspector(page).getByRole('textbox', { name: 'Service name' })).toHaveCount(0)
})

test('kinds without a setting in common are listed', async ({ app, page }) => {
  await selectBoth(app, 'files', 'two')
  await inspector(page).getByRole('button', { name: 'two' }).click()
  await expect(inspector(page).getByRole('heading', { name: 'two' })).toBeVisible()
})
