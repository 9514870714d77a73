/** Every member of the schema in one tree: found by typing, edited, added, moved and removed with the keyboard. */
import type { Page } from '@playwright/test'
import { fargateTask } from '../shared/rules/examples'
import { expect, test } from './app'

const { kind, spec } = fargateTask({ cpu: '512', memory: '1024' })
const elements = { web: { kind, spec: { ...spec, 'x-vendor': { kept: true } } } }

const tree = (page: Page) => page.getByRole('treegrid', { name: 'All fields' })
const row = (page: Page, name: string | RegExp) => tree(page).getByRole('row', { name })
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search all fields' })

test.beforeEach(async ({ app, page }) => {
  await app.openDesign(elements, { web: { x: 0, y: 0 } })
  await app.select('web')
  await page.getByRole('tab', { name: 'All fields' }).click()
})

test('a field is found by what it is called, and set where it stands', async ({ app, page }) => {
  await search(page).fill('stop timeout')
  await page.keyboard.press('ArrowDown')
  await expect(row(page, /^Containers/)).toBeFocused()
  await page.keyboard.press('End')
  await expect(row(page, /^Stop timeout: not set, default 30/)).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('45')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Stop timeout: 45')).toBeFocused()
  expect((await app.saved()).elements.web?.spec).toMatchObject({
    containerDefinitions: [{ stopTimeout: 45 }],
  })
  await row(page, 'Stop timeout: 45').press('Delete')
  await expect(row(page, /^Stop timeout: not set/)).toBeFocused()
  expect((await app.saved()).elements.web?.spec).toEqual(elements.web.spec)
})

test('letters typed on a row go into the search', async ({ page }) => {
  await row(page, /^Family/).focus()
  await page.keyboard.type('pid')
  await expect(search(page)).toHaveValue('pid')
  await expect(row(page, /^PID mode/)).toBeVisible()
  await expect(row(page, /^Family/)).toHaveCount(0)
})

test('the arrows open and close, as in any tree', async ({ page }) => {
  const containers = row(page, /^Containers/)
  await containers.focus()
  await page.keyboard.press('ArrowRight')
  await expect(containers).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowRight')
  await expect(tree(page).locator(':focus')).toHaveAttribute('aria-level', '2')
  await page.keyboard.press('ArrowLeft')
  await expect(containers).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(containers).toHaveAttribute('aria-expanded', 'false')
})

test('items are added, named, moved and removed', async ({ app, page }) => {
  const names = async () => {
    const { containerDefinitions } = (await app.saved()).elements.web?.spec ?? {}
    return (containerDefinitions as { name?: string }[]).map(({ name }) => name)
  }
  const [first] = await names()
  await row(page, /^Containers/).hover()
  await row(page, /^Containers/)
    .getByRole('button', { name: 'Add an item to Containers' })
    .click()
  await expect(row(page, /^Item 2/)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type('helper')
  await page.keyboard.press('Enter')
  expect(await names()).toEqual([first, 'helper'])
  await page.keyboard.press('ArrowLeft')
  await expect(row(page, /^helper/)).toBeFocused()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(row(page, /^helper/)).toBeFocused()
  expect(await names()).toEqual(['helper', first])
  await page.keyboard.press('Control+Z')
  expect(await names()).toEqual([first, 'helper'])
  await row(page, /^helper/).press('Delete')
  expect(await names()).toEqual([first])
})

test('what the schema does not know is changed as JSON', async ({ app, page }) => {
  await row(page, /^x-vendor/).click()
  const box = tree(page).getByRole('textbox', { name: 'x-vendor' })
  await expect(box).toHaveValue('{\n  "kept": true\n}')
  await box.fill('{ "kept": ')
  await expect(tree(page).getByText('The last good state stays in effect.')).toBeVisible()
  expect((await app.saved()).elements.web?.spec['x-vendor']).toEqual({ kept: true })
  await box.fill('{ "kept": [1] }')
  expect((await app.saved()).elements.web?.spec['x-vendor']).toEqual({ kept: [1] })
})

test('only what is set', async ({ page }) => {
  await page.getByRole('button', { name: 'Only what is set' }).click()
  await expect(row(page, /^Family/)).toBeVisible()
  await expect(row(page, /^PID mode/)).toHaveCount(0)
})

test('in Korean a field is found by its Korean and by its English name', async ({ page }) => {
  await page.getByRole('button', { name: 'Language: English' }).click()
  await page.getByRole('menuitem', { name: '한국어' }).click()
  const field = page.getByRole('searchbox', { name: '모든 필드 검색' })
  const found = page.locator('[data-pointer="/containerDefinitions/0/healthCheck"]')
  for (const typed of ['상태 확인', 'ㅅㅌㅎㅇ', 'health check', 'healthCheck']) {
    await field.fill(typed)
    await expect(found, typed).toBeVisible()
  }
  await expect(found).toContainText('상태 확인')
})
