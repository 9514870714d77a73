/** Nothing is lost: after a crash, when another program writes the file, after a merge, and of earlier versions. */
import type { BrowserContext, Page } from '@playwright/test'
import { expect, Fairlead, test } from './app'
import { axeFaults } from './axe'

// Each of these starts the app twice or more.
test.describe.configure({ timeout: 60_000 })

const FILE = 'shop.fairlead'

const elements = {
  jobs: { kind: 'sqs-queue', spec: { QueueName: 'jobs', Attributes: { VisibilityTimeout: '30' } } },
  news: { kind: 'sns-topic', spec: { Name: 'news' } },
}
const layout = { jobs: { x: 0, y: 0 }, news: { x: 0, y: 160 } }

/** The same design with another time, as another program would write it. */
const withTimeout = (seconds: number, rest: object = {}) =>
  JSON.stringify({
    format: 'fairlead/1',
    name: 'Shop',
    region: 'eu-west-1',
    elements: {
      ...elements,
      jobs: {
        kind: 'sqs-queue',
        spec: { QueueName: 'jobs', Attributes: { VisibilityTimeout: `${seconds}` } },
      },
    },
    connections: {},
    layout,
    ...rest,
  })

async function setTimeoutTo(app: Fairlead, seconds: string): Promise<void> {
  await app.select('jobs')
  await app.page.getByRole('textbox', { name: /^Visibility timeout/ }).fill(seconds)
  await app.page.keyboard.press('Tab')
}

/** What this spec is about; accessibility.spec.ts looks at the rest of the window. */
const SHOWN = ['.modal', '.document-bars', '.conflicts', '.notices']

async function accessible(page: Page, screen: string): Promise<void> {
  // Colours are read while nothing fades in.
  await page.waitForTimeout(300)
  const within: string[] = []
  for (const part of SHOWN) if ((await page.locator(part).count()) > 0) within.push(part)
  expect(await axeFaults(page, { within }), screen).toEqual([])
}

/** The window dies, and with it all that it had not written down; somebody starts the app again. */
async function crash(page: Page, context: BrowserContext): Promise<Fairlead> {
  await page.close({ runBeforeUnload: false })
  return Fairlead.open(await context.newPage())
}

/** The mark beside the document's name. */
const unsaved = (page: Page) => page.getByRole('banner').getByText('unsaved changes')

const timeoutIn = (text: string) => Number(JSON.parse(text).elements.jobs.spec.Attributes.VisibilityTimeout)

test('work that a crash left behind is offered, opened beside its file and saved', async ({
  app,
  page,
  context,
}) => {
  await app.openDesign(elements, layout)
  const before = await app.fileText(FILE)
  await setTimeoutTo(app, '45')
  await page.waitForTimeout(1600)

  const next = await crash(page, context)
  const offer = next.page.getByRole('dialog', { name: 'Your unsaved work was kept' })
  await test.step('it says what it is', async () => {
    await expect(offer.getByText(/2 elements · last change today/)).toBeVisible()
    await accessible(next.page, 'offer')
  })
  await test.step('discarding is taken back as easily', async () => {
    await offer.getByRole('button', { name: `Discard ${FILE}` }).click()
    await offer.getByRole('button', { name: `Undo discarding ${FILE}` }).click()
  })
  await test.step('later: it stays in the menu', async () => {
    await offer.getByRole('button', { name: 'Later' }).click()
    await next.menu('File', 'Recover unsaved work…')
  })
  await test.step('opened, it is beside the file', async () => {
    await offer.getByRole('button', { name: `Open ${FILE}` }).click()
    await expect(next.page.getByTestId('document-name')).toHaveText(FILE)
    await expect(next.page.getByTestId('bar-recovered')).toContainText('recovered as of today')
    expect(await next.fileText(FILE)).toBe(before)
    await next.page.getByRole('button', { name: 'Compare with the file…' }).click()
    const compared = next.page.getByRole('dialog', { name: `What differs from ${FILE}` })
    await expect(compared.getByText('Visibility timeout')).toBeVisible()
    await expect(compared.locator('[data-side="after"]')).toContainText('45')
    await compared.getByRole('button', { name: 'OK' }).click()
  })
  await test.step('saved, it is done with', async () => {
    await next.page.keyboard.press('Control+S')
    await expect(next.page.getByTestId('bar-recovered')).toHaveCount(0)
    expect(timeoutIn(await next.fileText(FILE))).toBe(45)
    const third = await crash(next.page, context)
    await expect(third.page.getByText('Draw an ECS architecture')).toBeVisible()
    await expect(third.page.getByRole('dialog')).toHaveCount(0)
  })
})

test('a file that another program changed: reloaded, kept, merged', async ({ app, page }) => {
  await app.openDesign(elements, layout)
  const bar = page.getByTestId('bar-disk')
  const review = page.getByRole('dialog', { name: `${FILE} was changed by another program` })

  await test.step('without changes of one’s own it is reloaded, and Undo knows', async () => {
    await app.offer(FILE, withTimeout(60))
    await expect(bar).toHaveText(new RegExp(`^${FILE} was changed by another program\\.`))
    await bar.getByRole('button', { name: 'Reload' }).click()
    await expect(bar).toHaveCount(0)
    await expect(unsaved(page)).toHaveCount(0)
    expect(await app.undoes()).toBe(`Undo: Take over ${FILE}`)
  })
  await test.step('a save replaces nothing unseen', async () => {
    await setTimeoutTo(app, '45')
    await app.offer(FILE, withTimeout(90))
    await page.keyboard.press('Control+S')
    await expect(review.getByText('One value was changed in two ways')).toBeVisible()
    await accessible(page, 'review')
    await page.keyboard.press('Escape')
    await expect(bar).toContainText('and you have unsaved changes')
    expect(timeoutIn(await app.fileText(FILE))).toBe(90)
  })
  await test.step('mine is kept', async () => {
    await bar.getByRole('button', { name: 'Review…' }).click()
    await review.getByRole('button', { name: 'Keep mine' }).click()
    await expect(unsaved(page)).toHaveCount(0)
    expect(timeoutIn(await app.fileText(FILE))).toBe(45)
  })
  await test.step('both are merged; what clashes is chosen beside the canvas', async () => {
    await setTimeoutTo(app, '50')
    await app.offer(
      FILE,
      withTimeout(99, { elements: { ...JSON.parse(withTimeout(99)).elements, more: elements.news } }),
    )
    await expect(bar).toBeVisible()
    await bar.getByRole('button', { name: 'Review…' }).click()
    await review.getByRole('button', { name: 'Merge' }).click()
    await expect(app.node('more')).toBeVisible()
    const panel = page.getByRole('region', { name: 'Conflicts' })
    await accessible(page, 'conflicts')
    await panel
      .getByRole('toolbar', { name: /^Choose for .*Visibility timeout/ })
      .getByText('99')
      .click()
    await expect(panel.getByText('All conflicts are settled.')).toBeVisible()
    await page.keyboard.press('Control+S')
    await expect(unsaved(page)).toHaveCount(0)
    expect(timeoutIn(await app.fileText(FILE))).toBe(99)
  })
  await test.step('an earlier version comes back, unsaved', async () => {
    await app.menu('File', 'Earlier versions…')
    const versions = page.getByRole('dialog', { name: `Earlier versions of ${FILE}` })
    await versions.getByRole('option').last().click()
    await expect(versions.getByText(/^From the version of today/)).toBeVisible()
    await accessible(page, 'versions')
    await versions.getByRole('button', { name: 'Restore' }).click()
    await expect(unsaved(page)).toHaveCount(1)
    expect(timeoutIn(await app.fileText(FILE))).toBe(99)
  })
})

test('a file that is emptied or deleted loses nothing', async ({ app, page }) => {
  await app.openDesign(elements, layout)
  await test.step('emptied', async () => {
    await app.offer(FILE, '')
    await expect(page.getByTestId('bar-disk')).toContainText('can’t be read any more')
    await page.getByRole('button', { name: 'Review…' }).click()
    const dialog = page.getByRole('dialog', { name: `${FILE} can’t be read any more` })
    await expect(dialog.getByText('The file is empty.')).toBeVisible()
    await accessible(page, 'unreadable')
    await dialog.getByRole('button', { name: 'Keep mine' }).click()
    await expect(page.getByTestId('bar-disk')).toHaveCount(0)
    expect(timeoutIn(await app.fileText(FILE))).toBe(30)
  })
  await test.step('deleted', async () => {
    await page.evaluate(async (name) => (await navigator.storage.getDirectory()).removeEntry(name), FILE)
    await expect(page.getByTestId('bar-disk')).toContainText('Saving writes it anew')
    await expect(unsaved(page)).toHaveCount(1)
    await page.getByTestId('bar-disk').getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByTestId('bar-disk')).toHaveCount(0)
    expect(timeoutIn(await app.fileText(FILE))).toBe(30)
  })
  await test.step('saved while something is dragged: the drag goes on, and counts as unsaved', async () => {
    await app.hold('news', { x: 0, y: 160 })
    await page.keyboard.press('Control+S')
    await page.mouse.up()
    await expect(unsaved(page)).toHaveCount(1)
    await app.expectAt('news', { y: 320 })
  })
})

test('a save that fails says what helps, and the work survives a crash', async ({ app, page, context }) => {
  await app.openDesign(elements, layout)
  await page.evaluate(() => {
    FileSystemFileHandle.prototype.createWritable = async () => {
      throw new DOMException('', 'QuotaExceededError')
    }
  })
  await setTimeoutTo(app, '45')
  await page.keyboard.press('Control+S')
  const notice = page.getByTestId('notice')
  await expect(notice).toContainText('There is no space left to write the file.')
  await expect(notice).toContainText('your work is kept for recovery')
  await expect(notice.getByRole('button', { name: 'Save as…' })).toBeVisible()
  await expect(notice.getByRole('button', { name: 'Try again' })).toBeVisible()
  await accessible(page, 'notice')

  const next = await crash(page, context)
  await next.page.getByRole('button', { name: `Open ${FILE}` }).click()
  await expect(next.page.getByTestId('bar-recovered')).toBeVisible()
  await next.page.keyboard.press('Control+S')
  await expect(unsaved(next.page)).toHaveCount(0)
  expect(timeoutIn(await next.fileText(FILE))).toBe(45)
})

test('in Korean and in the dark: recovered work, and conflicts that a merge in git left', async ({
  app,
  page,
  context,
}) => {
  const conflict = {
    of: 'element',
    id: 'jobs',
    pointer: '/spec/Attributes/VisibilityTimeout',
    base: '30',
    ours: '45',
    theirs: '60',
  }
  await page.evaluate(() =>
    localStorage.setItem(
      'fairlead.settings',
      JSON.stringify({ theme: 'dark', panels: { tour: 1 }, language: 'ko' }),
    ),
  )
  await app.reload()
  await app.offer(FILE, withTimeout(45, { conflicts: { 'jobs-visibilitytimeout': conflict } }))
  await page.keyboard.press('Control+O')

  await test.step('conflicts are settled one by one', async () => {
    const bar = page.getByTestId('bar-conflicts')
    await expect(bar).toContainText('병합에서 충돌 1개가 남았습니다.')
    await accessible(page, 'bar')
    await bar.getByRole('button', { name: '해결…' }).click()
    const panel = page.getByRole('region', { name: '충돌' })
    await expect(panel.getByText('현재 설계의 값')).toBeVisible()
    await accessible(page, 'conflicts')
    await panel
      .getByRole('button', { name: /상대 값/ })
      .last()
      .focus()
    await page.keyboard.press('Enter')
    await expect(panel.getByText('모든 충돌을 해결했습니다.')).toBeVisible()
    await expect(panel.getByRole('button', { name: '충돌 닫기' })).toBeFocused()
    await page.waitForTimeout(1600)
  })
  await test.step('and are still settled after a crash', async () => {
    const next = await crash(page, context)
    const offer = next.page.getByRole('dialog', { name: '저장하지 않은 작업이 보관되어 있습니다' })
    await accessible(next.page, 'offer')
    await offer.getByRole('button', { name: `${FILE} 열기` }).click()
    await expect(next.page.getByTestId('bar-recovered')).toContainText('복구한')
    await expect(next.page.getByTestId('bar-conflicts')).toHaveCount(0)
    await next.page.keyboard.press('Control+S')
    await expect(next.page.getByTestId('bar-recovered')).toHaveCount(0)
    const saved = JSON.parse(await next.fileText(FILE))
    expect(saved.elements.jobs.spec.Attributes.VisibilityTimeout).toBe('60')
    expect(saved.conflicts).toBeUndefined()
  })
})
