/** Bringing order: in line, on top, locked, in frames that hold and close, and in the frames that AWS allows. */
import { expect, type Fairlead, type Rect, test } from './app'

const role = (name: string) => ({ kind: 'iam-role', spec: { RoleName: name } })
const service = (name: string, cluster?: string) => ({
  kind: 'service',
  spec: { serviceName: name, ...(cluster && { cluster: `@{${cluster}}` }) },
})
const cluster = (name: string) => ({ kind: 'cluster', spec: { clusterName: name } })

/** Three figures of 200 × 56. */
const three = { a: role('a'), b: role('b'), c: role('c') }
const scattered = { a: { x: 0, y: 0 }, b: { x: 208, y: 80 }, c: { x: 640, y: 248 } }

async function selectAll(app: Fairlead): Promise<void> {
  await app.page.keyboard.press('Control+A')
  await app.expectSelected('a', 'b', 'c')
}

const said = (app: Fairlead) => app.page.getByTestId('announcer')
const figure = (app: Fairlead, id: string) => app.node(id).locator('.figure')

function expectInside(inner: Rect, outer: Rect): void {
  expect(inner.x).toBeGreaterThanOrEqual(outer.x)
  expect(inner.y).toBeGreaterThanOrEqual(outer.y)
  expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width)
  expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height)
}

test.describe('in line', () => {
  const keys = [
    { key: 'Alt+A', step: 'Align left edges', x: [0, 0, 0], y: [0, 80, 248] },
    { key: 'Alt+D', step: 'Align right edges', x: [640, 640, 640], y: [0, 80, 248] },
    { key: 'Alt+W', step: 'Align top edges', x: [0, 208, 640], y: [0, 0, 0] },
    { key: 'Alt+S', step: 'Align bottom edges', x: [0, 208, 640], y: [248, 248, 248] },
    { key: 'Alt+H', step: 'Align centres across', x: [320, 320, 320], y: [0, 80, 248] },
    { key: 'Alt+V', step: 'Align centres down', x: [0, 208, 640], y: [124, 124, 124] },
    { key: 'Alt+Shift+H', step: 'Distribute across', x: [0, 320, 640], y: [0, 80, 248] },
    { key: 'Alt+Shift+V', step: 'Distribute down', x: [0, 208, 640], y: [0, 124, 248] },
  ]

  test('six ways to align and two to distribute, each one step', async ({ app, page }) => {
    await app.openDesign(three, scattered)
    await selectAll(app)
    for (const { key, step, x, y } of keys) {
      await page.keyboard.press(key)
      for (const [i, id] of ['a', 'b', 'c'].entries()) await app.expectAt(id, { x: x[i]!, y: y[i]! })
      await page.keyboard.press('Control+Z')
      await expect(said(app)).toHaveText(`Undone: ${step}`)
      for (const [id, place] of Object.entries(scattered)) await app.expectAt(id, place)
    }
    await app.expectSelected('a', 'b', 'c')
  })

  test('too few to align or distribute is said', async ({ app, page }) => {
    await app.openDesign(three, scattered)
    await app.select('a')
    await page.keyboard.press('Alt+A')
    await expect(said(app)).toHaveText('Select two elements or more.')
    await app.select('b', 'Shift')
    await page.keyboard.press('Alt+Shift+H')
    await expect(said(app)).toHaveText('Select three elements or more.')
  })
})

test('] brings to the front, [ sends to the back', async ({ app, page }) => {
  await app.openDesign(three, { ...scattered, b: { x: 100, y: 20 } })
  const both = { x: 150, y: 40 }
  await app.clickAt(both)
  await app.expectSelected('b')
  await app.select('a')
  await page.keyboard.press('BracketRight')
  expect(await app.undoes()).toBe('Undo: Bring to front')
  await page.keyboard.press('Escape')
  await app.clickAt(both)
  await app.expectSelected('a')
  await page.keyboard.press('BracketLeft')
  expect(await app.undoes()).toBe('Undo: Send to back')
  await page.keyboard.press('Escape')
  await app.clickAt(both)
  await app.expectSelected('b')
})

test('what is locked stays: for the hand, for the arrows, for alignment, until it is unlocked', async ({
  app,
  page,
}) => {
  await app.openDesign(three, scattered)
  await app.select('a')
  await page.keyboard.press('Control+Shift+L')
  expect(await app.undoes()).toBe('Undo: Lock')
  await app.move('a', { x: 80, y: 120 })
  await app.expectAt('a', { x: 0, y: 0 })
  await app.select('a')
  await page.keyboard.press('ArrowRight')
  await expect(said(app)).toHaveText('Nothing that can be moved is selected.')
  await app.select('b', 'Shift')
  await app.select('c', 'Shift')
  await page.keyboard.press('Alt+A')
  await app.expectAt('c', { x: 208, y: 248 })
  await app.expectAt('a', { x: 0, y: 0 })
  await app.select('a')
  await page.keyboard.press('Control+Shift+L')
  await page.keyboard.press('ArrowRight')
  await app.expectAt('a', { x: 8, y: 0 })
})

test.describe('frames of one’s own', () => {
  test.beforeEach(({ app }) => app.openDesign(three, scattered))

  test('Ctrl+G draws one around what is selected, Ctrl+Shift+G takes it away; nothing moves', async ({
    app,
    page,
  }) => {
    await app.select('a')
    await app.select('b', 'Shift')
    await page.keyboard.press('Control+G')
    await app.expectSelected('frame')
    expect(await app.undoes()).toBe('Undo: Group')
    await app.expectAt('a', scattered.a)
    await app.expectAt('b', scattered.b)
    const frame = await app.rect('frame')
    expectInside(await app.rect('a'), frame)
    expectInside(await app.rect('b'), frame)
    await page.keyboard.press('Control+Shift+G')
    await expect(app.node('frame')).toHaveCount(0)
    await app.expectSelected('a', 'b')
    await app.expectAt('a', scattered.a)
    await app.expectAt('b', scattered.b)
    expect(await app.undoes()).toBe('Undo: Ungroup')
    await page.keyboard.press('Control+Z')
    await page.keyboard.press('Control+Z')
    await app.expectSelected('a', 'b')
    await expect(page.getByText('unsaved changes')).toHaveCount(0)
  })

  test('Ctrl+Alt+G wraps in the one frame of AWS that can hold them', async ({ app, page }) => {
    await app.select('a')
    await page.keyboard.press('Control+Alt+G')
    await app.expectSelected('region')
    expect(await app.undoes()).toBe('Undo: Wrap in Region')
    await app.expectAt('a', scattered.a)
    expectInside(await app.rect('a'), await app.rect('region'))
  })

  test('and asks when there are several', async ({ app, page }) => {
    await app.openDesign({ web: service('web') }, { web: { x: 40, y: 80 } })
    await app.select('web')
    await page.keyboard.press('Control+Alt+G')
    const question = page.getByRole('dialog', { name: 'Wrap in' })
    await expect(question).toBeVisible()
    await question.getByRole('button', { name: /^Cluster/ }).click()
    await app.expectSelected('cluster')
    await app.expectAt('web', { x: 40, y: 80 })
    expect((await app.saved()).elements.web?.spec.cluster).toBe('@{cluster}')
    await page.keyboard.press('Control+Z')
    await expect(app.node('cluster')).toHaveCount(0)
    await app.expectAt('web', { x: 40, y: 80 })
  })

  test('Escape at the question changes nothing and gives the keyboard back', async ({ app, page }) => {
    await app.openDesign({ web: service('web') }, { web: { x: 40, y: 80 } })
    await app.select('web')
    await page.keyboard.press('Control+Alt+G')
    await expect(page.getByRole('dialog', { name: 'Wrap in' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByText('unsaved changes')).toHaveCount(0)
    await page.keyboard.press('ArrowRight')
    await app.expectAt('web', { x: 48, y: 80 })
  })
})

test.describe('containers', () => {
  const shop = {
    live: cluster('live'),
    spare: cluster('spare'),
    one: service('one', 'live'),
    two: service('two', 'live'),
    free: service('free'),
    admin: role('admin'),
  }
  const places = {
    live: { x: 0, y: 0 },
    spare: { x: 0, y: 400, width: 640, height: 240 },
    one: { x: 24, y: 64 },
    two: { x: 320, y: 120 },
    free: { x: 720, y: 0 },
    admin: { x: 720, y: 400 },
  }
  test.beforeEach(({ app }) => app.openDesign(shop, places))

  const clusterOf = async (app: Fairlead, id: string) => (await app.saved()).elements[id]?.spec.cluster

  test('one that would hold what is dragged is outlined, and holds it when it is let go', async ({
    app,
    page,
  }) => {
    await app.hold('free', { x: -600, y: 480 })
    await expect(figure(app, 'spare')).toHaveAttribute('data-state', 'target')
    await expect(figure(app, 'live')).not.toHaveAttribute('data-state', 'target')
    await page.mouse.up()
    await expect(figure(app, 'spare')).not.toHaveAttribute('data-state', 'target')
    await app.expectAt('free', { x: 120, y: 480 })
    expect(await app.undoes()).toBe('Undo: Move one element')
    expect(await clusterOf(app, 'free')).toBe('@{spare}')
    await page.keyboard.press('Control+Z')
    await app.expectAt('free', { x: 720, y: 0 })
    expect(await clusterOf(app, 'free')).toBeUndefined()
  })

  test('from one into another, and out of both', async ({ app, page }) => {
    await app.hold('two', { x: -80, y: 360 })
    await app.expectAt('two', { x: 240, y: 480 })
    const at = await app.toWindow({ x: 340, y: 500 })
    const top = () =>
      page.evaluate(
        ({ x, y }) => document.elementFromPoint(x, y)?.closest('[data-id]')?.getAttribute('data-id'),
        at,
      )
    // It is seen, and does not go under the frame that it is dragged over.
    await expect.poll(top).toBe('two')
    await page.mouse.up()
    expect(await clusterOf(app, 'two')).toBe('@{spare}')
    await app.expectAt('two', { x: 240, y: 480 })
    await app.move('two', { x: 480, y: -280 })
    expect(await clusterOf(app, 'two')).toBeUndefined()
    await app.expectAt('two', { x: 720, y: 200 })
  })

  test('a drag within a frame takes along what is selected elsewhere, and puts it in no frame', async ({
    app,
  }) => {
    await app.select('admin')
    await app.select('one', 'Shift')
    await app.move('one', { x: 8, y: 40 })
    await app.expectAt('one', { x: 32, y: 104 })
    await app.expectAt('admin', { x: 728, y: 440 })
    expect(await app.undoes()).toBe('Undo: Move 2 elements')
    expect(await clusterOf(app, 'one')).toBe('@{live}')
    await app.move('admin', { x: 8, y: 40 })
    expect(await clusterOf(app, 'one')).toBe('@{live}')
    await app.move('admin', { x: 0, y: 480 })
    expect(await clusterOf(app, 'one')).toBeUndefined()
  })

  test('one that can’t hold it says why, at the pointer and after; it goes back to its place', async ({
    app,
    page,
  }) => {
    await app.hold('admin', { x: -400, y: 80 })
    await expect(page.getByTestId('drop-reason')).toHaveText(/An IAM role can’t be placed in a Cluster/)
    await expect(figure(app, 'spare')).not.toHaveAttribute('data-state', 'target')
    await page.mouse.up()
    await expect(page.getByTestId('notice')).toContainText('An IAM role can’t be placed in a Cluster')
    await app.expectAt('admin', { x: 720, y: 400 })
    await expect(page.getByText('unsaved changes')).toHaveCount(0)
  })

  test('a frame does not shrink or stretch during a drag, and holds what it has afterwards', async ({
    app,
    page,
  }) => {
    const before = await app.rect('live')
    await app.hold('two', { x: -96, y: -24 })
    await app.expectAt('two', { x: 224, y: 96 })
    expect(await app.rect('live')).toEqual(before)
    await page.mouse.up()

    const within = await app.rect('live')
    await app.hold('two', { x: within.width - 320, y: 0 })
    expect(await app.rect('live')).toEqual(within)
    await page.mouse.up()
    await expect.poll(async () => (await app.rect('live')).width).toBeGreaterThan(within.width)
    const [live, two] = [await app.rect('live'), await app.rect('two')]
    expectInside(two, live)
    expect(live.x + live.width - two.x - two.width).toBeGreaterThanOrEqual(16)
    await app.expectAt('one', { x: 24, y: 64 })
    expect(await clusterOf(app, 'two')).toBe('@{live}')
  })

  test('a frame is not made smaller than what it holds, and what it holds never moves', async ({
    app,
    page,
  }) => {
    await app.select('live')
    const [one, two] = [await app.rect('one'), await app.rect('two')]
    const corners = [
      { edge: 'right bottom', x: -400, y: -300 },
      { edge: 'left top', x: 300, y: 200 },
      { edge: 'left top', x: -40, y: -64 },
    ]
    for (const { edge, x, y } of corners) {
      const handle = await page.locator(`.resize-handle[data-edge="${edge}"]`).boundingBox()
      if (!handle) throw new Error(`There is no handle ${edge}.`)
      await page.mouse.move(handle.x + 4, handle.y + 4)
      await page.mouse.down()
      await page.mouse.move(handle.x + 4 + x, handle.y + 4 + y, { steps: 5 })
      await page.mouse.up()
      expect(await app.rect('one')).toEqual(one)
      expect(await app.rect('two')).toEqual(two)
      expectInside(one, await app.rect('live'))
      expectInside(two, await app.rect('live'))
    }
    expect(await app.undoes()).toBe('Undo: Resize')
  })

  test('Escape while resizing leaves the frame as it was', async ({ app, page }) => {
    await app.select('spare')
    const before = await app.rect('spare')
    const handle = await page.locator('.resize-handle[data-edge="right bottom"]').boundingBox()
    if (!handle) throw new Error('There is no handle.')
    await page.mouse.move(handle.x + 4, handle.y + 4)
    await page.mouse.down()
    await page.mouse.move(handle.x + 64, handle.y + 44, { steps: 4 })
    await expect.poll(() => app.rect('spare')).not.toEqual(before)
    await page.keyboard.press('Escape')
    await expect.poll(() => app.rect('spare')).toEqual(before)
    await page.mouse.up()
    await app.expectSelected('spare')
    await expect(page.getByText('unsaved changes')).toHaveCount(0)
  })

  test('closed, a frame says what is in it; opened again, all is exactly where it was', async ({
    app,
    page,
  }) => {
    const ids = ['live', 'one', 'two'] as const
    const before = await Promise.all(ids.map((id) => app.rect(id)))
    await app.select('live')
    await page.keyboard.press('Control+Shift+K')
    await expect(app.node('one')).toHaveCount(0)
    await expect(app.node('two')).toHaveCount(0)
    await expect(app.node('live')).toContainText('2 services')
    await app.move('live', { x: 80, y: 40 })
    await app.move('live', { x: -80, y: -40 })
    await page.keyboard.press('Control+Shift+K')
    await expect(app.node('one')).toBeVisible()
    await expect.poll(() => Promise.all(ids.map((id) => app.rect(id)))).toEqual(before)
    await app.expectSelected('live')
  })
})
