/** Whose work is in the app: found, and read to the end, without a network. */
import { expect, test } from './app'

test('the licence of everything inside is found and read', async ({ app, page }) => {
  await app.menu('Help', 'About Fairlead')
  await page.getByRole('dialog').getByRole('button', { name: 'Licences…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Licences' })
  const works = dialog.getByRole('option')
  await expect(works.first()).toBeVisible()
  expect(await works.count()).toBeGreaterThan(40)

  // The focus is in the search, and one stop further in what it found.
  await page.keyboard.type('elk')
  await expect(works).toHaveCount(1)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const text = dialog.getByRole('region', { name: 'Licence of elkjs' })
  await expect(text).toContainText('Eclipse Public License')
  await expect(text).toContainText('https://github.com/kieler/elkjs')

  await dialog.getByRole('searchbox').fill('MPL-2.0')
  await expect(works).toHaveText([/resvg/])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})
