/** Getting at things by typing: the palette of commands, find, and the keys that people choose themselves. */
import type { Page } from '@playwright/test'
import { container, fargateTask } from '../shared/rules/examples'
import { expect, type Fairlead, test } from './app'
import { axeFaults } from './axe'

const elements = {
  orders: fargateTask({
    family: 'orders',
    containerDefinitions: [
      container({ name: 'app', image: 'public.ecr.aws/shop/orders-api:1.4.2' }),
      container({
        name: 'proxy',
        image: 'public.ecr.aws/envoy:1.30',
        essential: false,
        environment: [{ name: 'UPSTREAM_URL', value: 'http://localhost:8080' }],
      }),
    ],
  }),
  files: { kind: 'efs-file-system', label: '주문 파일', spec: {} },
  table: { kind: 'dynamodb-table', spec: { TableName: 'orders-table' } },
}
const layout = { orders: { x: 0, y: 0 }, files: { x: 400, y: 0 }, table: { x: 400, y: 200 } }

const palette = (page: Page) => page.getByRole('dialog', { name: /Command palette|명령 팔레트/ })
const field = (page: Page) => page.getByRole('combobox', { name: /^(Commands|명령)/ })
const active = (page: Page) => palette(page).getByRole('option', { selected: true })
const command = (page: Page, name: string) => palette(page).getByRole('option', { name })

/** As far as a machine can tell, for a part of the page. */
async function isAccessible(page: Page, part: string): Promise<void> {
  expect(await axeFaults(page, { within: [part] }), part).toEqual([])
}

/** A key as it arrives while Hangul input is switched on: the code says which, the rest says what the method made of it. */
async function pressHangul(
  page: Page,
  code: string,
  key: string,
  held: Pick<KeyboardEventInit, 'ctrlKey' | 'shiftKey' | 'isComposing'> = {},
): Promise<void> {
  await page.evaluate(
    ([code, key, held]) => {
      const target = document.activeElement ?? document.body
      const event = new KeyboardEvent('keydown', { code, key, bubbles: true, cancelable: true, ...held })
      // The constructor has no key code; input methods report this one.
      Object.defineProperty(event, 'keyCode', { get: () => 229 })
      target.dispatchEvent(event)
    },
    [code, key, held] as const,
  )
}

async function speakKorean(app: Fairlead): Promise<void> {
  await app.page.keyboard.press('Control+K')
  await field(app.page).fill('korean')
  await app.page.keyboard.press('Enter')
  await expect(app.page.getByRole('button', { name: '파일', exact: true })).toBeVisible()
}

test.describe('the command palette', () => {
  test('runs what was typed, remembers it, and gives the focus back', async ({ app, page }) => {
    await app.openDesign(elements, layout)
    await app.select('files')
    const before = await page.evaluate(() => document.activeElement?.className)
    await page.keyboard.press('Control+K')
    await expect(field(page)).toBeFocused()
    await field(page).fill('sel all')
    await expect(active(page)).toHaveAccessibleName(/^Select all/)
    await page.keyboard.press('Enter')
    await expect(page.getByText('3 selected', { exact: true })).toBeVisible()
    expect(await page.evaluate(() => document.activeElement?.className)).toBe(before)
    await page.keyboard.press('Control+Shift+P')
    await expect(palette(page).getByRole('group', { name: 'Recently used' })).toContainText('Select all')
    await page.keyboard.press('Control+Shift+P')
    await expect(palette(page)).toHaveCount(0)
  })

  test('finds in Korean and by initials, in either language of the interface', async ({ app, page }) => {
    await app.openDesign(elements, layout)
    await page.keyboard.press('Control+K')
    for (const [typed, name] of [
      ['되돌', 'Undo'],
      ['ㄷㄷㄹㄱ', 'Undo'],
      ['ㅈㄷㅈㄹ', 'Arrange automatically'],
    ] as const) {
      await field(page).fill(typed)
      await expect(active(page)).toContainText(name)
    }
    await page.keyboard.press('Escape')
    await speakKorean(app)
    await page.keyboard.press('Control+K')
    for (const [typed, name] of [
      ['undo', '되돌리기'],
      ['ㄷㄷㄹㄱ', '되돌리기'],
    ] as const) {
      await field(page).fill(typed)
      await expect(active(page)).toContainText(name)
    }
    await isAccessible(page, '.command-palette')
  })

  test('keeps what can’t be used, with the reason, and says it on Enter', async ({ app, page }) => {
    await app.openDesign(elements, layout)
    await page.keyboard.press('Control+K')
    await field(page).fill('undo')
    await expect(command(page, 'Undo')).toHaveAttribute('aria-disabled', 'true')
    await expect(command(page, 'Undo')).toContainText('Nothing to undo.')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('announcer')).toContainText('Nothing to undo.')
    await expect(palette(page)).toBeVisible()
    await isAccessible(page, '.command-palette')
  })

  test('adds elements, and goes to those that are there', async ({ app, page }) => {
    await app.openDesign(elements, layout)
    await page.keyboard.press('Control+K')
    await field(page).fill('add queue')
    await field(page).fill('sqs')
    await command(page, 'Add SQS queue').click()
    await expect(app.figure(/^SQS queue/)).toBeVisible()
    await page.keyboard.press('Control+K')
    await field(page).fill('주문')
    await expect(active(page)).toContainText('주문 파일')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('announcer')).toContainText('주문 파일')
    await expect(page.getByText('1 selected', { exact: true })).toBeVisible()
  })

  test('leaves Enter to the input method while it makes a syllable', async ({ app, page }) => {
    await app.openDesign(elements, layout)
    await page.keyboard.press('Control+K')
    await field(page).fill('모두 선')
    await expect(active(page)).toContainText('Select all')
    await pressHangul(page, 'Enter', 'Enter', { isComposing: true })
    await pressHangul(page, 'Escape', 'Escape', { isComposing: true })
    await expect(palette(page)).toBeVisible()
    await expect(page.getByText('3 selected', { exact: true })).toHaveCount(0)
    await page.keyboard.press('Enter')
    await expect(page.getByText('3 selected', { exact: true })).toBeVisible()
  })

  test('opens with Hangul input switched on', async ({ app, page }) => {
    await app.openDesign(elements, layout)
    await app.select('files')
    await pressHangul(page, 'KeyK', 'ㅏ', { ctrlKey: true })
    await expect(palette(page)).toBeVisible()
    await page.keyboard.press('Escape')
    // A bare key on the canvas: H is the hand, whatever the input method says.
    await pressHangul(page, 'KeyH', 'ㅗ')
    await expect(page.locator('.canvas')).toHaveAttribute('data-tool', 'hand')
  })
})

test.describe('find', () => {
  const bar = (page: Page) => page.getByRole('search', { name: 'Find in the design' })

  test('goes from hit to hit, and says where the words stand', async ({ app, page }) => {
    await app.openDesign(elements, layout)
    await page.keyboard.press('Control+F')
    const input = bar(page).getByRole('textbox')
    await expect(input).toBeFocused()
    await input.fill('orders')
    await expect(page.getByTestId('find-count')).toHaveText('1 of 3')
    await expect(page.getByTestId('find-place')).toHaveText('name: orders')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('find-count')).toHaveText('2 of 3')
    await expect(page.getByTestId('find-place')).toHaveText('image: public.ecr.aws/shop/orders-api:1.4.2')
    await expect(app.node('orders').locator('.figure-row')).toHaveCount(1)
    await expect(page.getByTestId('announcer')).toContainText('2 of 3: Task definition orders. image:')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.press('Shift+Enter')
    await expect(page.getByTestId('find-count')).toHaveText('3 of 3')
    await isAccessible(page, '.find-bar')
    await page.keyboard.press('Escape')
    await expect(bar(page)).toHaveCount(0)
    await expect(page.getByText('1 selected', { exact: true })).toBeVisible()
    await page.keyboard.press('F3')
    await expect(page.getByTestId('announcer')).toContainText('1 of 3')
  })

  test('finds variables by name, never by value, and says when there is nothing', async ({ app, page }) => {
    await app.openDesign(elements, layout)
    await page.keyboard.press('Control+F')
    const input = bar(page).getByRole('textbox')
    await input.fill('upstream')
    await expect(page.getByTestId('find-place')).toHaveText('variable: UPSTREAM_URL')
    await input.fill('localhost')
    await expect(page.getByTestId('find-count')).toHaveText('No results')
    await input.fill('ㅈㅁ')
    await expect(page.getByTestId('find-place')).toContainText('주문 파일')
  })
})

test.describe('keys', () => {
  const sheet = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  const recorder = (page: Page) => sheet(page).getByRole('textbox', { name: /Press the new keys/ })
  const change = (page: Page, name: string) =>
    sheet(page).getByRole('button', { name: `Change the keys of ${name}` })

  test('can be changed, and taken from who had them', async ({ app, page }) => {
    await app.openDesign(elements, layout)
    await app.select('files')
    await page.keyboard.press('Shift+Slash')
    await change(page, 'Select all').click()
    await expect(recorder(page)).toBeFocused()
    await page.keyboard.press('Control+D')
    await expect(sheet(page).getByText('Used by “Duplicate”, which would lose them.')).toBeVisible()
    await isAccessible(page, '.modal')
    await page.keyboard.press('Enter')
    await expect(change(page, 'Select all')).toBeFocused()
    await expect(sheet(page).locator('[data-command="edit.duplicate"]')).toContainText('no keys')
    await page.keyboard.press('Escape')

    await page.keyboard.press('Control+D')
    await expect(page.getByText('3 selected', { exact: true })).toBeVisible()
    await page.keyboard.press('Shift+Slash')
    await sheet(page).getByRole('button', { name: 'Reset all' }).click()
    await expect(sheet(page).locator('[data-command="select.all"]')).toContainText('Ctrl+A')
  })

  test('may be two presses, with a hint between them', async ({ app, page }) => {
    await app.openDesign(elements, layout)
    await page.keyboard.press('Shift+Slash')
    await change(page, 'Select all').click()
    await page.keyboard.press('Alt+KeyQ')
    await page.keyboard.press('KeyE')
    await expect(recorder(page)).toHaveValue('Alt+Q E')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Alt+KeyQ')
    await expect(page.getByTestId('shortcuts-hint')).toContainText('Select all')
    await page.keyboard.press('KeyE')
    await expect(page.getByText('3 selected', { exact: true })).toBeVisible()
    await expect(page.getByTestId('shortcuts-hint')).toHaveCount(0)
    // The second press alone means nothing, and neither does the first one after a while.
    await page.keyboard.press('Alt+KeyQ')
    await expect(page.getByTestId('shortcuts-hint')).toBeVisible()
    await expect(page.getByTestId('shortcuts-hint')).toHaveCount(0)
  })

  test('are found by name and by key', async ({ app, page }) => {
    await page.keyboard.press('Shift+Slash')
    const search = sheet(page).getByRole('searchbox')
    await search.fill('ctrl+shift+z')
    await expect(sheet(page).locator('[data-command]')).toHaveText([/^Redo/])
    await search.fill('ㄷㄷㄹㄱ')
    await expect(app.page.locator('[data-command="edit.undo"]')).toBeVisible()
  })
})

test.describe('the context menu', () => {
  const menu = (page: Page) => page.getByRole('menu')

  test('selects what is below the pointer, and acts on it', async ({ app, page }) => {
    await app.openDesign(elements, layout)
    await app.node('files').click({ button: 'right', position: { x: 60, y: 14 } })
    await expect(menu(page)).toHaveAccessibleName('Element')
    await expect(page.getByText('1 selected', { exact: true })).toBeVisible()
    await isAccessible(page, '.context-menu')
    await menu(page).getByRole('menuitem', { name: 'Delete' }).click()
    await expect(app.node('files')).toHaveCount(0)
  })

  test('stays for all that is selected', async ({ app, page }) => {
    await app.openDesign(elements, layout)
    await page.keyboard.press('Control+A')
    await app.node('files').click({ button: 'right', position: { x: 60, y: 14 } })
    await expect(menu(page)).toHaveAccessibleName('Selected elements')
    await expect(page.getByText('3 selected', { exact: true })).toBeVisible()
  })

  test('of a row selects the container', async ({ app, page }) => {
    await app.openDesign(elements, layout)
    await app.node('orders').click({ button: 'right', position: { x: 60, y: 60 } })
    await expect(menu(page)).toHaveAccessibleName('Row')
    await expect(app.node('orders').locator('.figure-row')).toHaveCount(1)
    await expect(menu(page).getByRole('menuitem', { name: 'Delete' })).toHaveCount(0)
  })

  test('of the empty canvas, in its corner, is whole', async ({ app, page }) => {
    await app.openDesign(elements, layout)
    await app.select('files')
    const canvas = await page.locator('.canvas').boundingBox()
    if (!canvas) throw new Error('There is no canvas.')
    await page.mouse.click(canvas.x + canvas.width - 14, canvas.y + canvas.height - 14, { button: 'right' })
    await expect(menu(page)).toHaveAccessibleName('Canvas')
    await expect(page.getByText('1 selected', { exact: true })).toHaveCount(0)
    await expect(menu(page)).toBeInViewport({ ratio: 1 })
    await expect(menu(page).getByRole('menuitem', { name: /^Arrange automatically/ })).toBeVisible()
  })

  test('opens with the keyboard, and gives the focus back', async ({ app, page }) => {
    await app.openDesign(elements, layout)
    await app.select('orders')
    const before = await page.evaluate(() => document.activeElement?.className)
    await page.keyboard.press('Shift+F10')
    await expect(menu(page).getByRole('menuitem').first()).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(menu(page)).toHaveCount(0)
    // The menu gives it back with the next frame.
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe(before)
    await page.keyboard.press('ContextMenu')
    await page.keyboard.type('Dup')
    await page.keyboard.press('Enter')
    await expect(app.node('orders-2')).toBeVisible()
  })

  test('another right click opens the menu of what is there', async ({ app, page }) => {
    await app.openDesign(elements, layout)
    await app.node('files').click({ button: 'right', position: { x: 60, y: 14 } })
    await expect(menu(page)).toHaveAccessibleName('Element')
    const canvas = await page.locator('.canvas').boundingBox()
    await page.mouse.click((canvas?.x ?? 0) + 200, (canvas?.y ?? 0) + 700, { button: 'right' })
    await expect(menu(page)).toHaveAccessibleName('Canvas')
  })
})
