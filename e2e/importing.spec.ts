/** Files of other tools: what they would bring is seen first, and comes in as a design of its own or into the open one. */
import { expect, test } from './app'

const task = (image: string) =>
  JSON.stringify({
    family: 'orders',
    spotty: true,
    containerDefinitions: [{ name: 'api', image, essential: true }],
  })

test('an import joins the open design as one step, and says before what it changes', async ({
  app,
  page,
}) => {
  await app.offer('orders.json', task('nginx:1'))
  await app.import()
  await expect(app.figure(/^Task definition orders/)).toBeVisible()
  // It is arranged before it is saved.
  await expect(page.getByRole('button', { name: 'Arrange automatically' })).not.toHaveAttribute(
    'data-pending',
  )
  const before = await app.saved()
  await app.offer('orders.json', task('nginx:2'))
  await app.menu('File', 'Import files…')
  const dialog = page.getByRole('dialog')
  await test.step('the preview tells what is kept as written, with its place', async () => {
    await expect(dialog.getByRole('tab', { name: 'Kept as written 1' })).toHaveAttribute(
      'aria-selected',
      'true',
    )
    await expect(dialog.getByText('“spotty” is kept as it was written')).toBeVisible()
    await expect(dialog.getByText('/spotty', { exact: true })).toBeVisible()
  })
  await test.step('into the open design', async () => {
    await dialog.getByText('Into “orders”').click()
    await expect(dialog.getByText('0 new, 1 changed, 1 already there')).toBeVisible()
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(page.getByTestId('notice')).toContainText('0 new, 1 changed')
  })
  const after = await app.saved()
  expect(after.elements['orders-task']?.spec).toMatchObject({
    containerDefinitions: [{ image: '@{docker-hub}nginx:2' }],
  })
  expect(after.layout).toEqual(before.layout)
  await page.keyboard.press('Control+Z')
  expect(await app.saved()).toEqual(before)
})
