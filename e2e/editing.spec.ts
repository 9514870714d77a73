/** What the hand expects: palette, keyboard, clipboard, dialogs, themes. */
import { readFile } from 'node:fs/promises'
import { expect, test } from './app'

test('the palette finds by other words too, and adds with the keyboard', async ({ app, page }) => {
  await page.getByRole('searchbox', { name: 'Search elements' }).fill('elastic file')
  await expect(page.locator('[data-palette]')).toHaveCount(1)
  await page.locator('[data-palette="efs-file-system"]').focus()
  await page.keyboard.press('Enter')
  await expect(app.node('efs-file-system')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search elements' }).fill('nothing like this')
  await expect(page.getByText('No element is called')).toBeVisible()
})

test('copy, paste, duplicate and delete, with undo', async ({ app, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await app.drag('cluster', { x: 520, y: 240 })
  await app.drag('service', app.node('cluster'))
  await page.keyboard.press('Control+C')
  await page.keyboard.press('Control+V')
  await expect(app.node('service-2')).toBeVisible()
  await page.keyboard.press('Control+D')
  await expect(app.node('service-3')).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(app.node('service-3')).toHaveCount(0)
  await page.keyboard.press('Control+Z')
  await expect(app.node('service-3')).toBeVisible()
})

test('shortcuts work with Hangul input switched on', async ({ app, page }) => {
  await app.drag('cluster', { x: 520, y: 240 })
  await page.evaluate(() =>
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', {
        code: 'KeyZ',
        key: 'ㅋ',
        ctrlKey: true,
        bubbles: true,
        cancelable: true,
      }),
    ),
  )
  await expect(app.node('cluster')).toHaveCount(0)
})

test('shift-click adds to the selection, dragging over the empty canvas selects what it touches', async ({
  app,
  page,
}) => {
  await app.drag('sqs-queue', { x: 420, y: 300 })
  await app.drag('s3-bucket', { x: 700, y: 300 })
  await app.node('sqs-queue').click()
  await app.node('s3-bucket').click({ modifiers: ['Shift'] })
  await expect(page.getByText('2 selected', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('2 elements', { exact: true })).toBeVisible()
  await page.mouse.move(300, 220)
  await page.mouse.down()
  await page.mouse.move(860, 420, { steps: 8 })
  await page.mouse.up()
  await expect(page.getByText('2 selected', { exact: true })).toBeVisible()
})

test('the form edits the design: one undo step for typing, the JSON beside it follows', async ({
  app,
  page,
}) => {
  await app.drag('cluster', { x: 620, y: 300 })
  const name = page.getByRole('textbox', { name: 'Cluster name' })
  await name.fill('web')
  await expect(app.figure(/^Cluster web/)).toBeVisible()
  await page.getByRole('tab', { name: 'JSON' }).click()
  await expect(page.locator('.cm-content')).toContainText('"clusterName": "web"')
  await app.menu('Edit', 'Undo')
  await expect(page.locator('.cm-content')).toContainText('"clusterName": "cluster"')
})

test('the JSON edits the design too; broken JSON says where and keeps the last good state', async ({
  app,
  page,
}) => {
  await app.drag('cluster', { x: 620, y: 300 })
  await page.getByRole('tab', { name: 'JSON' }).click()
  const editor = page.locator('.cm-content')
  await editor.click()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('{ "clusterName": "typed" }')
  await expect(app.figure(/^Cluster typed/)).toBeVisible()
  await page.keyboard.press('Control+A')
  // At once: letter by letter the editor closes the brace, and {} is a good state, too.
  await page.keyboard.insertText('{ "clusterName": ')
  await expect(app.figure(/^Cluster typed/)).toBeVisible()
  await expect(page.getByText(/Line \d+, column \d+/i).first()).toBeVisible()
})

test('unsaved changes are asked for before something replaces them', async ({ app, page }) => {
  await app.drag('cluster', { x: 620, y: 300 })
  await app.menu('File', 'New…')
  await page.getByRole('button', { name: /^Empty design/ }).click()
  await expect(page.getByRole('dialog')).toContainText('Save the changes to “Untitled”?')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(app.node('cluster')).toBeVisible()
  await app.menu('File', 'New…')
  await page.getByRole('button', { name: /^Empty design/ }).click()
  await page.getByRole('button', { name: 'Discard changes' }).click()
  await expect(app.node('cluster')).toHaveCount(0)
})

test('a file that can’t be read says where and how to mend it, and changes nothing', async ({
  app,
  page,
}) => {
  await app.drag('cluster', { x: 620, y: 300 })
  await page.keyboard.press('Control+S')
  await expect(page.getByText('unsaved changes')).toHaveCount(0)
  await app.offer('broken.json', '{\n  "family": "api",\n  "cpu": <CPU>\n}')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByTestId('notice')).toContainText('broken.json, line 3, column 10')
  await expect(page.getByTestId('notice')).toContainText('Put it in double quotes')
  await expect(app.node('cluster')).toBeVisible()
})

test('a frame can be resized; what is in it stays where it is', async ({ app, page }) => {
  await app.drag('cluster', { x: 560, y: 260 })
  await app.drag('service', app.node('cluster'))
  await app.node('cluster').click({ position: { x: 80, y: 16 } })
  const service = await app.node('service').boundingBox()
  const frame = await app.node('cluster').boundingBox()
  const corner = page.locator('.resize-handle[data-edge="left top"]')
  const from = await corner.boundingBox()
  if (!from || !frame) throw new Error('The cluster has no corner to drag.')
  await page.mouse.move(from.x + 4, from.y + 4)
  await page.mouse.down()
  await page.mouse.move(from.x - 60, from.y - 44, { steps: 8 })
  await page.mouse.up()
  const after = await app.node('cluster').boundingBox()
  expect(after?.width).toBeGreaterThan(frame.width + 40)
  expect(await app.node('service').boundingBox()).toEqual(service)
  await page.keyboard.press('Control+Z')
  expect(await app.node('cluster').boundingBox()).toEqual(frame)
})

test('auto-layout arranges without changing what is drawn in what, as one undo step', async ({
  app,
  page,
}) => {
  await page.getByRole('button', { name: 'SQS worker that scales with its queue' }).click()
  await expect(app.figure(/^Task definition/)).toBeVisible()
  const before = await app.saved()
  await page.keyboard.press('Shift+A')
  await expect(page.getByText('unsaved changes')).toHaveCount(1)
  const after = await app.saved()
  expect(after.elements).toEqual(before.elements)
  expect(after.layout).not.toEqual(before.layout)
  await page.keyboard.press('Control+Z')
  expect(await app.saved()).toEqual(before)
})

test('pictures: PNG and SVG of what is on the canvas', async ({ app, page }) => {
  const source = await readFile(new URL('./fixtures/orders-api.json', import.meta.url), 'utf8')
  await app.offer('orders-api.json', source)
  await app.import()
  await expect(app.figure(/^Task definition/)).toBeVisible()
  // Both pictures must show the same arrangement, so it has to be finished.
  await expect(page.getByRole('button', { name: 'Arrange automatically' })).not.toHaveAttribute(
    'data-pending',
  )
  await app.export('SVG')
  await expect(page.getByTestId('notice')).toContainText('Exported orders-api.svg')
  const svg = await app.fileText('orders-api.svg')
  expect(svg).toContain('ecsTaskExecutionRole')
  expect(svg).not.toMatch(/<script|onload|<foreignObject/i)
  await app.export('PNG')
  await expect(page.getByTestId('notice')).toContainText('Exported orders-api.png')
  const png = await app.fileBytes('orders-api.png')
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  // Twice the size of the SVG, so that it is sharp on every screen.
  const width = Number(/width="([\d.]+)"/.exec(svg)?.[1])
  expect(png.readUInt32BE(16)).toBe(Math.round(width * 2))
})
