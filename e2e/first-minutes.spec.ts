/** The first minutes: templates, what to try on the empty canvas, the tour, and what buttons say. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './app'
import { axeFaults } from './axe'

const folder = new URL('../assets/templates/', import.meta.url)
const titles: string[] = readdirSync(folder).map(
  (file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')).title,
)

const steps = (page: Page) => page.getByTestId('first-steps')
const tour = (page: Page) => page.getByTestId('tour')
const takeTour = (page: Page) => page.getByRole('button', { name: 'Take the tour' })

for (const title of titles) {
  test(`the template “${title}” opens without problems`, async ({ app, page }) => {
    await page.getByRole('button', { name: title }).click()
    await expect(app.figure(/^(?:Task definition|Kubernetes workload)/).first()).toBeVisible()
    for (const severity of ['error', 'warning', 'advice'] as const)
      await expect.poll(() => app.count(severity)).toBe(0)
    await expect(steps(page)).toHaveCount(0)
  })
}

test('New… is used with the keys: arrows between the cards, Enter takes one', async ({ app, page }) => {
  await app.menu('File', 'New…')
  const cards = page.getByRole('dialog').getByRole('listitem').getByRole('button')
  await cards.first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(cards.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await expect(cards.nth(1)).toBeFocused()
  await page.keyboard.press('End')
  await expect(cards.last()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('document-name')).toHaveText('Kubernetes on EKS')
})

test('the three things to try are ticked as somebody does them', async ({ app, page }) => {
  await expect(page.getByText('Try it here')).toBeVisible()
  await app.drag('service', { x: 800, y: 300 })
  await expect(page.getByText('Try it here')).toHaveCount(0)
  await expect(steps(page)).toContainText('First steps: 1 of 3')
  await app.drag('application-load-balancer', { x: 420, y: 300 })
  await app.connect('application-load-balancer', 'service')
  await expect(steps(page)).toContainText('First steps: 2 of 3')
  await page.keyboard.press('Escape')
  await app.drag('cluster', { x: 700, y: 560 })
  await app.select('service')
  await app.drag('task-definition', app.node('service'))
  await expect(steps(page)).toContainText('First steps: 3 of 3')
  await steps(page).getByRole('button', { name: 'Close the first steps' }).click()
  await expect(steps(page)).toHaveCount(0)
})

test('a task definition is pasted onto the empty canvas', async ({ app, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const json = readFileSync(new URL('./fixtures/orders-api.json', import.meta.url), 'utf8')
  await page.evaluate((text) => navigator.clipboard.writeText(text), json)
  await page.locator('.react-flow').focus()
  await page.keyboard.press('Control+V')
  await app.acceptImport()
  await expect(app.figure(/^Task definition orders-api/)).toBeVisible()
})

test('what was opened lately is offered on the empty canvas', async ({ app, page }) => {
  await app.openDesign({ web: { kind: 'cluster', spec: { clusterName: 'web' } } }, { web: { x: 0, y: 0 } })
  await app.menu('File', 'New…')
  await page.getByRole('button', { name: /^Empty design/ }).click()
  await page.getByRole('button', { name: 'shop.fairlead' }).click()
  await expect(app.node('web')).toBeVisible()
})

test.describe('the tour', () => {
  test('is gone through with the keys, and gives the focus back', async ({ app: _, page }) => {
    await takeTour(page).focus()
    await page.keyboard.press('Enter')
    for (const step of [1, 2, 3, 4, 5]) {
      await expect(tour(page)).toContainText(`Step ${step} of 5`)
      const button = tour(page).getByRole('button', { name: step === 5 ? 'Done' : 'Next' })
      await expect(button).toBeFocused()
      await page.keyboard.press('Enter')
    }
    await expect(tour(page)).toHaveCount(0)
    // The offer is gone: it was taken.
    await expect(takeTour(page)).toHaveCount(0)
    await expect(page.locator('.react-flow')).toBeFocused()
  })

  test('goes back, is skipped with Escape, and starts again from Help', async ({ app, page }) => {
    await takeTour(page).click()
    await tour(page).getByRole('button', { name: 'Next' }).click()
    await tour(page).getByRole('button', { name: 'Back' }).click()
    await expect(tour(page)).toContainText('Step 1 of 5')
    await page.keyboard.press('Escape')
    await expect(tour(page)).toHaveCount(0)
    await app.menu('Help', 'Tour')
    await expect(tour(page)).toContainText('Step 1 of 5')
    await tour(page).getByRole('button', { name: 'Skip the tour' }).click()
    await expect(tour(page)).toHaveCount(0)
  })

  test('stands beside the menus when its panel is hidden, and is always within the window', async ({
    app,
    page,
  }) => {
    await page.setViewportSize({ width: 720, height: 450 })
    // So narrow a window has its panels hidden.
    await expect(page.locator('.palette')).toHaveCount(0)
    await app.menu('Help', 'Tour')
    await expect(tour(page)).toContainText('It is hidden now')
    for (let step = 0; step < 5; step++) {
      await page.waitForTimeout(250)
      const box = await tour(page).boundingBox()
      expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= 720 && box.y + box.height <= 450).toBe(
        true,
      )
      await page.keyboard.press('Enter')
    }
  })
})

test('tooltips have the title and the key, and say why a command can’t be used', async ({ app: _, page }) => {
  // The pointer has to come from somewhere, or nothing was entered.
  await page.mouse.move(700, 400)
  await page.getByRole('button', { name: 'Undo' }).hover()
  await expect(page.getByRole('tooltip')).toContainText(/Undo\s*Ctrl\+Z\s*Nothing to undo/)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('empty canvas, New… and the tour have no accessibility faults', async ({ app, page }) => {
      const check = async (screen: string) => {
        await page.waitForTimeout(400)
        expect(await axeFaults(page), screen).toEqual([])
      }
      await check('empty canvas')
      await takeTour(page).click()
      await check('tour')
      await page.keyboard.press('Escape')
      await app.menu('File', 'New…')
      await check('New…')
    })
  })
}
