import type { Page } from '@playwright/test'
import { expect, type Fairlead, test } from './app'

const role = (name: string) => ({ kind: 'iam-role', spec: { RoleName: name } })

const elements = {
  live: { kind: 'cluster', spec: { clusterName: 'live' } },
  one: { kind: 'service', spec: { serviceName: 'one', cluster: '@{live}', taskDefinition: '@{task}' } },
  two: { kind: 'service', spec: { serviceName: 'two', cluster: '@{live}', taskDefinition: '@{task}' } },
  task: { kind: 'task-definition', spec: { family: 'task', containerDefinitions: [] } },
  a: role('a'),
  b: role('b'),
  c: role('c'),
}

const layout = {
  live: { x: 0, y: 0 },
  one: { x: 300, y: 200 },
  two: { x: 40, y: 64 },
  task: { x: 0, y: 700 },
  a: { x: 808, y: 16 },
  b: { x: 832, y: 40 },
  c: { x: 808, y: 400 },
}

test.beforeEach(({ app }) => app.openDesign(elements, layout))

async function selectTwo(app: Fairlead): Promise<void> {
  await app.select('a')
  await app.page.keyboard.down('Shift')
  await app.node('c').click({ position: { x: 60, y: 14 } })
  await app.page.keyboard.up('Shift')
}

function without(places: object, ...ids: string[]): object {
  return Object.fromEntries(Object.entries(places).filter(([id]) => !ids.includes(id)))
}

test('what is selected is arranged, everything else stays, as one undo step that is read out', async ({
  app,
  page,
}) => {
  const before = await app.saved()
  await selectTwo(app)
  await expect(page.getByRole('button', { name: 'Arrange the selection' })).toBeVisible()
  await page.keyboard.press('Shift+A')
  await expect(page.getByTestId('announcer')).toContainText('moved')
  const after = await app.saved()
  expect(without(after.layout, 'a', 'c')).toEqual(without(before.layout, 'a', 'c'))
  expect(after.layout).not.toEqual(before.layout)
  await page.keyboard.press('Control+Z')
  expect(await app.saved()).toEqual(before)
})

test('of a selected frame the inside is arranged, and the command says so', async ({ app, page }) => {
  const before = await app.saved()
  await app.select('live')
  await expect(page.getByRole('button', { name: 'Arrange what is in live' })).toBeVisible()
  await page.keyboard.press('Shift+A')
  await expect(page.getByTestId('announcer')).toContainText('moved')
  const after = await app.saved()
  expect(without(after.layout, 'one', 'two')).toEqual(without(before.layout, 'one', 'two'))
  expect(after.layout).not.toEqual(before.layout)
})

test.describe('while the worker takes its time', () => {
  // What the page sends to workers waits until the test lets it go.
  test.beforeEach(({ page }) =>
    page.evaluate(() => {
      const send = Worker.prototype.postMessage
      const waiting: (() => void)[] = []
      Worker.prototype.postMessage = function (this: Worker, message: unknown) {
        waiting.push(() => send.call(this, message))
      }
      const release = () => {
        Worker.prototype.postMessage = send
        for (const go of waiting) go()
      }
      Object.assign(window, { release })
    }),
  )
  const release = (page: Page) => page.evaluate(() => (window as unknown as { release(): void }).release())

  test('Cancel and Escape leave the design as it is', async ({ app, page }) => {
    const before = await app.saved()
    const strip = page.getByTestId('arrange-strip')
    await page.keyboard.press('Shift+A')
    await expect(strip).toBeVisible()
    await expect(strip.getByRole('progressbar')).toBeVisible()
    await strip.getByRole('button', { name: 'Cancel' }).click()
    await expect(strip).toBeHidden()
    await expect(page.getByTestId('announcer')).toContainText('cancelled')
    await page.keyboard.press('Shift+A')
    await expect(strip).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(strip).toBeHidden()
    await release(page)
    expect(await app.saved()).toEqual(before)
  })

  test('what changed meanwhile is not overwritten', async ({ app, page }) => {
    await page.keyboard.press('Shift+A')
    await expect(page.getByTestId('arrange-strip')).toBeVisible()
    await app.select('c')
    await page.keyboard.press('ArrowRight')
    const before = await app.saved()
    await release(page)
    await expect(page.getByTestId('notice')).toContainText('changed while it was being arranged')
    expect(await app.saved()).toEqual(before)
  })
})

test('undo works while elements glide', async ({ app, page }) => {
  const before = await app.saved()
  await page.keyboard.press('Shift+A')
  await expect(page.getByText('unsaved changes')).toHaveCount(1)
  await page.keyboard.press('Control+Z')
  expect(await app.saved()).toEqual(before)
  await expect(page.getByText('unsaved changes')).toHaveCount(0)
})

test('a worker that can’t be loaded is said', async ({ app, page }) => {
  const before = await app.saved()
  await page.context().route(/elk-worker/, (route) => route.abort())
  await page.keyboard.press('Shift+A')
  await expect(page.getByTestId('notice')).toContainText('could not be arranged')
  expect(await app.saved()).toEqual(before)
})
