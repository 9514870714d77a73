/** Deleting: what goes along, what stays, and that a part is not mistaken for the whole. */
import { expect, test } from './app'

const elements = {
  task: {
    kind: 'task-definition',
    spec: {
      family: 'task',
      executionRoleArn: '@{role.Arn}',
      containerDefinitions: [
        { name: 'web', image: 'nginx' },
        { name: 'proxy', image: 'envoy' },
      ],
      volumes: [{ name: 'files' }],
    },
  },
  role: { kind: 'iam-role', spec: { RoleName: 'role' } },
  front: {
    kind: 'application-load-balancer',
    spec: {
      Name: 'front',
      Listeners: [
        { Protocol: 'HTTP', Port: 80 },
        { Protocol: 'HTTP', Port: 8080 },
      ],
    },
  },
}
const layout = { task: { x: 0, y: 0 }, role: { x: 400, y: 0 }, front: { x: 0, y: 320 } }

test.beforeEach(({ app }) => app.openDesign(elements, layout))

for (const key of ['Delete', 'Backspace']) {
  test(`${key} takes an element away with its connections, as one step`, async ({ app, page }) => {
    await app.select('role')
    await page.keyboard.press(key)
    await expect(app.node('role')).toHaveCount(0)
    await expect(page.locator('.line')).toHaveCount(0)
    expect(await app.undoes()).toBe('Undo: Delete one element')
    expect((await app.saved()).elements.task?.spec.executionRoleArn).toBeUndefined()
    await page.keyboard.press('Control+Z')
    await expect(app.node('role')).toBeVisible()
    await expect(page.locator('.line')).toHaveCount(1)
    await app.expectSelected('role')
  })
}

test('a connection goes alone', async ({ app, page }) => {
  await page.getByText('execution role', { exact: false }).first().waitFor({ state: 'attached' })
  const middle = await page
    .locator('.line path')
    .first()
    .evaluate((path: SVGPathElement) => {
      const { x, y } = path.getPointAtLength(path.getTotalLength() / 2)
      return new DOMPoint(x, y).matrixTransform(path.getScreenCTM() as DOMMatrix).toJSON()
    })
  await page.mouse.click(middle.x, middle.y)
  await expect(page.locator('.line[data-selected=true]')).toHaveCount(1)
  await page.keyboard.press('Delete')
  await expect(page.locator('.line')).toHaveCount(0)
  await expect(app.node('role')).toBeVisible()
  await expect(app.node('task')).toBeVisible()
})

test('a container that is selected goes, its task definition stays', async ({ app, page }) => {
  await app.node('task').getByText('proxy').click()
  await page.keyboard.press('Delete')
  await expect(app.node('task').getByText('proxy')).toHaveCount(0)
  await expect(app.node('task').getByText('web')).toBeVisible()
  expect(await app.undoes()).toBe('Undo: Delete proxy')
  await app.expectSelected('task')
  await page.keyboard.press('Control+Z')
  await expect(app.node('task').getByText('proxy')).toBeVisible()
})

test('so does a listener; a part that is no item of a list is not taken for the element', async ({
  app,
  page,
}) => {
  await app.node('front').getByText('8080').click()
  await page.keyboard.press('Backspace')
  await expect(app.node('front').getByText('8080')).toHaveCount(0)
  await expect(app.node('front')).toBeVisible()
  // News of problems comes a moment later; what is said next must not be said before it.
  await expect(page.getByTestId('announcer')).toContainText('mended')
  await app.node('task').getByText('files').click()
  await page.keyboard.press('Delete')
  await expect(page.getByTestId('announcer')).toContainText('Only a part of it is selected.')
  await page.keyboard.press('Control+X')
  await expect(app.node('task').getByText('files')).toBeVisible()
})
