/**
 * The whole path of the first hour: a task definition comes in, the design grows around it, a rule is broken and mended,
 * the work is saved and opened again, and the JSON that goes out is the JSON that came in, corrected.
 */
import { readFile } from 'node:fs/promises'
import { expect, test } from './app'

const fixture = new URL('./fixtures/orders-api.json', import.meta.url)

test('a task definition becomes a picture, is corrected and goes out again', async ({ app, page }) => {
  const source = await readFile(fixture, 'utf8')
  await test.step('import it', async () => {
    await app.offer('orders-api.json', source)
    await app.import()
    await expect(app.figure(/^Task definition orders-api/)).toBeVisible()
    await expect(app.figure(/^ECR repository orders-api/)).toBeVisible()
    await expect(app.figure(/^EFS file system/)).toBeVisible()
    await expect(app.figure(/^IAM role ecsTaskExecutionRole/)).toBeVisible()
    await expect(app.figure(/^Secret orders\/db/)).toBeVisible()
  })
  await test.step('see the broken rule and mend it by clicking', async () => {
    await expect.poll(() => app.count('error')).toBe(1)
    await page.keyboard.press('Control+Shift+M')
    const problem = page.getByRole('row', { name: /does not go with 0.5 vCPU/ })
    await problem.getByText(/does not go with/).click()
    await expect(app.figure(/^Task definition orders-api/)).toHaveClass(/selected/)
    await problem.getByRole('button', { name: 'Fix' }).click()
    await expect.poll(() => app.count('error')).toBe(0)
  })
  await test.step('undo brings the problem back, redo mends it again', async () => {
    await page.locator('.react-flow__pane').click({ position: { x: 10, y: 10 } })
    await page.keyboard.press('Control+Z')
    await expect.poll(() => app.count('error')).toBe(1)
    await page.keyboard.press('Control+Shift+Z')
    await expect.poll(() => app.count('error')).toBe(0)
  })
  await test.step('export: the same JSON, corrected', async () => {
    await app.export('ECS task definition')
    // The file has the name of the one that was imported, so it is there before the export is done.
    const exported = async () => JSON.parse(await app.fileText('orders-api.json'))
    await expect.poll(exported).toEqual({ ...JSON.parse(source), memory: '1024' })
  })
  await test.step('save, begin anew, open again', async () => {
    await page.keyboard.press('Control+S')
    await expect(page.getByTestId('document-name')).toHaveText(/\.fairlead$/)
    const name = await page.getByTestId('document-name').innerText()
    const saved = await app.fileText(name)
    await app.reload()
    await app.offer(name, saved)
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await expect(app.figure(/^Task definition orders-api/)).toBeVisible()
    await expect.poll(() => app.count('error')).toBe(0)
  })
})

test('a design drawn by hand: drop, nest, connect, see the rule, undo', async ({ app, page }) => {
  await test.step('a cluster, a service in it, a task in the service', async () => {
    await app.drag('cluster', { x: 560, y: 260 })
    await app.drag('service', app.node('cluster'))
    await expect(app.node('service')).toBeVisible()
    await app.drag('task', app.node('service'))
    await expect(app.node('task-definition')).toBeVisible()
  })
  await test.step('an image repository, connected by dragging from its port', async () => {
    await app.drag('ecr-repository', { x: 1000, y: 600 })
    await app.connect('ecr-repository', 'task-definition', 'top')
    await expect(page.locator('.line[data-meaning="images"]')).toHaveCount(1)
  })
  await test.step('a load balancer in front: the line brings the target group', async () => {
    await app.drag('application-load-balancer', { x: 420, y: 480 })
    await app.connect('application-load-balancer', 'service')
    await expect(page.getByTestId('change-card')).toContainText('forwards to')
    await page.getByTestId('change-card').getByRole('button', { name: 'Close' }).click()
    await expect(page.locator('.line[data-meaning="traffic"]')).toHaveCount(1)
    await expect.poll(() => app.count('error')).toBeGreaterThan(0)
  })
  await test.step('only possible targets are lit; an impossible one says why', async () => {
    await app.drag('sqs-queue', { x: 420, y: 640 })
    await app.holdLine('sqs-queue', 'ecr-repository', 'top')
    await expect(app.node('ecr-repository').locator('.figure')).toHaveAttribute('data-state', 'impossible')
    await expect(app.node('task-definition').locator('.figure')).toHaveAttribute('data-state', 'possible')
    await expect(page.getByTestId('connect-reason')).toContainText('Nothing connects')
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await expect(page.locator('.connecting')).toHaveCount(0)
  })
  await test.step('undo all the way leaves an empty canvas, redo all of it', async () => {
    const nodes = await page.locator('.react-flow__node').count()
    for (let step = 0; step < 8; step++) await page.keyboard.press('Control+Z')
    await expect(page.locator('.react-flow__node')).toHaveCount(0)
    for (let step = 0; step < 8; step++) await page.keyboard.press('Control+Y')
    await expect(page.locator('.react-flow__node')).toHaveCount(nodes)
  })
})

test('dragging moves, nests and takes out again', async ({ app }) => {
  await app.drag('cluster', { x: 620, y: 300 })
  await app.drag('service', { x: 480, y: 640 })
  const clusterOf = async () => (await app.saved()).elements.service?.spec.cluster
  expect(await clusterOf()).toBeUndefined()
  await dragNode(app, 'service', { x: 640, y: 330 })
  expect(await clusterOf()).toBe('@{cluster}')
  await dragNode(app, 'service', { x: 1000, y: 680 })
  expect(await clusterOf()).toBeUndefined()
})

async function dragNode(
  app: import('./app').Fairlead,
  id: string,
  to: { x: number; y: number },
): Promise<void> {
  const box = await app.node(id).boundingBox()
  if (!box) throw new Error(`${id} is not on the screen.`)
  await app.page.mouse.move(box.x + 40, box.y + 14)
  await app.page.mouse.down()
  await app.page.mouse.move(to.x, to.y, { steps: 12 })
  await app.page.mouse.up()
}
