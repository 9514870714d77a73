/** Names, written where they stand; and the keyboard with an input method switched on. */
import type { CDPSession, Page } from '@playwright/test'
import { expect, type Fairlead, test } from './app'

const elements = {
  live: { kind: 'cluster', spec: { clusterName: 'live' } },
  web: { kind: 'service', spec: { serviceName: 'web', cluster: '@{live}' } },
  note: { kind: 'note', spec: { text: 'Read me' } },
  task: { kind: 'task-definition', spec: { family: 'task', containerDefinitions: [] } },
}
const layout = {
  live: { x: 0, y: 0, width: 520, height: 240 },
  web: { x: 24, y: 64 },
  note: { x: 0, y: 320 },
  task: { x: 600, y: 0 },
}

test.beforeEach(({ app }) => app.openDesign(elements, layout))

const field = (page: Page) => page.locator('.rename-field')
const drawing = (page: Page) => page.locator('.canvas .react-flow')

/** Double-clicks on the name in an element's header. */
async function onName(app: Fairlead, id: string): Promise<void> {
  await app.node(id).dblclick({ position: { x: 60, y: 18 } })
  await expect(field(app.page)).toBeFocused()
}

test('a double click on the name writes it anew; Enter takes it, as one step', async ({ app, page }) => {
  await onName(app, 'web')
  await expect(field(page)).toHaveValue('web')
  // All of it is selected, so that typing replaces it.
  await page.keyboard.type('shop')
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveCount(0)
  await expect(app.figure(/^Service shop/)).toBeVisible()
  await expect(drawing(page)).toBeFocused()
  await app.expectSelected('web')
  expect(await app.undoes()).toBe('Undo: Rename')
  expect((await app.saved()).elements.web?.spec.serviceName).toBe('shop')
  await page.keyboard.press('Control+Z')
  await expect(app.figure(/^Service web/)).toBeVisible()
})

test('F2 does the same, Escape keeps the old name', async ({ app, page }) => {
  await app.select('live')
  await page.keyboard.press('F2')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('other')
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveCount(0)
  await expect(app.figure(/^Cluster live/)).toBeVisible()
  await app.expectSelected('live')
  await expect(drawing(page)).toBeFocused()
  await expect(page.getByText('unsaved changes')).toHaveCount(0)
})

test('an empty name is refused, with the reason, until there is one', async ({ app, page }) => {
  await app.select('web')
  await page.keyboard.press('F2')
  await field(page).fill('  ')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('A name can’t be empty. Escape keeps the old one.')
  await expect(field(page)).toHaveAttribute('aria-invalid', 'true')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('shop')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(app.figure(/^Service shop/)).toBeVisible()
})

test('a click elsewhere takes the name; the same name is no step', async ({ app, page }) => {
  await onName(app, 'web')
  await page.keyboard.type('shop')
  await app.clickAt({ x: 400, y: 300 })
  await expect(field(page)).toHaveCount(0)
  await expect(app.figure(/^Service shop/)).toBeVisible()
  await page.keyboard.press('Control+Z')
  await onName(app, 'web')
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveCount(0)
  await expect(page.getByText('unsaved changes')).toHaveCount(0)
})

test('while a name is written, keys write: none of them is a shortcut', async ({ app, page }) => {
  await onName(app, 'web')
  await page.keyboard.type('hv')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Delete')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Tab')
  await expect(app.figure(/^Service h/)).toBeVisible()
  await expect(page.locator('.canvas')).toHaveAttribute('data-tool', 'select')
  await app.expectAt('web', { x: 24, y: 64 })
})

test('a double click on the body opens the settings there', async ({ app, page }) => {
  await app.node('task').dblclick({ position: { x: 200, y: 36 } })
  const inspector = page.getByRole('region', { name: 'Inspector' })
  await expect(inspector.locator(':focus')).toBeVisible()
  await app.expectSelected('task')
})

test.describe('with Hangul', () => {
  let keyboard: CDPSession
  test.beforeEach(async ({ page, context }) => {
    keyboard = await context.newCDPSession(page)
  })

  const compose = (text: string) =>
    keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })

  /** A key as an input method has it: a key of its own, code 229, and the place on the keyboard. */
  async function press(code: string, modifiers = 0): Promise<void> {
    const key = { key: 'Process', code, windowsVirtualKeyCode: 229, modifiers }
    await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  }
  const CTRL = 2
  const SHIFT = 8

  test('Enter and Escape of a syllable are the syllable’s, the next ones the name’s', async ({
    app,
    page,
  }) => {
    await onName(app, 'web')
    await compose('가')
    await expect(field(page)).toHaveValue('가')
    await press('Enter')
    await press('Escape')
    await expect(field(page)).toBeFocused()
    await keyboard.send('Input.insertText', { text: '가게' })
    await expect(field(page)).toHaveValue('가게')
    await page.keyboard.press('Enter')
    await expect(field(page)).toHaveCount(0)
    await expect(app.figure(/^Service 가게/)).toBeVisible()
  })

  test('bare keys do nothing in a field while a syllable is written', async ({ app, page }) => {
    await onName(app, 'web')
    await compose('ㅎ')
    await press('KeyH')
    await press('Delete')
    await press('KeyK')
    await expect(page.locator('.canvas')).toHaveAttribute('data-tool', 'select')
    await expect(app.node('web')).toBeVisible()
    await expect(field(page)).toBeFocused()
  })

  test('on the canvas keys are what is written on them, whatever the input method says', async ({
    app,
    page,
  }) => {
    await app.select('web')
    await press('KeyH')
    await expect(page.locator('.canvas')).toHaveAttribute('data-tool', 'hand')
    await press('KeyV')
    await expect(page.locator('.canvas')).toHaveAttribute('data-tool', 'select')
    await press('KeyD', CTRL)
    await expect(app.node('web-2')).toBeVisible()
    await press('KeyZ', CTRL)
    await expect(app.node('web-2')).toHaveCount(0)
    await press('KeyZ', CTRL + SHIFT)
    await expect(app.node('web-2')).toBeVisible()
    await press('Delete')
    await expect(app.node('web-2')).toHaveCount(0)
  })
})

test.describe('in Korean, in the dark theme', () => {
  test.beforeEach(async ({ app, page }) => {
    await app.menu('View', 'Language: 한국어 (Korean)')
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
    await app.menu('보기', '라이트/다크 전환')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  })

  test('names are refused, taken and undone in Korean', async ({ app, page }) => {
    await onName(app, 'web')
    await field(page).fill('')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toContainText('이름은 비워 둘 수 없습니다')
    await page.keyboard.insertText('주문')
    await page.keyboard.press('Enter')
    await expect(app.figure(/ 주문/)).toBeVisible()
    await page.keyboard.press('Control+Z')
    await expect(app.figure(/ web/)).toBeVisible()
    await page.getByRole('banner').getByRole('button', { name: '편집', exact: true }).click()
    await expect(page.getByRole('menuitem', { name: '다시 실행: 이름 바꾸기' })).toBeVisible()
  })

  test('the hand and the keys do what they always do', async ({ app, page }) => {
    await app.move('note', { x: 80, y: 40 })
    await app.expectAt('note', { x: 80, y: 360 })
    await page.keyboard.press('ArrowRight')
    await app.expectAt('note', { x: 88, y: 360 })
    await app.clickAt({ x: 440, y: 200 })
    await app.expectSelected('live')
    await app.move('web', { x: 560, y: 200 })
    await app.expectAt('web', { x: 584, y: 264 })
    await app.expectSelected('web')
  })
})
