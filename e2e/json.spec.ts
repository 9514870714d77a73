/** The JSON of an element: marks and fixes of the rules, completion, undo, and the way to and from the canvas. */
import type { Page } from '@playwright/test'
import { expect, test } from './app'

const elements = {
  web: {
    kind: 'task-definition',
    spec: {
      family: 'web',
      cpu: '512',
      memory: '1024',
      networkMode: 'host',
      requiresCompatibilities: ['FARGATE'],
      taskRoleArn: '@{reader}',
      containerDefinitions: [
        { name: 'api', image: 'api:1', essential: true },
        { name: 'log', image: 'fluent-bit:3', essential: false },
      ],
    },
  },
  reader: { kind: 'iam-role', spec: { RoleName: 'reader' } },
  writer: { kind: 'iam-role', spec: { RoleName: 'writer' } },
}
const layout = { web: { x: 0, y: 0 }, reader: { x: 500, y: 0 }, writer: { x: 500, y: 160 } }

const editor = (page: Page) => page.getByRole('textbox', { name: 'Configuration of web as JSON' })
const line = (page: Page, text: string) => page.locator('.cm-line').filter({ hasText: text }).first()

test.beforeEach(async ({ app, page }) => {
  await app.openDesign(elements, layout)
  await app.select('web')
  await page.getByRole('tab', { name: 'JSON' }).click()
  await expect(line(page, '"family"')).toBeVisible()
})

test('a problem is marked where it is; its fix is offered there, and its rule opens', async ({
  app,
  page,
}) => {
  const mark = line(page, '"networkMode"').locator('.cm-lintRange-error')
  await mark.hover()
  const bubble = page.locator('.cm-diagnostic').filter({ hasText: 'awsvpc only' })
  await bubble.getByRole('button', { name: 'Open the page of rule network-fargate-awsvpc' }).click()
  await expect(page.getByRole('dialog').getByText('network-fargate-awsvpc').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.mouse.move(10, 10)
  await mark.hover()
  await bubble.locator('.cm-diagnosticAction').click()
  await expect(line(page, '"networkMode": "awsvpc"')).toBeVisible()
  expect((await app.saved()).elements.web?.spec.networkMode).toBe('awsvpc')
})

test('broken JSON never destroys the last good state, and can be undone', async ({ app, page }) => {
  await line(page, '"family"').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  await expect(page.getByText('The last good state stays in effect.')).toBeVisible()
  await expect(line(page, '"family"').locator('.cm-lintRange-error')).toBeVisible()
  expect((await app.saved()).elements.web?.spec).toEqual(elements.web.spec)
  await editor(page).press('Control+Z')
  await expect(page.getByText('The last good state stays in effect.')).toHaveCount(0)
  await expect(line(page, '"family": "web",')).toBeVisible()
})

test('a broken text goes with its tab; the form has the last good state', async ({ page }) => {
  await line(page, '"family"').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  await page.getByRole('tab', { name: 'Form' }).click()
  await expect(page.getByLabel('Family', { exact: true })).toHaveValue('web')
  await page.getByRole('tab', { name: 'JSON' }).click()
  await expect(line(page, '"family": "web",')).toBeVisible()
})

test('undo in the editor is the app’s: it also takes back what the form did', async ({ app, page }) => {
  await page.getByRole('tab', { name: 'Form' }).click()
  await page.getByLabel('Family', { exact: true }).fill('shop')
  await page.getByRole('tab', { name: 'JSON' }).click()
  await line(page, '"family": "shop"').click()
  await page.keyboard.press('Control+Z')
  await expect(line(page, '"family": "web"')).toBeVisible()
  await page.keyboard.press('Control+Y')
  await expect(line(page, '"family": "shop"')).toBeVisible()
  expect((await app.saved()).elements.web?.spec.family).toBe('shop')
})

test('elements that fit are offered where a reference stands', async ({ app, page }) => {
  await line(page, '"taskRoleArn"').getByText('"@{reader}"').dblclick()
  await page.keyboard.press('Control+Space')
  await page.getByRole('option', { name: /@\{writer\}/ }).click()
  expect((await app.saved()).elements.web?.spec.taskRoleArn).toBe('@{writer}')
})

test('a line with a reference lights what it refers to, a line of a container its row', async ({
  app,
  page,
}) => {
  await line(page, '"taskRoleArn"').click()
  await expect(page.getByText('Refers to reader')).toBeVisible()
  await expect(app.node('writer').locator('[data-state=unlit], [data-lit=unlit]').first()).toBeAttached()
  await line(page, '"name": "log"').click()
  await expect(page.locator('[data-state=unlit], [data-lit=unlit]')).toHaveCount(0)
  await page.getByRole('tab', { name: 'Form' }).click()
  await expect(page.getByRole('button', { name: /^log/ })).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('button', { name: /^api/ })).toHaveAttribute('aria-expanded', 'false')
})

test('what is under the pointer on the canvas is lit in the JSON; a row leads to its lines', async ({
  app,
  page,
}) => {
  await app.node('reader').hover()
  await expect(page.locator('.cm-line.cm-lit')).toHaveText(/"taskRoleArn": "@\{reader\}"/)
  await app.node('web').getByText('fluent-bit:3').click()
  await expect(page.getByText('containerDefinitions › 1').or(line(page, '"name": "log"'))).toBeVisible()
})
