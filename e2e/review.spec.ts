/** A review: the list of threads, comments on fields, and approvals that hold as long as the meaning does. */
import type { Page } from '@playwright/test'
import { designText, expect, type Fairlead, test } from './app'
import { axeFaults } from './axe'

// Each of these goes a long way with one window.
test.describe.configure({ timeout: 60_000 })

const FILE = 'shop.fairlead'

const elements = {
  orders: {
    kind: 'task-definition',
    spec: {
      family: 'orders',
      cpu: '512',
      memory: '1024',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      containerDefinitions: [{ name: 'api', image: 'public.ecr.aws/shop/orders:1.4.2', essential: true }],
    },
  },
  jobs: { kind: 'sqs-queue', spec: { QueueName: 'jobs' } },
}
const layout = { orders: { x: 0, y: 0 }, jobs: { x: 0, y: 260 } }

const said = (author: string, hour: string, text: string) => ({
  author,
  written: `2026-11-20T${hour}:00:00.000Z`,
  text,
})

const threads = {
  digest: {
    kind: 'change-request',
    pin: { element: 'orders', pointer: '/containerDefinitions/0/image', named: 'orders' },
    comments: {
      first: said('Ada', '09', 'Pin the image by digest.'),
      answer: said('Grace', '12', 'I will.'),
    },
  },
  size: {
    kind: 'question',
    pin: { element: 'orders', named: 'orders' },
    comments: { why: said('Grace', '10', 'Is that enough memory?') },
  },
  done: {
    kind: 'note',
    pin: { x: 0, y: 420 },
    comments: { note: said('Ada', '08', 'Only one Region for now.') },
    resolved: { author: 'Ada', at: '2026-11-20T11:00:00.000Z' },
  },
  lost: {
    kind: 'question',
    pin: { element: 'cache', named: 'cache' },
    comments: { gone: said('Ada', '07', 'Who needs the cache?') },
  },
}

const panel = (page: Page) => page.getByRole('region', { name: 'Review', exact: true })
const lines = (page: Page) =>
  panel(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') })
const line = (page: Page, text: string) => lines(page).filter({ hasText: text })
const button = (page: Page, name: string | RegExp) => panel(page).getByRole('button', { name })
const status = (page: Page, name: RegExp) => panel(page).getByRole('radio', { name })
const card = (page: Page, name: RegExp) => page.getByRole('region', { name })
const chip = (page: Page, text: string) => page.getByRole('banner').getByRole('button', { name: text })

async function openReview(app: Fairlead, rest: object = {}): Promise<void> {
  await app.openDesign(elements, layout, rest)
  await app.page.keyboard.press('Control+Alt+R')
  await expect(panel(app.page)).toBeVisible()
}

/** Who is at the keyboard. */
async function signAs(page: Page, name: string): Promise<void> {
  await button(page, /^Your name|^You sign as/).click()
  const dialog = page.getByRole('dialog', { name: 'Your name in reviews' })
  await dialog.getByRole('textbox', { name: 'Your name' }).fill(name)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
}

/** accessibility.spec.ts looks at the rest of the window. */
async function accessible(page: Page, part: string): Promise<void> {
  expect(await axeFaults(page, { within: [part] }), part).toEqual([])
}

async function accessibleInBothThemes(page: Page, ...parts: readonly string[]): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    // Colours are read while nothing fades.
    await page.waitForTimeout(300)
    for (const part of parts) await accessible(page, part)
  }
}

async function setCpu(app: Fairlead, cpu: string): Promise<void> {
  await app.select('orders')
  await app.page.locator('[data-field="/cpu"] input').fill(cpu)
  await app.page.keyboard.press('Tab')
}

test('threads are listed, filtered, gone to, settled, and attached to another element', async ({
  app,
  page,
}) => {
  await openReview(app, { threads })
  await test.step('open ones, and an orphan by itself', async () => {
    await expect(lines(page)).toHaveCount(3)
    await expect(lines(page).first()).toContainText('Who needs the cache?')
    await expect(panel(page).getByText('Their element is gone')).toBeVisible()
    await expect(line(page, 'I will.')).toContainText('2 new')
  })
  await test.step('by status, by whom, by kind, by what is selected', async () => {
    await status(page, /^Resolved/).click()
    await expect(lines(page)).toHaveText([/Only one Region/])
    await status(page, /^All/).click()
    await expect(lines(page)).toHaveCount(4)
    await signAs(page, 'Grace')
    await button(page, /^Mine/).click()
    await expect(lines(page)).toHaveText([/I will\./, /Is that enough/])
    await button(page, /^Filter/).click()
    await page.getByRole('menuitemcheckbox', { name: 'Question' }).click()
    await page.keyboard.press('Escape')
    await expect(lines(page)).toHaveText([/Is that enough/])
    await button(page, /^Filter/).click()
    await page.getByRole('menuitemcheckbox', { name: 'Note' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Question' }).click()
    await page.keyboard.press('Escape')
    await button(page, 'Clear filters').click()
    await expect(lines(page)).toHaveCount(4)
  })
  await test.step('a press goes there: its element is selected, its field shown, its card open', async () => {
    await line(page, 'I will.').click()
    await expect(card(page, /Change request on orders/)).toBeVisible()
    await expect(page.getByText('1 selected', { exact: true })).toBeVisible()
    await expect(page.locator('[data-field="/containerDefinitions/0/image"][data-shown]')).toBeVisible()
    await expect(line(page, 'I will.')).not.toContainText('new')
    await page.keyboard.press('Escape')
  })
  await test.step('read, and settled from the list', async () => {
    await button(page, /^Unread/).click()
    await expect(lines(page)).toHaveText([/Who needs/, /Only one Region/])
    await button(page, 'Mark all as read').click()
    await expect(lines(page)).toHaveCount(0)
    await button(page, 'Clear filters').click()
    await line(page, 'Is that enough').getByRole('button', { name: 'Resolve' }).click()
    await expect(line(page, 'Is that enough')).toContainText('Resolved')
    await line(page, 'Is that enough').getByRole('button', { name: 'Reopen' }).click()
    expect(await app.undoes()).toBe('Undo: Reopen a thread')
  })
  await test.step('an orphan is attached to what is selected; Undo makes it one again', async () => {
    await app.select('jobs')
    await line(page, 'Who needs').getByRole('button', { name: 'Attach' }).click()
    await expect(panel(page).getByText('Their element is gone')).toHaveCount(0)
    await expect(line(page, 'Who needs')).toContainText('jobs')
    await page.keyboard.press('Escape')
    await app.menu('Edit', 'Undo')
    await expect(panel(page).getByText('Their element is gone')).toBeVisible()
  })
})

test('every field and every line of JSON can be commented on', async ({ app, page }) => {
  test.setTimeout(60_000)
  await openReview(app)
  await expect(panel(page).getByText('No threads yet')).toBeVisible()
  await signAs(page, 'Ada')
  await app.select('orders')
  const write = async (text: string) => {
    const box = page.getByRole('textbox', { name: 'Comment', exact: true })
    await box.fill(text)
    await box.press('Control+Enter')
  }
  await test.step('a field has a button where the pointer is, and then a mark', async () => {
    const field = page.locator('[data-field="/cpu"]')
    await field.hover()
    await field.getByRole('button', { name: 'Comment on Task CPU' }).click()
    await write('Half of that will do.')
    await expect(line(page, 'Half of that')).toContainText('orders')
    const mark = field.getByRole('button', { name: '1 open thread on Task CPU' })
    await expect(mark).toHaveText('1')
    await accessibleInBothThemes(page, '[data-field="/cpu"]')
    await page.keyboard.press('Escape')
    await mark.click()
    await expect(page.getByRole('list', { name: 'Comments' })).toContainText('Half of that')
    await page.keyboard.press('Escape')
  })
  await test.step('a line of JSON has one in the gutter, and a key', async () => {
    await page.getByRole('tab', { name: 'JSON' }).click()
    await expect(page.locator('.cm-talk-mark')).toHaveText(['1'])
    const memory = page.locator('.cm-line').filter({ hasText: '"memory"' })
    await memory.click()
    await page.keyboard.press('Control+Alt+M')
    await write('Why so little?')
    await expect(page.locator('.cm-talk-mark')).toHaveText(['1', '1'])
    const image = page.locator('.cm-line').filter({ hasText: '"image"' })
    await image.hover()
    await page.locator('.cm-talk-add').last().click()
    await write('Which registry is that?')
    await expect(lines(page)).toHaveText([/api · image/, /memory/, /cpu/])
    await app.saved()
    const kept: readonly { readonly pin: { readonly pointer: string } }[] = Object.values(
      JSON.parse(await app.fileText(FILE)).threads,
    )
    expect(kept.map(({ pin }) => pin.pointer).sort()).toEqual([
      '/containerDefinitions/name=api/image',
      '/cpu',
      '/memory',
    ])
  })
})

test('an approval holds until the meaning changes, and is refused over change requests', async ({
  app,
  page,
}) => {
  test.setTimeout(60_000)
  await openReview(app)
  const approving = page.getByRole('dialog', { name: 'Approve “Shop”' })
  await test.step('it says what is approved, and who signs', async () => {
    await button(page, 'Approve…').click()
    await expect(approving.getByText(/^\d+-[0-9a-f]{8}$/)).toBeVisible()
    await approving.getByRole('textbox', { name: 'Your name' }).fill('Ada')
    await accessibleInBothThemes(page, '.modal')
    await approving.getByRole('button', { name: 'Approve', exact: true }).click()
    await expect(chip(page, 'Approved by 1')).toBeVisible()
    expect(await app.undoes()).toBe('Undo: Approve the design')
  })
  await test.step('moving a box changes nothing', async () => {
    await app.select('jobs')
    await page.keyboard.press('Shift+ArrowRight')
    await expect(chip(page, 'Approved by 1')).toBeVisible()
  })
  await test.step('another size voids it for all to see; Undo brings it back', async () => {
    await setCpu(app, '256')
    await expect(chip(page, 'Approval void')).toBeVisible()
    const approvals = page.getByRole('complementary', { name: 'Approvals' })
    await expect(approvals).toContainText('The meaning has changed since it was approved.')
    await accessibleInBothThemes(page, '.app-bottom', '.top-bar')
    await approvals.getByRole('button', { name: 'What changed' }).click()
    await expect(page.getByText('As approved by Ada', { exact: false }).first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(app.node('orders')).toBeVisible()
    await app.menu('Edit', 'Undo')
    await expect(chip(page, 'Approved by 1')).toBeVisible()
  })
  await test.step('it can be withdrawn', async () => {
    await button(page, 'Withdraw my approval').click()
    await expect(chip(page, 'Approved by 1')).toHaveCount(0)
  })
  await test.step('over a change request it needs a reason', async () => {
    await app.saved()
    await app.openDesign(elements, layout, { threads }, 'other.fairlead')
    await button(page, 'Approve…').click()
    const accept = approving.getByRole('button', { name: 'Approve', exact: true })
    await expect(approving.getByText('A change request is open.', { exact: false })).toBeVisible()
    await expect(approving.getByRole('button', { name: /Pin the image by digest/ })).toBeVisible()
    await expect(accept).toBeDisabled()
    await approving.getByText('Approve nevertheless', { exact: true }).click()
    await accept.click()
    await expect(approving.getByText('Without a reason', { exact: false })).toBeVisible()
    await approving.getByRole('textbox', { name: /^Why it can be/ }).fill('The digest comes on Friday.')
    await accept.click()
    await expect(chip(page, 'Approved by 1')).toBeVisible()
    await expect(panel(page).getByText('The digest comes on Friday.', { exact: false })).toBeVisible()
  })
})

test('what two people wrote in copies of a design is all there after the merge', async ({ app, page }) => {
  await openReview(app, { threads })
  await signAs(page, 'Ada')
  await line(page, 'Is that enough').click()
  const reply = page.getByRole('textbox', { name: 'Reply' })
  await reply.fill('For the nights, yes.')
  await reply.press('Control+Enter')
  await expect(line(page, 'For the nights')).toBeVisible()
  await page.keyboard.press('Escape')
  const theirs = {
    ...threads,
    size: {
      ...threads.size,
      comments: { ...threads.size.comments, other: said('Grace', '13', 'I measured 900 MiB.') },
    },
    queue: {
      kind: 'note',
      pin: { element: 'jobs', named: 'jobs' },
      comments: { theirs: said('Grace', '13', 'Keep messages for a week.') },
    },
  }
  await app.offer(FILE, designText(elements, layout, { threads: theirs }))
  await page.getByTestId('bar-disk').getByRole('button', { name: 'Review…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Merge' }).click()
  await expect(lines(page)).toHaveCount(4)
  await expect(line(page, 'Keep messages for a week.')).toBeVisible()
  await line(page, 'For the nights').click()
  await expect(page.getByRole('list', { name: 'Comments' })).toHaveText(
    /Is that enough memory\?.*I measured 900 MiB\..*For the nights, yes\./s,
  )
})
