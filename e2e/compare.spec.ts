/** What changed between two designs: on the drawing, beside each other and as a list. */
import type { Locator, Page } from '@playwright/test'
import { container, fargateTask } from '../shared/rules/examples'
import { designText, expect, type Fairlead, test } from './app'
import { axeFaults } from './axe'

const task = (cpu: string, version: string) =>
  fargateTask({
    family: 'orders',
    cpu,
    memory: '2048',
    containerDefinitions: [container({ name: 'api', image: `registry.example/orders:${version}` })],
  })
const queue = { kind: 'sqs-queue', spec: { QueueName: 'events' } }
const log = { kind: 'log-group', spec: { logGroupName: '/ecs/orders' } }
const table = { kind: 'dynamodb-table', spec: { TableName: 'orders' } }

/** The design before: a table that goes, a task that changes, a log group that only moves. */
const old = {
  elements: { task: task('512', '1.4.2'), table, log },
  layout: { task: { x: 0, y: 0 }, table: { x: 480, y: 0 }, log: { x: 480, y: 240 } },
}
/** 256 CPU units and 2 GB fit; 16 don't, which is a new problem. */
const now = {
  elements: { task: task('16', '1.5.0'), queue, log },
  layout: { task: { x: 0, y: 0 }, queue: { x: 480, y: 480 }, log: { x: 960, y: 240 } },
}
const file = ({ elements, layout }: { elements: object; layout: object }, rest: object = {}) =>
  designText(elements, layout, rest)

/** Compares the open design with a file. */
async function compareWith(app: Fairlead, name: string, text: string): Promise<void> {
  await app.offer(name, text)
  await app.menu('Review', 'Compare with…')
  await app.page.getByRole('dialog').getByRole('button', { name: 'Choose a file…' }).click()
  await expect(view(app.page)).toBeVisible()
}

const view = (page: Page) => page.getByRole('region', { name: 'Comparison' })
const change = (page: Page, name: string | RegExp) =>
  page.getByRole('grid', { name: 'Changes' }).getByRole('row', { name })
const said = (page: Page) => page.getByTestId('announcer')
const form = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: 'How to compare' }).getByRole('radio', { name })

/** How a drawing is looked at. */
const sight = (pane: Locator) =>
  pane.locator('.react-flow__viewport').evaluate((element) => {
    const { a, e, f } = new DOMMatrix(getComputedStyle(element).transform)
    return { zoom: a, x: e, y: f }
  })

/** Is a colour mostly of this hue where an element is drawn, on its left edge? */
async function edge(pane: Locator, at: { x: number; y: number }): Promise<'red' | 'green' | 'other'> {
  const { zoom, x, y } = await sight(pane)
  const point = { x: x + at.x * zoom, y: y + (at.y + 30) * zoom }
  const [red = 0, green = 0, blue = 0] = await pane
    .getByTestId('compare-drawing')
    .evaluate((canvas: HTMLCanvasElement, { x: left, y: top }) => {
      const { data } = canvas.getContext('2d')?.getImageData(left - 2, top - 8, 4, 16) ?? { data: [] }
      const pixels = Array.from({ length: data.length / 4 }, (_, i) => [...data.slice(i * 4, i * 4 + 3)])
      // The strongest colour: outlines are dashed or thin.
      const strength = (p: number[]) => Math.max(...p) - Math.min(...p)
      return pixels.reduce((a, b) => (strength(b) > strength(a) ? b : a), [0, 0, 0])
    }, point)
  if (red > green + 60 && red > blue + 60) return 'red'
  return green > red + 60 && green > blue + 30 ? 'green' : 'other'
}

test('the overlay, its list and F7 tell what changed, and leaving brings the canvas back', async ({
  app,
  page,
}) => {
  await app.openDesign(now.elements, now.layout)
  await app.select('task')
  const before = await app.view()
  await compareWith(app, 'old.fairlead', file(old))

  const filters = page.getByRole('group', { name: 'Kinds of changes' })
  await expect(filters.getByRole('button')).toHaveText([/Added1/, /Removed1/, /Changed1/, /Show moves1/])
  const pane = page.getByRole('group', { name: 'Drawing of what changed' })
  await expect.poll(() => edge(pane, now.layout.queue)).toBe('green')
  await expect.poll(() => edge(pane, old.layout.table)).toBe('red')
  await expect(change(page, /^Task CPU: before 512, after 16/)).toBeVisible()
  await expect(change(page, /api › Image URI: before .*1\.4\.2, after .*1\.5\.0/)).toBeVisible()
  await expect(change(page, /^New\. Error on orders: 16 CPU units/)).toBeVisible()

  await page.keyboard.press('F7')
  await expect(said(page)).toHaveText('1 of 3. Changed: Task definition “orders”, 2 fields')
  await expect(change(page, 'Changed: Task definition “orders”, 2 fields')).toHaveAttribute(
    'aria-current',
    'true',
  )
  await page.keyboard.press('F7')
  await page.keyboard.press('F7')
  await expect(said(page)).toHaveText('3 of 3. Removed: DynamoDB table “orders”')
  await page.keyboard.press('Shift+F7')
  await expect(said(page)).toHaveText('2 of 3. Added: SQS queue “events”')

  // What only moved is shown on request; what is filtered is in no list.
  await expect(change(page, /Moved: Log group/)).toHaveCount(0)
  await filters.getByRole('button', { name: /Show moves/ }).click()
  await expect(change(page, 'Moved: Log group “/ecs/orders”')).toBeVisible()
  await filters.getByRole('button', { name: /^Added/ }).click()
  await expect(change(page, /^Added/)).toHaveCount(0)

  await page.getByRole('button', { name: 'Swap the sides' }).click()
  await expect(change(page, /^Task CPU: before 16, after 512/)).toBeVisible()
  await expect(change(page, 'Removed: SQS queue “events”')).toBeVisible()

  await page.keyboard.press('Escape')
  await expect(view(page)).toHaveCount(0)
  await app.expectSelected('task')
  await expect.poll(() => app.view()).toEqual(before)
})

test('two drawings move together, and a press on one shows the change in both and in the list', async ({
  app,
  page,
}) => {
  await app.openDesign(now.elements, now.layout)
  await compareWith(app, 'old.fairlead', file(old))
  await form(page, 'Side by side').click()
  const left = page.getByRole('group', { name: 'Drawing of old.fairlead' })
  const right = page.getByRole('group', { name: 'Drawing of shop.fairlead (now)' })
  await expect.poll(() => edge(left, old.layout.table)).toBe('red')
  await expect.poll(() => edge(right, now.layout.queue)).toBe('green')
  const start = await sight(left)
  await left.hover()
  await page.mouse.wheel(60, 40)
  await expect.poll(() => sight(left)).not.toEqual(start)
  await expect.poll(async () => [await sight(left)]).toEqual([await sight(right)])

  const { zoom, x, y } = await sight(right)
  const { queue: place } = now.layout
  await right.click({ position: { x: x + (place.x + 40) * zoom, y: y + (place.y + 20) * zoom } })
  await expect(change(page, 'Added: SQS queue “events”')).toHaveAttribute('aria-current', 'true')

  // What is gone has a place in the network, too; the canvas behind keeps its own nesting.
  const nestings = page.getByRole('radiogroup', { name: 'What is drawn in what' })
  await nestings.getByRole('radio', { name: 'Network' }).click()
  await expect(said(page)).toHaveText('Drawn by VPCs and subnets.')
  await expect(nestings.getByRole('radio', { name: 'Network' })).toBeChecked()

  await form(page, 'List').click()
  await expect(left).toHaveCount(0)
  await expect(change(page, 'Added: SQS queue “events”')).toHaveAttribute('aria-current', 'true')
  await expect(nestings).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(nestings.getByRole('radio', { name: 'Services' })).toBeChecked()
})

test('of a deployed task definition only what it speaks of is compared', async ({ app, page }) => {
  await app.openDesign(old.elements, old.layout)
  const { spec } = task('1024', '1.4.2')
  const deployed = { taskDefinition: { ...spec, revision: 7, status: 'ACTIVE' }, tags: [] }
  await compareWith(app, 'deployed.json', JSON.stringify(deployed))
  await expect(view(page)).toContainText('Compared: Task definition “orders”')
  await expect(change(page, 'Changed: Task definition “orders”, one field')).toBeVisible()
  await expect(change(page, /^Task CPU: before 1024, after 512/)).toBeVisible()
  await expect(change(page, /^(Added|Removed):/)).toHaveCount(0)
})

test('another design that is opened meanwhile is shown whole', async ({ app, page }) => {
  await app.openDesign(now.elements, now.layout)
  await compareWith(app, 'old.fairlead', file(old))
  await app.openDesign(old.elements, { ...old.layout, log: { x: 4000, y: 3000 } }, {}, 'other.fairlead')
  await expect(view(page)).toHaveCount(0)
  await expect.poll(async () => (await app.view()).zoom).toBeLessThan(0.4)
})

test('designs that mean the same are said to, with how many boxes moved', async ({ app, page }) => {
  await app.openDesign(old.elements, old.layout)
  await compareWith(app, 'moved.fairlead', file({ ...old, layout: { ...old.layout, log: { x: 0, y: 600 } } }))
  await expect(view(page)).toContainText('They mean the same')
  await expect(view(page)).toContainText('One box was only moved.')
  await view(page).locator('.ui-empty-state').getByRole('button', { name: 'Show moves' }).click()
  await expect(change(page, 'Moved: Log group “/ecs/orders”')).toBeVisible()
})

test('an earlier version is compared from the list of versions', async ({ app, page }) => {
  await app.openDesign(old.elements, old.layout)
  await app.select('table')
  await page.keyboard.press('Delete')
  await app.saved()
  await app.menu('File', 'Earlier versions…')
  await page.getByRole('dialog').getByRole('button', { name: 'Compare' }).click()
  await expect(change(page, 'Removed: DynamoDB table “orders”')).toBeVisible()
})

test('a machine finds nothing wrong with it in either theme', async ({ app, page }) => {
  test.setTimeout(60_000)
  test.slow()
  await app.openDesign(now.elements, now.layout)
  await page.keyboard.press('Control+Shift+D')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.getByRole('option', { name: 'Two other files' }).click()
  await check(page, '[role=dialog]')
  await page.keyboard.press('Escape')
  await compareWith(app, 'old.fairlead', file(old))
  await form(page, 'Side by side').click()
  await page.keyboard.press('F7')
  await check(page, '.compare')
  await page.getByRole('banner').getByRole('button', { name: 'Switch between light and dark' }).click()
  await page.waitForTimeout(400)
  await check(page, '.compare')
})

/** Of the rest of the window accessibility.spec.ts takes care. */
async function check(page: Page, part: string): Promise<void> {
  expect(await axeFaults(page, { within: [part] }), part).toEqual([])
}
