/** Moving around: the view follows the hand, and nothing of the design changes by looking at it. */
import type { Page } from '@playwright/test'
import { expect, type Fairlead, type Point, test } from './app'

const role = (name: string) => ({ kind: 'iam-role', spec: { RoleName: name } })

const elements = { a: role('a'), b: role('b') }
const layout = { a: { x: 0, y: 0 }, b: { x: 400, y: 320 } }

test.beforeEach(({ app }) => app.openDesign(elements, layout))

const canvas = (page: Page) => page.locator('.canvas')
const cursor = (page: Page) =>
  page.locator('.react-flow__pane').evaluate((pane) => getComputedStyle(pane).cursor)

/** The middle of what is seen of the canvas. */
async function middle(page: Page): Promise<Point> {
  const box = await canvas(page).boundingBox()
  if (!box) throw new Error('There is no canvas.')
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }
}

/** Expects the view to be moved by that much since `before`, at the same zoom. */
async function expectMoved(app: Fairlead, before: Point, by: Point): Promise<void> {
  await expect
    .poll(async () => {
      const { x, y } = await app.view()
      return { x: Math.round(x - before.x), y: Math.round(y - before.y) }
    })
    .toEqual(by)
}

async function dragView(
  page: Page,
  from: Point,
  by: Point,
  button: 'left' | 'middle' = 'left',
): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down({ button })
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 5 })
  await page.mouse.up({ button })
}

/** A point on the header of an element. */
async function on(app: Fairlead, id: string): Promise<Point> {
  const { x, y } = await app.rect(id)
  return app.toWindow({ x: x + 60, y: y + 14 })
}

test('Space and a drag move the view, also over an element, and Space let go gives the tool back', async ({
  app,
  page,
}) => {
  const before = await app.view()
  await page.keyboard.down('Space')
  await expect(canvas(page)).toHaveAttribute('data-tool', 'hand')
  expect(await cursor(page)).toBe('grab')
  const from = await on(app, 'a')
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 80, from.y + 40, { steps: 5 })
  await expect.poll(() => cursor(page)).toBe('grabbing')
  await page.mouse.up()
  await expectMoved(app, before, { x: 80, y: 40 })
  await page.keyboard.up('Space')
  await expect(canvas(page)).toHaveAttribute('data-tool', 'select')
  await app.expectSelected()
  await app.expectAt('a', { x: 0, y: 0 })
  await expect(page.getByText('unsaved changes')).toHaveCount(0)
})

test('Space over the canvas is the hand, also after a click on a button', async ({ app, page }) => {
  await page.getByRole('button', { name: 'Switch between light and dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const before = await app.view()
  const at = await middle(page)
  await page.mouse.move(at.x, at.y)
  await page.keyboard.down('Space')
  await dragView(page, at, { x: 40, y: 30 })
  await page.keyboard.up('Space')
  await expectMoved(app, before, { x: 40, y: 30 })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('a button that was reached with keys is pressed by Space, wherever the pointer is', async ({ page }) => {
  const at = await middle(page)
  await page.mouse.move(at.x, at.y)
  await page.getByRole('button', { name: 'Switch between light and dark' }).focus()
  await page.keyboard.press('Space')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('the middle button moves the view wherever it is pressed', async ({ app, page }) => {
  const before = await app.view()
  await dragView(page, await on(app, 'b'), { x: -60, y: -30 }, 'middle')
  await expectMoved(app, before, { x: -60, y: -30 })
  const empty = await app.toWindow({ x: 100, y: 250 })
  await dragView(page, empty, { x: 60, y: 30 }, 'middle')
  await expectMoved(app, before, { x: 0, y: 0 })
  await app.expectSelected()
})

test('H takes the hand, V the arrow; Space in between goes back to the hand', async ({ app, page }) => {
  const before = await app.view()
  await page.keyboard.press('H')
  await expect(canvas(page)).toHaveAttribute('data-tool', 'hand')
  await dragView(page, await on(app, 'a'), { x: 50, y: 20 })
  await expectMoved(app, before, { x: 50, y: 20 })
  await app.expectSelected()
  await page.keyboard.down('Space')
  await page.keyboard.up('Space')
  await expect(canvas(page)).toHaveAttribute('data-tool', 'hand')
  await page.keyboard.press('V')
  await expect(canvas(page)).toHaveAttribute('data-tool', 'select')
  await app.select('a')
  await app.expectSelected('a')
})

test('the hand moves the view from a handle, too', async ({ app, page }) => {
  const frame = { kind: 'frame', spec: {} }
  await app.openDesign(
    { ...elements, frame },
    { ...layout, frame: { x: 0, y: 100, width: 320, height: 200 } },
  )
  await app.select('frame')
  const handle = page.locator('.resize-handle[data-edge="right bottom"]')
  await expect(handle).toBeVisible()
  const box = await handle.boundingBox()
  if (!box) throw new Error('There is no handle.')
  const before = await app.view()
  await page.keyboard.down('Space')
  await dragView(page, { x: box.x + 4, y: box.y + 4 }, { x: 48, y: 32 })
  await page.keyboard.up('Space')
  await expectMoved(app, before, { x: 48, y: 32 })
  await app.expectAt('frame', { x: 0, y: 100, width: 320, height: 200 })
})

test('the wheel moves up and down, with Shift sideways, two fingers both ways', async ({ app, page }) => {
  const at = await middle(page)
  await page.mouse.move(at.x, at.y)
  const before = await app.view()
  await page.mouse.wheel(0, 120)
  await expect.poll(async () => (await app.view()).y).toBeLessThan(before.y)
  expect((await app.view()).x).toBe(before.x)

  const lower = await app.view()
  await page.keyboard.down('Shift')
  await page.mouse.wheel(0, 120)
  await expect.poll(async () => (await app.view()).x).toBeLessThan(lower.x)
  expect((await app.view()).y).toBe(lower.y)
  await page.keyboard.up('Shift')

  const right = await app.view()
  await page.mouse.wheel(-40, -60)
  await expect.poll(async () => (await app.view()).x).toBeGreaterThan(right.x)
  expect((await app.view()).y).toBeGreaterThan(right.y)
  expect((await app.view()).zoom).toBe(before.zoom)
})

test('Ctrl and the wheel zoom about the pointer: what is under it stays under it', async ({ app, page }) => {
  const at = await on(app, 'b')
  const under = async () => {
    const { x, y, zoom } = await app.view()
    return { x: (at.x - x) / zoom, y: (at.y - y) / zoom }
  }
  const before = await under()
  const { zoom } = await app.view()
  await page.mouse.move(at.x, at.y)
  await page.keyboard.down('Control')
  for (const wheel of [-200, -200, 300, 300]) {
    const now = (await app.view()).zoom
    await page.mouse.wheel(0, wheel)
    await expect.poll(async () => (await app.view()).zoom).not.toBe(now)
    const after = await under()
    expect(after.x).toBeCloseTo(before.x, 1)
    expect(after.y).toBeCloseTo(before.y, 1)
  }
  await page.keyboard.up('Control')
  expect((await app.view()).zoom).not.toBe(zoom)
})

test('no wheel goes beyond 5 % and 400 %', async ({ app, page }) => {
  const at = await middle(page)
  await page.mouse.move(at.x, at.y)
  await page.keyboard.down('Control')
  for (let i = 0; i < 12; i++) await page.mouse.wheel(0, -600)
  await expect(page.getByText('400 %')).toBeVisible()
  for (let i = 0; i < 24; i++) await page.mouse.wheel(0, 600)
  await expect(page.getByText('5 %', { exact: true })).toBeVisible()
  await page.keyboard.up('Control')
  expect((await app.view()).zoom).toBeCloseTo(0.05, 5)
})

test('Ctrl and plus or minus zoom in steps about the middle, Ctrl+0 and Shift+0 go to 100 %', async ({
  app,
  page,
}) => {
  const box = await canvas(page).boundingBox()
  if (!box) throw new Error('There is no canvas.')
  const centre = async () => {
    const { x, y, zoom } = await app.view()
    return { x: (box.x + box.width / 2 - x) / zoom, y: (box.y + box.height / 2 - y) / zoom }
  }
  const zoomed = (percent: number) => expect(page.getByText(`${percent} %`, { exact: true })).toBeVisible()
  const before = await centre()
  await zoomed(100)
  for (const percent of [125, 150, 200, 400]) {
    await page.keyboard.press('Control+Equal')
    await zoomed(percent)
  }
  await page.keyboard.press('Control+Digit0')
  await zoomed(100)
  for (const percent of [75, 50, 25]) {
    await page.keyboard.press('Control+Minus')
    await zoomed(percent)
  }
  await page.keyboard.press('Shift+Digit0')
  await zoomed(100)
  await app.stillness()
  const after = await centre()
  expect(after.x).toBeCloseTo(before.x, 0)
  expect(after.y).toBeCloseTo(before.y, 0)
})

test('Shift+1 shows everything, Shift+2 what is selected; neither enlarges beyond 100 %', async ({
  app,
  page,
}) => {
  const all = await app.view()
  await page.keyboard.press('Control+Equal')
  await app.stillness()
  await page.keyboard.press('Shift+Digit1')
  await expect.poll(() => app.view()).toEqual(all)
  expect(all.zoom).toBe(1)

  await app.select('b')
  await page.keyboard.press('Control+Minus')
  await app.stillness()
  await page.keyboard.press('Shift+Digit2')
  await expect.poll(async () => (await app.view()).zoom).toBe(1)
  await app.stillness()
  const seen = await app.node('b').boundingBox()
  const centre = await middle(page)
  expect((seen?.x ?? 0) + (seen?.width ?? 0) / 2).toBeCloseTo(centre.x, -1)
  expect((seen?.y ?? 0) + (seen?.height ?? 0) / 2).toBeCloseTo(centre.y, -1)
})

test('what is too large for the window is shown whole, with a margin', async ({ app, page }) => {
  await app.openDesign(elements, { a: { x: 0, y: 0 }, b: { x: 6000, y: 320 } })
  await page.keyboard.press('Shift+Digit1')
  await app.stillness()
  const { zoom } = await app.view()
  const box = await canvas(page).boundingBox()
  if (!box) throw new Error('There is no canvas.')
  const left = (await app.toWindow({ x: 0, y: 0 })).x - box.x
  const right = box.x + box.width - (await app.toWindow({ x: 6200, y: 0 })).x
  expect(left).toBeCloseTo(right, -1)
  // A tenth of the drawing on either side.
  expect(left).toBeCloseTo(620 * zoom, -1)
})

test('the minimap: Shift+M shows and hides it, a press on it goes there', async ({ app, page }) => {
  const map = page.getByRole('img', { name: 'Minimap' })
  await expect(map).toBeHidden()
  await page.keyboard.press('Shift+M')
  await expect(map).toBeVisible()
  await page.keyboard.press('Shift+M')
  await expect(map).toBeHidden()
  await page.keyboard.press('Shift+M')
  const box = await map.boundingBox()
  if (!box) throw new Error('There is no minimap.')
  const before = await app.view()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + 20, box.y + 20, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => (await app.view()).x).toBeGreaterThan(before.x)
  expect((await app.view()).y).toBeGreaterThan(before.y)
  await app.expectSelected()
})

test('while something is out of sight the minimap is there by itself', async ({ page }) => {
  const map = page.getByRole('img', { name: 'Minimap' })
  await expect(map).toBeHidden()
  const at = await middle(page)
  await page.mouse.move(at.x, at.y)
  await page.mouse.wheel(0, 900)
  await expect(map).toBeVisible()
  await page.keyboard.press('Shift+Digit1')
  await expect(map).toBeHidden()
})

test('Ctrl+\\ hides the panels at the sides, and shows them again', async ({ app, page }) => {
  const palette = page.getByRole('searchbox', { name: 'Search elements' })
  const inspector = page.getByRole('region', { name: 'Inspector' })
  await app.select('a')
  await expect(palette).toBeVisible()
  await expect(inspector).toBeVisible()
  await page.keyboard.press('Control+Backslash')
  await expect(palette).toBeHidden()
  await expect(inspector).toBeHidden()
  await app.expectSelected('a')
  await page.keyboard.press('Control+Backslash')
  await expect(palette).toBeVisible()
  await expect(inspector).toBeVisible()
})
