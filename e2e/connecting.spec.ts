/** Connecting in every way that hands and keys have: to something there, to something new, and with what is drawn already. */
import AxeBuilder from '@axe-core/playwright'
import { container, fargateTask } from '../shared/rules/examples'
import { expect, type Fairlead, test } from './app'

const elements = {
  users: { kind: 'users', label: 'Users', spec: {} },
  front: {
    kind: 'application-load-balancer',
    spec: { Name: 'front', Listeners: [{ Protocol: 'HTTP', Port: 80 }] },
  },
  orders: fargateTask({ family: 'orders', containerDefinitions: [container()] }),
  jobs: { kind: 'sqs-queue', spec: { QueueName: 'jobs' } },
  done: { kind: 'sqs-queue', spec: { QueueName: 'done' } },
  events: { kind: 'sns-topic', spec: { TopicName: 'events' } },
}

const layout = {
  users: { x: 0, y: 0 },
  front: { x: 0, y: 240 },
  orders: { x: 340, y: 0 },
  jobs: { x: 800, y: 40 },
  done: { x: 800, y: 280 },
  events: { x: 400, y: 320 },
}

const connections = { sends: { from: 'orders', to: 'jobs', meaning: 'calls' } }

interface Saved {
  readonly elements: Record<string, { kind: string; spec: Record<string, unknown> }>
  readonly connections: Record<string, { from: string; to: string; meaning: string }>
  readonly layout: Record<string, { x: number; y: number }>
  readonly routes?: Record<string, { points: { x: number; y: number }[] }>
}

async function open(app: Fairlead, rest: object = { connections }): Promise<void> {
  await app.openDesign(elements, layout, rest)
  await expect(app.node('orders')).toBeVisible()
}

const saved = async (app: Fairlead) => (await app.saved()) as unknown as Saved
const links = ({ connections: all }: Saved) =>
  Object.values(all).map(({ from, to, meaning }) => `${from} ${meaning} ${to}`)

/** The middle of what a locator finds. */
async function middle(app: Fairlead, id: string): Promise<{ x: number; y: number }> {
  const box = (await app.node(id).boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** A point on the line from the orders to their queue, as a share of its way. */
async function pointOn(app: Fairlead, share: number): Promise<{ x: number; y: number }> {
  return app.page
    .locator('.line[data-line="sends"] path')
    .first()
    .evaluate((path: SVGPathElement, part) => {
      const point = path.getPointAtLength(path.getTotalLength() * part)
      const { x, y } = point.matrixTransform(path.getScreenCTM() ?? new DOMMatrix())
      return { x, y }
    }, share)
}

/** Selects the line from the orders to their queue. */
async function selectLine(app: Fairlead): Promise<{ x: number; y: number }> {
  await app.stillness()
  const at = await pointOn(app, 0.3)
  await app.page.mouse.click(at.x, at.y)
  await expect(app.page.locator('.line[data-selected="true"]')).toHaveCount(1)
  return at
}

const list = (app: Fairlead) => app.page.getByRole('listbox')
const picture = (app: Fairlead, name: string) =>
  process.env.PICTURES ? app.page.screenshot({ path: `${process.env.PICTURES}/${name}.png` }) : undefined

test('a drop within reach of an element counts', async ({ app, page }) => {
  await open(app, {})
  await app.holdLine('orders', 'jobs')
  const box = (await app.node('jobs').boundingBox())!
  await page.mouse.move(box.x - 18, box.y - 8, { steps: 4 })
  await expect(page.getByTestId('connect-says')).toContainText('calls')
  await picture(app, 'near')
  await page.mouse.up()
  expect(links(await saved(app))).toEqual(['orders calls jobs'])
})

test('Escape lets go of the line', async ({ app, page }) => {
  await open(app, {})
  await app.holdLine('orders', 'jobs')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(links(await saved(app))).toEqual([])
})

test('the keyboard leads a line to what is near, says what it means, and draws it', async ({ app, page }) => {
  await open(app, {})
  await app.select('orders')
  await page.keyboard.press('k')
  await expect(page.getByTestId('connect-strip')).toBeVisible()
  const said = page.getByTestId('announcer')
  await page.keyboard.press('ArrowRight')
  await picture(app, 'walk')
  await expect(page.getByTestId('connect-says')).toBeVisible()
  const targets: string[] = []
  for (let i = 0; i < 8; i++) {
    const text = (await said.textContent()) ?? ''
    targets.push(text)
    if (text.startsWith('jobs:')) break
    await page.keyboard.press('Tab')
  }
  expect(targets.at(-1)).toContain('jobs: orders calls jobs')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('connect-strip')).toBeHidden()
  expect(links(await saved(app))).toEqual(['orders calls jobs'])

  await app.select('orders')
  await page.keyboard.press('k')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('connect-strip')).toBeHidden()
})

test('several meanings are asked about at the pointer', async ({ app, page }) => {
  const both = { orders: elements.orders, role: { kind: 'iam-role', spec: { RoleName: 'role' } } }
  await app.openDesign(both, { orders: { x: 0, y: 0 }, role: { x: 500, y: 0 } })
  await app.connect('orders', 'role')
  const menu = page.getByRole('menu', { name: 'What does this line mean?' })
  await expect(menu).toBeVisible()
  await picture(app, 'chooser')
  expect((await new AxeBuilder({ page }).include('.chooser').analyze()).violations).toEqual([])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const { orders } = (await saved(app)).elements
  expect(orders?.spec.executionRoleArn ?? orders?.spec.taskRoleArn).toContain('role')
})

test('dropped on nothing, a line leads to something new, in one step', async ({ app, page }) => {
  await open(app, {})
  await app.holdLine('orders', 'jobs')
  const box = (await app.node('jobs').boundingBox())!
  await page.mouse.move(box.x, box.y - 140, { steps: 4 })
  await page.mouse.up()
  await expect(list(app).getByRole('option').first()).toContainText('ECR repository')
  await expect(list(app).getByRole('option', { name: /^Cluster/ })).toHaveCount(0)
  await picture(app, 'grow')
  expect((await new AxeBuilder({ page }).include('.quick-add').analyze()).violations).toEqual([])
  await page.keyboard.type('dynamo')
  await page.keyboard.press('Enter')
  const after = await saved(app)
  const [made] = Object.keys(after.elements).filter((id) => !(id in elements))
  expect(after.elements[made ?? '']?.kind).toBe('dynamodb-table')
  expect(links(after)).toContain(`orders calls ${made}`)
  await picture(app, 'grown')
  await page.keyboard.press('Control+Z')
  expect(Object.keys((await saved(app)).elements).sort()).toEqual(Object.keys(elements).sort())
})

test('a double click on the ground adds there, found in Korean initials too', async ({ app, page }) => {
  await open(app)
  const box = (await app.node('jobs').boundingBox())!
  await page.mouse.dblclick(box.x + 20, box.y + 130)
  await expect(list(app).getByRole('option').first()).toBeVisible()
  await picture(app, 'add')
  await page.keyboard.insertText('ㅂㅇㄱㄹ')
  await picture(app, 'add-korean')
  await page.keyboard.press('Escape')
  await expect(list(app)).toBeHidden()
  await page.keyboard.press('a')
  await page.keyboard.type('s3 bucket')
  await page.keyboard.press('Enter')
  expect(Object.values((await saved(app)).elements).map(({ kind }) => kind)).toContain('s3-bucket')
})

test('in a frame, what may stand there comes first, and the rest says why not', async ({ app, page }) => {
  await app.openDesign(
    { shop: { kind: 'cluster', spec: { clusterName: 'shop' } } },
    { shop: { x: 0, y: 0, width: 600, height: 400 } },
  )
  const box = (await app.node('shop').boundingBox())!
  await page.mouse.dblclick(box.x + 200, box.y + 200)
  await expect(list(app).getByRole('option').first()).toContainText('Service')
  await page.keyboard.type('vpc')
  await expect(list(app).getByRole('option', { name: /^VPC/ }).first()).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await picture(app, 'add-frame')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('service')
  await page.keyboard.press('Enter')
  const service = Object.values((await saved(app)).elements).find(({ kind }) => kind === 'service')
  expect(service?.spec.cluster).toContain('shop')
})

test('Control with an arrow adds on that side, connected', async ({ app, page }) => {
  await open(app, {})
  await app.select('jobs')
  await page.keyboard.press('Control+ArrowDown')
  await expect(list(app).getByRole('option').first()).toBeVisible()
  await picture(app, 'beside')
  await page.keyboard.type('sqs')
  await page.keyboard.press('Enter')
  const after = await saved(app)
  const [made = ''] = Object.keys(after.elements).filter((id) => !(id in elements))
  expect(after.elements[made]?.kind).toBe('sqs-queue')
  expect(after.layout[made]!.y).toBeGreaterThan(layout.jobs.y + 100)
  await picture(app, 'beside-done')
})

test('an end of a line can be led elsewhere, or nowhere', async ({ app, page }) => {
  await open(app)
  await selectLine(app)
  await picture(app, 'selected')
  const end = page.locator('.line-dot[data-end="to"]')
  const from = (await end.boundingBox())!
  const to = await middle(app, 'done')
  await page.mouse.move(from.x + 12, from.y + 12)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 8 })
  await expect(app.node('events').locator('.figure')).toHaveAttribute('data-state', 'possible')
  await expect(app.node('users').locator('.figure')).toHaveAttribute('data-state', 'impossible')
  await picture(app, 'retarget')
  await page.mouse.up()
  expect(links(await saved(app))).toEqual(['orders calls done'])
  await page.keyboard.press('Control+Z')
  expect(links(await saved(app))).toEqual(['orders calls jobs'])
})

test('Delete on a line removes only the line', async ({ app, page }) => {
  await open(app)
  await selectLine(app)
  await page.keyboard.press('Delete')
  const after = await saved(app)
  expect(links(after)).toEqual([])
  expect(Object.keys(after.elements).sort()).toEqual(Object.keys(elements).sort())
})

test('an element dropped on a line is put between its ends', async ({ app, page }) => {
  await open(app)
  await selectLine(app)
  const line = await pointOn(app, 0.5)
  const topic = await middle(app, 'events')
  await page.mouse.move(topic.x, topic.y)
  await page.mouse.down()
  await page.mouse.move(line.x, line.y, { steps: 10 })
  await expect(page.getByTestId('insert-hint')).toContainText('Insert events between orders and jobs')
  await picture(app, 'insert')
  await page.mouse.up()
  await picture(app, 'inserted')
  expect(links(await saved(app)).sort()).toEqual(['events feeds jobs', 'orders calls events'])
  await page.keyboard.press('Control+Z')
  const back = await saved(app)
  expect(links(back)).toEqual(['orders calls jobs'])
  expect(back.layout.events).toEqual(layout.events)
})

test('what is dropped from the palette on a line is put between its ends, in one step', async ({
  app,
  page,
}) => {
  await open(app)
  await selectLine(app)
  const line = await pointOn(app, 0.5)
  const item = page.locator('[data-palette="sns-topic"]')
  await item.scrollIntoViewIfNeeded()
  const topic = await item.boundingBox()
  await page.mouse.move(topic!.x + 20, topic!.y + 20)
  await page.mouse.down()
  await page.mouse.move(line.x, line.y, { steps: 10 })
  await expect(page.getByTestId('drop-ghost')).toContainText('between orders and jobs')

  // Escape takes it back: nothing is dropped.
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('drop-ghost')).toBeHidden()
  await page.mouse.up()
  expect(links(await saved(app))).toEqual(['orders calls jobs'])

  // Nor when the system takes the pointer away: what moves afterwards holds nothing.
  await page.mouse.move(topic!.x + 20, topic!.y + 20)
  await page.mouse.down()
  await page.mouse.move(line.x, line.y, { steps: 4 })
  await item.dispatchEvent('pointercancel')
  await page.mouse.move(line.x + 8, line.y)
  await expect(page.getByTestId('drop-ghost')).toBeHidden()
  await page.mouse.up()

  await app.drag('sns-topic', line)
  const after = await saved(app)
  expect(links(after)).toHaveLength(2)
  expect(links(after)).not.toContain('orders calls jobs')
  await page.keyboard.press('Control+Z')
  expect(links(await saved(app))).toEqual(['orders calls jobs'])
  expect(Object.keys((await saved(app)).elements).sort()).toEqual(Object.keys(elements).sort())
})

test('a line is bent by its runs, keeps its bends, and finds its own way again', async ({ app, page }) => {
  await open(app)
  const at = await selectLine(app)
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  await page.mouse.move(at.x, at.y + 120, { steps: 8 })
  await page.mouse.up()
  await picture(app, 'bent')
  await expect(page.locator('.line-dot[data-dot="bend"]')).toHaveCount(1)
  const { routes } = await saved(app)
  const [bend] = routes?.sends?.points ?? []
  expect(bend!.y % 8).toBe(0)

  // Both ends together take it along.
  await app.select('orders')
  await app.select('jobs', 'Shift')
  await page.keyboard.press('Shift+ArrowDown')
  const moved = (await saved(app)).routes?.sends?.points[0]
  expect(moved!.x).toBe(bend!.x)
  expect(moved!.y).toBeGreaterThan(bend!.y)

  await page.keyboard.press('Escape')
  await selectLine(app)
  await page.locator('.line-dot[data-dot="bend"]').dblclick()
  expect((await saved(app)).routes).toBeUndefined()
})
