/** WCAG 2.2 AA as far as a machine can tell, on the main screen in both themes. */

import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './app'

for (const theme of ['light', 'dark'] as const) {
  test(`the main screen has no accessibility faults (${theme})`, async ({ app, page }) => {
    await page.emulateMedia({ colorScheme: theme })
    const check = async (screen: string) => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      const found = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)
      expect(found, screen).toEqual([])
    }
    await check('empty')
    await app.offer(
      'orders-api.json',
      await readFile(new URL('./fixtures/orders-api.json', import.meta.url), 'utf8'),
    )
    await app.menu('File', 'Import task definitions…')
    const card = app.figure(/^Task definition orders-api/)
    await expect(card).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+M')
    await check('with a design, the problems panel and nothing selected')
    await card.click({ position: { x: 60, y: 16 } })
    await check('with a task definition in the inspector')
  })
}
