/** Threads on the canvas: saying something about a design where it is meant, and answering. */
import type { Locator } from '@playwright/test'
import { container, fargateTask } from '../shared/rules/examples'
import { expect, type Fairlead, test } from './app'
import { axeFaults } from './axe'

const elements = {
  cluster: { kind: 'cluster', spec: { clusterName: 'shop' } },
  service: { kind: 'service', spec: { serviceName: 'web', cluster: '@{cluster}' } },
  task: fargateTask({ family: 'web', containerDefinitions: [container({ name: 'app' })] }),
  files: { kind: 'efs-file-system', spec: { CreationToken: 'files', Encrypted: true } },
}
const layout = {
  cluster: { x: 0, y: 0, width: 480, height: 320 },
  service: { x: 40, y: 80 },
  task: { x: 560, y: 40 },
  files: { x: 560, y: 240 },
}

const said = (author: string, day: number, text: string) => ({
  author,
  written: `2026-11-${day}T10:00:00.000Z`,
  text,
})
const thread = (kind: string, pin: object, text: string) => ({
  ...{ kind, pin },
  comments: { first: said('Ben', 20, text) },
})
const threads = {
  below: thread('change-request', { element: 'files', x: 20, y: 10 }, 'Encrypt it with a key of ours.'),
  above: {
    ...thread('question', { element: 'task', x: 30, y: 10 }, 'Is half a vCPU enough?'),
    comments: {
      first: said('Ben', 20, 'Is half a vCPU enough?'),
      second: said('Ana', 21, 'It was in the test.'),
    },
  },
  lost: thread('note', { element: 'queue', named: 'jobs' }, 'The queue had a reason.'),
}

const card = (app: Fairlead): Locator => app.page.getByTestId('thread-card')
const pin = (app: Fairlead, name: string | RegExp): Locator =>
  app.page.getByRole('toolbar', { name: 'Pins of threads' }).getByRole('button', { name })

/** The point of a pin is its lower left corner. */
async function pointOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('There is no pin.')
  return { x: box.x, y: box.y + box.height }
}

test('a thread goes with its element, is answered, changed, resolved and opened again', async ({ app }) => {
  const { page } = app
  await app.openDesign(elements, layout)
  await page.keyboard.press('c')
  await expect(page.getByTestId('comment-strip')).toBeVisible()
  await app.node('files').click({ position: { x: 100, y: 30 } })
  const text = card(app).getByRole('textbox', { name: 'Comment' })
  await expect(text).toBeFocused()
  await text.fill('Who mounts it?')
  // Whoever has no name yet is asked for it before the first comment.
  await card(app).getByRole('textbox', { name: 'Your name' }).fill('Ana')
  await text.press('Control+Enter')
  await expect(card(app).getByRole('listitem')).toHaveText(/Ana.*just now.*Who mounts it\?/s)
  await expect(page.getByTestId('announcer')).toContainText('Question started on files.')

  const before = await pointOf(pin(app, /^Question on files by Ana/))
  await page.keyboard.press('Escape')
  await app.move('files', { x: 64, y: 32 })
  const { zoom } = await app.view()
  await expect
    .poll(async () => {
      const { x, y } = await pointOf(pin(app, /^Question on files/))
      return Math.hypot(x - before.x - 64 * zoom, y - before.y - 32 * zoom)
    })
    .toBeLessThan(1)

  await pin(app, /^Question on files/).click()
  await card(app).getByRole('textbox', { name: 'Reply' }).fill('Nobody yet.')
  await page.keyboard.press('Control+Enter')
  await expect(pin(app, /1 reply$/)).toBeVisible()
  await card(app).getByRole('button', { name: 'Edit comment' }).last().click()
  await card(app).getByRole('textbox', { name: 'Change the comment' }).fill('The web task, soon.')
  await card(app).getByRole('button', { name: 'Save' }).click()
  await expect(card(app).getByRole('listitem').last()).toContainText('edited')

  await card(app).getByRole('button', { name: 'Resolve' }).click()
  await expect(card(app)).toContainText('Resolved by Ana')
  // The button is gone, and nobody is so quick that Escape comes before the focus has been looked for.
  await expect(card(app)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(pin(app, /^Question on files/)).toHaveCount(0)
  await page.keyboard.press('Control+Z')
  await expect(pin(app, /^Question on files/)).toBeVisible()
  const { threads: kept } = JSON.parse(JSON.stringify(await app.saved()))
  expect(Object.values(kept)).toMatchObject([{ kind: 'question', pin: { element: 'files', named: 'files' } }])
})

test('a double click with the comment tool begins one thread, and adds nothing', async ({ app }) => {
  const { page } = app
  await app.openDesign(elements, layout)
  const { x, y } = await app.toWindow({ x: 300, y: 400 })
  const quickAdd = page.locator('.quick-add-dialog')
  await page.keyboard.press('c')
  await page.mouse.dblclick(x, y)
  await expect(card(app).getByRole('textbox', { name: 'Comment' })).toBeFocused()
  await expect(quickAdd).toHaveCount(0)
  // Without the tool it is as ever.
  await page.keyboard.press('Escape')
  await page.mouse.dblclick(x, y)
  await expect(quickAdd).toBeVisible()
})

test.describe('of somebody who has said their name', () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      if (localStorage.getItem('fairlead.settings') !== null) return
      localStorage.setItem('fairlead.settings', JSON.stringify({ theme: 'light', panels: {}, author: 'Ana' }))
    }),
  )

  test('Escape closes the card from its pin, too', async ({ app }) => {
    const { page } = app
    await app.openDesign(elements, layout, { threads })
    await pin(app, /^Question on web/).click()
    await expect(card(app)).toBeVisible()
    await pin(app, /^Question on web/).focus()
    await page.keyboard.press('Escape')
    await expect(card(app)).toHaveCount(0)
    await expect(pin(app, /^Question on web/)).toBeFocused()
  })

  test('what is not sent is kept: when the card is closed, and when the app starts again', async ({
    app,
  }) => {
    const { page } = app
    await app.openDesign(elements, layout, { threads })
    await pin(app, /^Question on web/).click()
    await card(app).getByRole('textbox', { name: 'Reply' }).fill('Which test')
    await page.keyboard.press('Escape')
    await expect(pin(app, /with a draft$/)).toBeFocused()
    await page.keyboard.press('c')
    await app.clickAt({ x: 20, y: 420 })
    await card(app).getByRole('button', { name: 'Kind: Question' }).click()
    await page.getByRole('menuitem', { name: 'Decision' }).click()
    await card(app).getByRole('textbox', { name: 'Comment' }).fill('We stay with')
    await page.keyboard.press('Escape')
    await app.reload()

    await app.openDesign(elements, layout, { threads })
    await pin(app, /with a draft$/).click()
    await expect(card(app).getByRole('textbox', { name: 'Reply' })).toHaveValue('Which test')
    await card(app).getByRole('button', { name: 'Discard draft' }).click()
    await pin(app, 'Draft of a new thread on the canvas').click()
    const text = card(app).getByRole('textbox', { name: 'Comment' })
    await expect(text).toHaveValue('We stay with')
    await text.press('End')
    await page.keyboard.type(' Fargate.')
    await card(app).getByRole('button', { name: 'Comment', exact: true }).click()
    await expect(card(app)).toContainText('We stay with Fargate.')
    await expect(pin(app, /^Decision on the canvas by Ana: We stay with Fargate/)).toBeVisible()
    await expect(pin(app, /draft/i)).toHaveCount(0)
  })

  test('N goes through the open threads as the drawing is read; what was opened is read', async ({ app }) => {
    const { page } = app
    await app.openDesign(elements, layout, { threads })
    await expect(pin(app, /1 unread$/)).toHaveCount(2)
    await page.keyboard.press('n')
    await expect(card(app)).toContainText('Is half a vCPU enough?')
    await expect(page.getByTestId('announcer')).toContainText('1 of 3. Question on web by Ben')
    await page.keyboard.press('n')
    await expect(card(app)).toContainText('Encrypt it')
    await page.keyboard.press('n')
    await expect(card(app)).toContainText('“jobs” is not in the design any more.')
    await page.keyboard.press('Shift+N')
    await expect(card(app)).toContainText('Encrypt it')
    await page.keyboard.press('Escape')
    await expect(pin(app, /unread/)).toHaveCount(0)
    await page.keyboard.press('Shift+C')
    await expect(pin(app, /./)).toHaveCount(0)
    await page.keyboard.press('Shift+N')
    await expect(pin(app, /./)).toHaveCount(1)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Shift+C')
    await expect(pin(app, /./)).toHaveCount(2)
  })

  test('a drag draws a region, and a row is pinned by itself', async ({ app }) => {
    const { page } = app
    await app.openDesign(elements, layout)
    await page.getByRole('banner').getByRole('button', { name: 'Comment' }).click()
    await app.sweep({ x: 520, y: 20 }, { x: 880, y: 340 })
    await expect(card(app)).toHaveAccessibleName('New thread on a region')
    await page.keyboard.type('One account.')
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.pin-region')).toHaveCount(1)
    await page.keyboard.press('Escape')

    await app.node('task').getByText('app', { exact: true }).click({ button: 'right' })
    await page.getByRole('menuitem', { name: /^Comment on web · app/ }).click()
    await page.keyboard.type('Which image?')
    await page.keyboard.press('Control+Enter')
    await expect(pin(app, /^Question on web · app by Ana/)).toBeVisible()
  })

  test('everything works without a mouse', async ({ app }) => {
    const { page } = app
    await app.openDesign(elements, layout)
    await page.locator('.canvas .react-flow').focus()
    await page.keyboard.press('Tab')
    await app.expectSelected('cluster')
    await page.keyboard.press('c')
    await page.keyboard.press('Enter')
    await expect(card(app)).toHaveAccessibleName('New thread on shop')
    await page.keyboard.type('Container Insights?')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Escape')
    await expect(pin(app, /^Question on shop/)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(card(app)).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Yes.')
    await page.keyboard.press('Control+Enter')
    await expect(card(app).getByRole('listitem')).toHaveCount(2)
    await page.keyboard.press('Escape')
    // The tool is left as it was taken.
    await page.keyboard.press('c')
    await page.keyboard.press('Escape')
    await expect(page.getByTestId('comment-strip')).toHaveCount(0)
  })

  test('a thread outlives its element, and is at it again when that comes back', async ({ app }) => {
    const { page } = app
    await app.openDesign(elements, layout, { threads })
    await app.select('files')
    await page.keyboard.press('Control+D')
    await expect(pin(app, /on files/)).toHaveCount(1)
    await app.select('files')
    await page.keyboard.press('Delete')
    await expect(pin(app, /on files/)).toHaveCount(0)
    await page.keyboard.press('Control+Z')
    await expect(pin(app, /^Change request on files/)).toBeVisible()
    // Pinned to something else instead.
    await pin(app, /^Change request on files/).click()
    await card(app).getByRole('button', { name: 'Pin to something else' }).click()
    await app.node('task').click({ position: { x: 200, y: 20 } })
    await expect(pin(app, /^Change request on web/)).toBeVisible()
    await page.keyboard.press('Escape')
    // Or dragged there.
    const from = await pointOf(pin(app, /^Change request on web/))
    const to = await app.toWindow({ x: 300, y: 280 })
    await page.mouse.move(from.x + 10, from.y - 10)
    await page.mouse.down()
    await page.mouse.move(to.x + 10, to.y - 10, { steps: 6 })
    await page.mouse.up()
    await expect(card(app)).toHaveAccessibleName('Change request on shop')
    const at = await pointOf(pin(app, /^Change request on shop/))
    expect(Math.hypot(at.x - to.x, at.y - to.y)).toBeLessThan(2)
    await page.keyboard.press('Control+Z')
    await expect(pin(app, /^Change request on web/)).toBeVisible()
  })

  test('the card can be used by everybody, in both themes', async ({ app }) => {
    const { page } = app
    await app.openDesign(elements, layout, { threads })
    await pin(app, /^Question on web/).click()
    await card(app).getByRole('textbox', { name: 'Reply' }).fill('Draft')
    for (const theme of ['light', 'dark']) {
      if (theme === 'dark') await app.menu('View', 'Switch between light and dark')
      // Nothing fades any more.
      await page.waitForTimeout(300)
      expect(await axeFaults(page, { within: ['.canvas'] }), theme).toEqual([])
    }
  })
})
