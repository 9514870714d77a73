/** Choosing: with clicks, with a rectangle, with the keyboard. What is selected is what the next action is for. */
import type { Page } from '@playwright/test'
import { expect, test } from './app'

const role = (name: string) => ({ kind: 'iam-role', spec: { RoleName: name } })
const service = (name: string, rest: object = {}) => ({
  kind: 'service',
  spec: { serviceName: name, cluster: '@{live}', ...rest },
})

/** A cluster with three services, one of which runs a task; two roles outside, one above the other. */
const elements = {
  live: { kind: 'cluster', spec: { clusterName: 'live' } },
  one: service('one'),
  two: service('two'),
  three: service('three', { taskDefinition: '@{task}' }),
  task: {
    kind: 'task-definition',
    spec: { family: 'task', executionRoleArn: '@{upper.Arn}', containerDefinitions: [] },
  },
  upper: role('upper'),
  lower: role('lower'),
}
const layout = {
  live: { x: 0, y: 0, width: 640, height: 480 },
  one: { x: 24, y: 56 },
  two: { x: 320, y: 56 },
  three: { x: 24, y: 220 },
  task: { x: 16, y: 48 },
  upper: { x: 720, y: 0 },
  lower: { x: 720, y: 160 },
}

test.beforeEach(({ app }) => app.openDesign(elements, layout))

const drawing = (page: Page) => page.locator('.canvas .react-flow')
const said = (page: Page) => page.getByTestId('announcer')

test('a click selects and replaces, Shift and a click add and take out, a click on nothing clears', async ({
  app,
  page,
}) => {
  await app.select('upper')
  await app.expectSelected('upper')
  await app.select('lower')
  await app.expectSelected('lower')
  await app.select('upper', 'Shift')
  await app.expectSelected('lower', 'upper')
  await expect(page.getByText('2 selected', { exact: true })).toBeVisible()
  await app.select('lower', 'Shift')
  await app.expectSelected('upper')
  await app.clickAt({ x: 780, y: 320 })
  await app.expectSelected()
})

test('a hand that shakes a little while it clicks moves nothing', async ({ app, page }) => {
  await app.move('upper', { x: 2, y: 1 })
  await app.expectSelected('upper')
  await app.expectAt('upper', { x: 720, y: 0 })
  await expect(page.getByText('unsaved changes')).toHaveCount(0)
})

test('the body of a container selects the container, Ctrl and a click the deepest element there', async ({
  app,
}) => {
  await app.clickAt({ x: 400, y: 400 })
  await app.expectSelected('live')
  await app.clickAt({ x: 60, y: 300 }, 'Control')
  await app.expectSelected('task')
  await app.select('three')
  await app.expectSelected('three')
})

test('a rectangle on the empty canvas selects whatever it touches, and Shift keeps what was', async ({
  app,
  page,
}) => {
  await app.sweep({ x: 700, y: 200 }, { x: 740, y: -40 })
  await app.expectSelected('lower', 'upper')
  await expect(page.locator('.marquee')).toHaveCount(0)
  await app.sweep({ x: 700, y: 330 }, { x: 600, y: 470 })
  await app.expectSelected('live')
  await page.keyboard.down('Shift')
  await app.sweep({ x: 700, y: 120 }, { x: 740, y: 200 })
  await page.keyboard.up('Shift')
  await app.expectSelected('live', 'lower')
})

test('a rectangle that begins in a container’s body selects its children only', async ({ app }) => {
  await app.sweep({ x: 300, y: 160 }, { x: 340, y: 100 })
  await app.expectSelected('two')
  await app.sweep({ x: 610, y: 460 }, { x: 100, y: 100 })
  await app.expectSelected('one', 'three', 'two')
  // Even where it leads out of the container.
  await app.sweep({ x: 610, y: 160 }, { x: 780, y: 20 })
  await app.expectSelected()
})

test('Escape takes a rectangle back, with what was selected before', async ({ app, page }) => {
  await app.select('upper')
  const from = await app.toWindow({ x: 300, y: 160 })
  const to = await app.toWindow({ x: 340, y: 100 })
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await app.expectSelected('two')
  await page.keyboard.press('Escape')
  await expect(page.locator('.marquee')).toHaveCount(0)
  await app.expectSelected('upper')
  await page.mouse.up()
  await app.expectSelected('upper')
})

test('Enter goes into a container, Shift+Enter and Escape out again, in the end to nothing', async ({
  app,
  page,
}) => {
  await app.select('live')
  await page.keyboard.press('Enter')
  await app.expectSelected('one')
  await expect(said(page)).toHaveText('one in live')
  await app.select('three')
  await page.keyboard.press('Enter')
  await app.expectSelected('task')
  await page.keyboard.press('Shift+Enter')
  await app.expectSelected('three')
  await page.keyboard.press('Shift+Enter')
  await app.expectSelected('live')
  await page.keyboard.press('Shift+Enter')
  await app.expectSelected('live')
  await expect(said(page)).toHaveText('No frame is around the selection.')

  await app.clickAt({ x: 60, y: 300 })
  await app.expectSelected('task')
  for (const next of [['three'], ['live'], []]) {
    await page.keyboard.press('Escape')
    await app.expectSelected(...next)
  }
})

test('Tab walks siblings as one reads them, and leads out of the canvas at the end', async ({
  app,
  page,
}) => {
  await drawing(page).focus()
  for (const next of ['live', 'upper', 'lower']) {
    await page.keyboard.press('Tab')
    await app.expectSelected(next)
  }
  await expect(drawing(page)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(drawing(page)).not.toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(drawing(page)).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await app.expectSelected('upper')

  await app.select('one')
  for (const next of ['two', 'three']) {
    await page.keyboard.press('Tab')
    await app.expectSelected(next)
  }
  await page.keyboard.press('Shift+Tab')
  await app.expectSelected('two')
})

test('what Tab selects out of view is brought into it', async ({ app, page }) => {
  await app.select('upper')
  const centre = await app.toWindow({ x: 400, y: 240 })
  await page.mouse.move(centre.x, centre.y)
  await page.mouse.wheel(1600, 0)
  await expect(app.node('lower')).not.toBeInViewport()
  await page.keyboard.press('Tab')
  await app.expectSelected('lower')
  await expect(app.node('lower')).toBeInViewport()
})

test('Alt and an arrow go along a line in that direction', async ({ app, page }) => {
  await app.select('task')
  await page.keyboard.press('Alt+ArrowRight')
  await app.expectSelected('upper')
  await page.keyboard.press('Alt+ArrowUp')
  await app.expectSelected('upper')
  await expect(said(page)).toHaveText('No line leads that way.')
  await page.keyboard.press('Alt+ArrowLeft')
  await app.expectSelected('task')
})

test('Ctrl+A selects what is in the same container, again everything', async ({ app, page }) => {
  await app.select('two')
  await page.keyboard.press('Control+A')
  await app.expectSelected('one', 'three', 'two')
  await page.keyboard.press('Control+A')
  await app.expectSelected(...Object.keys(elements))
  await app.clickAt({ x: 780, y: 320 })
  await page.keyboard.press('Control+A')
  await app.expectSelected('live', 'lower', 'upper')
})

test('a right click selects what is under it, then opens its menu; several stay selected', async ({
  app,
  page,
}) => {
  await app.select('upper')
  await app.node('lower').click({ button: 'right', position: { x: 60, y: 14 } })
  await app.expectSelected('lower')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await app.select('upper', 'Shift')
  await app.node('lower').click({ button: 'right', position: { x: 60, y: 14 } })
  await expect(page.getByRole('menu')).toBeVisible()
  await app.expectSelected('lower', 'upper')
  await page.keyboard.press('Escape')
  await app.clickAt({ x: 780, y: 320 }, undefined, 'right')
  await expect(page.getByRole('menuitem', { name: /^Paste/ })).toBeVisible()
  await app.expectSelected()
})

test('a line is selected with a click, and is not the element behind it', async ({ app, page }) => {
  const line = page.locator('.line').first()
  const box = await line.boundingBox()
  expect(box).not.toBeNull()
  await app.select('upper')
  await page.locator('.line path').first().waitFor({ state: 'attached' })
  const middle = await page
    .locator('.line path')
    .first()
    .evaluate((path: SVGPathElement) => {
      const { x, y } = path.getPointAtLength(path.getTotalLength() / 2)
      const { a, b, c, d, e, f } = path.getScreenCTM() as DOMMatrix
      return { x: a * x + c * y + e, y: b * x + d * y + f }
    })
  await page.mouse.click(middle.x, middle.y)
  await expect(page.locator('.line[data-selected=true]')).toHaveCount(1)
  await app.expectSelected()
})
