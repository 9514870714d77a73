/** Presenting: the design shown to a room, step by step, and then everything as it was. */
import { readFile } from 'node:fs/promises'
import { expect, test } from './app'
import { axeFaults } from './axe'

const template = new URL('../assets/templates/multi-az-efs.fairlead', import.meta.url)
const thread = (kind: string, pin: object, ...texts: readonly string[]) => ({
  ...{ kind, pin },
  comments: Object.fromEntries(
    texts.map((text, i) => [`c${i}`, { author: 'Ben', written: `2026-11-2${i}T10:00:00.000Z`, text }]),
  ),
})
const threads = {
  first: thread(
    'question',
    { element: 'site-alb' },
    'Must it be open to the internet?',
    'Yes: readers have no account.',
  ),
  second: thread('change-request', { element: 'uploads' }, 'Turn backups on.'),
}

test('threads and the way of a request, with keys only; then view, selection and panels are as they were', async ({
  app,
}) => {
  test.setTimeout(60_000)
  const { page } = app
  const { elements, layout, connections } = JSON.parse(await readFile(template, 'utf8'))
  await app.openDesign(elements, layout, { connections, threads })
  await app.select('site-alb')
  await page.keyboard.press('Control+Shift+M')
  await page.keyboard.press('Control+Equal')
  await app.stillness()
  const before = await app.view()

  await page.keyboard.press('Shift+F5')
  const show = page.getByRole('dialog', { name: 'Presentation' })
  const strip = show.getByRole('region', { name: 'The step' })
  await expect(show).toBeFocused()
  await expect(strip).toContainText('1 of 2')
  await expect(strip.getByRole('heading')).toHaveText(/^editorial.*Question$/)
  await expect(strip.getByRole('listitem')).toHaveText([
    /Ben.*Must it be open/s,
    /Yes: readers have no account/,
  ])
  // Bars and panels lie still below it, out of the reach of hand and screen reader.
  await expect(page.locator('.app')).toHaveAttribute('inert')
  await page.keyboard.press('Space')
  await expect(strip).toContainText('Turn backups on.')
  // At the end it stays; a letter does nothing, and Delete neither.
  for (const key of ['ArrowRight', 'Delete', 'c']) await page.keyboard.press(key)
  await expect(strip).toContainText('2 of 2')

  expect(await axeFaults(page)).toEqual([])

  await strip.getByRole('button', { name: /Open threads/ }).click()
  await page.getByRole('option', { name: 'Request path: Readers → site' }).click()
  await expect(strip).toContainText('1 of 7')
  await page.keyboard.press('End')
  await expect(strip).toContainText('Container cms mounts it at /var/lib/cms/uploads.')
  await page.keyboard.press('Shift+Space')
  await expect(strip).toContainText('Container cms answers on 8080/tcp.')
  await strip.getByRole('button', { name: /^Previous step/ }).click()
  await expect(strip).toContainText('It keeps 2 tasks running on Fargate.')

  await page.keyboard.press('Escape')
  await expect(show).toHaveCount(0)
  await expect(page.locator('#panel-bottom')).toBeVisible()
  await app.expectSelected('site-alb')
  expect(await app.view()).toEqual(before)
  // The file is as it was opened: nothing was done to the design.
  await expect(page.getByRole('banner').getByText('unsaved changes')).toHaveCount(0)
})

test('what there is nothing to show of says what to do', async ({ app }) => {
  const { page } = app
  await app.openDesign({ jobs: { kind: 'sqs-queue', spec: { QueueName: 'jobs' } } }, { jobs: { x: 0, y: 0 } })
  await app.menu('Review', 'Present')
  const strip = page.getByRole('region', { name: 'The step' })
  await expect(strip.getByRole('heading')).toHaveText('No thread is open')
  for (const [name, heading] of [
    ['Changes', 'Nothing to compare with yet'],
    ['Request path', 'No request comes in'],
  ] as const) {
    await strip.getByRole('button', { name: /Open threads|Changes/ }).click()
    await page.getByRole('option', { name, exact: true }).click()
    await expect(strip.getByRole('heading')).toHaveText(heading)
  }
  await strip.getByRole('button', { name: /^End the presentation/ }).click()
  await expect(strip).toHaveCount(0)
  const isWhole = () => page.evaluate(() => document.fullscreenElement !== null)
  await expect.poll(isWhole).toBe(false)

  // Giving the whole screen back ends it, too: with Escape, a browser does so without telling of the key.
  await app.menu('Review', 'Present')
  await expect.poll(isWhole).toBe(true)
  await page.evaluate(() => document.exitFullscreen())
  await expect(strip).toHaveCount(0)
})
