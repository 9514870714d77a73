/** Moving and duplicating: where things come to rest, and that each act of the hand is one step to undo. */
import { expect, type Fairlead, test } from './app'

const role = (name: string) => ({ kind: 'iam-role', spec: { RoleName: name } })

const elements = { a: role('a'), b: role('b'), c: role('c') }
/** On the grid of 8; the figures are 200 × 56. */
const layout = { a: { x: 0, y: 0 }, b: { x: 320, y: 160 }, c: { x: 0, y: 320 } }

/** How many steps of the history the keys take back until nothing is left to save. */
async function stepsToOriginal(app: Fairlead, id: string, place: object): Promise<number> {
  for (let steps = 1; steps <= 6; steps++) {
    await app.page.keyboard.press('Control+Z')
    const { x, y } = await app.rect(id)
    if (JSON.stringify({ x, y }) === JSON.stringify(place)) return steps
  }
  throw new Error(`${id} is not back where it was.`)
}

test.describe('dragging', () => {
  test.beforeEach(({ app }) => app.openDesign(elements, layout))

  test('a drag is one step with a name, and keeps to the grid', async ({ app, page }) => {
    await app.move('a', { x: 83, y: 101 })
    await app.expectAt('a', { x: 80, y: 104 })
    await app.expectSelected('a')
    expect(await app.undoes()).toBe('Undo: Move one element')
    await page.keyboard.press('Control+Z')
    await app.expectAt('a', { x: 0, y: 0 })
    await app.expectSelected('a')
    await page.keyboard.press('Control+Shift+Z')
    await app.expectAt('a', { x: 80, y: 104 })
  })

  test('near a line of a sibling it snaps to that, and the guide is drawn until it is let go', async ({
    app,
    page,
  }) => {
    await app.openDesign(elements, { ...layout, b: { x: 323, y: 163 } })
    await app.hold('a', { x: 325, y: 30 })
    await expect(page.locator('.guide').first()).toBeAttached()
    await app.expectAt('a', { x: 323, y: 32 })
    await page.mouse.up()
    await expect(page.locator('.guide')).toHaveCount(0)
    await app.expectAt('a', { x: 323, y: 32 })
  })

  test('Ctrl held meanwhile suspends snapping', async ({ app, page }) => {
    await app.openDesign(elements, { ...layout, b: { x: 323, y: 163 } })
    await app.hold('a', { x: 325, y: 35 })
    await app.expectAt('a', { x: 323, y: 32 })
    await page.keyboard.down('Control')
    await app.expectAt('a', { x: 325, y: 35 })
    await expect(page.locator('.guide')).toHaveCount(0)
    await page.mouse.up()
    await page.keyboard.up('Control')
    await app.expectAt('a', { x: 325, y: 35 })
    await expect(page.locator('.react-flow__node')).toHaveCount(3)
  })

  test('Shift keeps to one axis, whichever way it goes farther', async ({ app, page }) => {
    await app.hold('a', { x: 120, y: 40 })
    await page.keyboard.down('Shift')
    await app.expectAt('a', { x: 120, y: 0 })
    await page.mouse.up()
    await page.keyboard.up('Shift')
    await app.expectAt('a', { x: 120, y: 0 })
    await app.expectSelected('a')
  })

  test('Escape takes a drag back: no step, and what was dragged lies where it lay', async ({ app, page }) => {
    await app.hold('a', { x: 120, y: 80 })
    await app.expectAt('a', { x: 120, y: 80 })
    await page.keyboard.press('Escape')
    await app.expectAt('a', { x: 0, y: 0 })
    await app.expectSelected('a')
    await page.mouse.move(600, 500)
    await page.mouse.up()
    await app.expectAt('a', { x: 0, y: 0 })
    await expect(page.getByText('unsaved changes')).toHaveCount(0)
  })

  test('all that is selected goes together, and what is locked stays', async ({ app, page }) => {
    await app.select('c')
    await page.keyboard.press('Control+Shift+L')
    await app.select('a', 'Shift')
    await app.select('b', 'Shift')
    await app.move('b', { x: 80, y: 80 })
    await app.expectAt('b', { x: 400, y: 240 })
    await app.expectAt('a', { x: 80, y: 80 })
    await app.expectAt('c', { x: 0, y: 320 })
    expect(await app.undoes()).toBe('Undo: Move 2 elements')
  })

  test('the wheel moves the view under what is dragged, which stays under the pointer', async ({
    app,
    page,
  }) => {
    const before = await app.view()
    await app.hold('a', { x: 80, y: 80 })
    await page.mouse.wheel(0, 160)
    await expect.poll(async () => before.y - (await app.view()).y).toBe(80)
    await app.expectAt('a', { x: 80, y: 160 })
    await page.mouse.up()
    await app.expectAt('a', { x: 80, y: 160 })
  })

  test('at the edge of the canvas the view moves on, and the drag with it', async ({ app, page }) => {
    const before = await app.view()
    const canvas = await page.locator('.canvas').boundingBox()
    if (!canvas) throw new Error('There is no canvas.')
    await app.hold('a', { x: 16, y: 16 })
    await page.mouse.move(canvas.x + canvas.width - 4, canvas.y + canvas.height / 2, { steps: 3 })
    await expect.poll(async () => before.x - (await app.view()).x).toBeGreaterThan(200)
    await page.mouse.up()
    const { x } = await app.view()
    const at = await app.rect('a')
    // It is still under the pointer, which has hardly moved.
    expect(x + at.x).toBeGreaterThan(canvas.x + canvas.width - 100)
    await app.stillness()
    expect((await app.view()).x).toBe(x)
  })
})

test.describe('with the arrow keys', () => {
  test.beforeEach(async ({ app }) => {
    await app.openDesign(elements, layout)
    await app.select('a')
  })

  test('one grid step, with Shift five', async ({ app, page }) => {
    await page.keyboard.press('ArrowRight')
    await app.expectAt('a', { x: 8, y: 0 })
    await page.keyboard.press('Shift+ArrowDown')
    await app.expectAt('a', { x: 8, y: 40 })
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Shift+ArrowLeft')
    await app.expectAt('a', { x: -32, y: 32 })
  })

  test('with the grid off one pixel, with Shift ten', async ({ app, page }) => {
    await page.keyboard.press('Control+Quote')
    await expect(page.getByTestId('announcer')).toHaveText('Grid off.')
    await expect(page.locator('.react-flow__background')).toHaveCount(0)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    await app.expectAt('a', { x: 1, y: 10 })
    await page.keyboard.press('Control+Quote')
    await expect(page.locator('.react-flow__background')).toHaveCount(1)
  })

  test('a burst of presses is one step', async ({ app, page }) => {
    for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowDown', 'ArrowLeft'])
      await page.keyboard.press(key)
    await app.expectAt('a', { x: 8, y: 40 })
    expect(await app.undoes()).toBe('Undo: Move with arrow keys')
    expect(await stepsToOriginal(app, 'a', { x: 0, y: 0 })).toBe(1)
  })

  test('what is moved after something else was selected is a step of its own', async ({ app, page }) => {
    await page.keyboard.press('ArrowRight')
    await app.select('b')
    await page.keyboard.press('ArrowRight')
    await app.expectAt('b', { x: 328, y: 160 })
    await page.keyboard.press('Control+Z')
    await app.expectAt('b', { x: 320, y: 160 })
    await app.expectAt('a', { x: 8, y: 0 })
  })

  test('after a pause it is a new step', async ({ app, page }) => {
    await page.clock.install()
    await page.keyboard.press('ArrowRight')
    await page.clock.runFor(3000)
    await page.keyboard.press('ArrowRight')
    await app.expectAt('a', { x: 16, y: 0 })
    await page.keyboard.press('Control+Z')
    await app.expectAt('a', { x: 8, y: 0 })
  })

  test('Ctrl or Alt with an arrow moves nothing', async ({ app, page }) => {
    await page.keyboard.press('Alt+ArrowRight')
    await page.keyboard.press('Control+ArrowRight')
    await page.keyboard.press('Escape')
    await app.expectAt('a', { x: 0, y: 0 })
  })
})

test.describe('duplicating', () => {
  /** `two` runs the task that takes its role from outside; the other role is nobody's. */
  const shop = {
    task: {
      kind: 'task-definition',
      spec: {
        family: 'task',
        taskRoleArn: '@{inside.Arn}',
        executionRoleArn: '@{outside.Arn}',
        containerDefinitions: [],
      },
    },
    inside: role('inside'),
    outside: role('outside'),
  }
  const places = { task: { x: 0, y: 0 }, inside: { x: 360, y: 0 }, outside: { x: 360, y: 160 } }

  test.beforeEach(({ app }) => app.openDesign(shop, places))

  for (const modifier of ['Alt', 'Control'] as const) {
    test(`${modifier} and a drag leave the original and take a copy along, as one step`, async ({
      app,
      page,
    }) => {
      await page.keyboard.down(modifier)
      await app.hold('outside', { x: 0, y: 104 })
      await page.mouse.up()
      await page.keyboard.up(modifier)
      await app.expectAt('outside', { x: 360, y: 160 })
      await app.expectAt('outside-2', { x: 360, y: 264 })
      await app.expectSelected('outside-2')
      await expect(app.figure(/^IAM role outside-2/)).toBeVisible()
      expect(await app.undoes()).toBe('Undo: Duplicate one element')
      await page.keyboard.press('Control+Z')
      await expect(app.node('outside-2')).toHaveCount(0)
      await app.expectSelected('outside')
    })
  }

  test('Escape while a copy is dragged leaves no copy and nothing to redo', async ({ app, page }) => {
    await page.keyboard.down('Alt')
    await app.hold('outside', { x: 0, y: 104 })
    await expect(app.node('outside-2')).toBeVisible()
    await page.keyboard.press('Alt+Escape')
    await page.keyboard.up('Alt')
    await page.mouse.up()
    await expect(app.node('outside-2')).toHaveCount(0)
    await page.keyboard.press('Control+Shift+Z')
    await expect(app.node('outside-2')).toHaveCount(0)
    await expect(page.getByText('unsaved changes')).toHaveCount(0)
  })

  test('Ctrl+D copies beside the original; after the copy is moved, the next lies as far from it', async ({
    app,
    page,
  }) => {
    await app.select('outside')
    await page.keyboard.press('Control+D')
    await app.expectAt('outside-2', { x: 384, y: 184 })
    await app.move('outside-2', { x: -24, y: 56 })
    await app.expectAt('outside-2', { x: 360, y: 240 })
    await page.keyboard.press('Control+D')
    await app.expectAt('outside-3', { x: 360, y: 320 })
    await page.keyboard.press('Control+D')
    await app.expectAt('outside-4', { x: 360, y: 400 })
    await app.expectSelected('outside-4')
  })

  test('connections among the copied come along, those of others to them do not', async ({ app, page }) => {
    await app.select('task')
    await app.select('inside', 'Shift')
    await page.keyboard.press('Control+D')
    await app.expectSelected('inside-2', 'task-2')
    expect(await app.undoes()).toBe('Undo: Duplicate 2 elements')
    await app.select('outside')
    await page.keyboard.press('Control+D')
    await app.expectSelected('outside-2')
    const { elements: saved } = await app.saved()
    // What a copy is set to use outside of the selection is a setting of its own, and stays.
    const copy = { taskRoleArn: '@{inside-2.Arn}', executionRoleArn: '@{outside.Arn}' }
    expect(saved['task-2']?.spec).toMatchObject(copy)
    expect(saved.task?.spec).toMatchObject(shop.task.spec)
  })

  test('drawn connections, too', async ({ app, page }) => {
    const note = { kind: 'note', spec: { text: 'See here' } }
    const connections = { seen: { from: 'note', to: 'inside', meaning: 'points-at' } }
    await app.openDesign({ ...shop, note }, { ...places, note: { x: 0, y: 320 } }, { connections })
    await app.select('note')
    await page.keyboard.press('Control+D')
    await app.expectSelected('note-2')
    await app.select('note')
    await app.select('inside', 'Shift')
    await page.keyboard.press('Control+D')
    await app.expectSelected('inside-2', 'note-3')
    const saved = (await app.saved()) as { connections?: object }
    expect(saved.connections).toEqual({
      ...connections,
      'seen-2': { from: 'note-3', to: 'inside-2', meaning: 'points-at' },
    })
  })
})
