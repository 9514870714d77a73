import { expect, test } from './app'

test('a service becomes a workload of EKS in one step, after both sides were compared', async ({
  app,
  page,
}) => {
  await app.menu('File', 'New…')
  await page.getByRole('dialog').getByText('Fargate web service behind an ALB').first().click()
  await app.select('orders-api')
  await app.menu('Edit', 'Compare and convert, ECS or EKS…')
  const dialog = page.getByRole('dialog', { name: 'From ECS to Kubernetes' })
  const row = dialog.getByRole('row', { name: /containerDefinitions\[0\]\.healthCheck/ })
  await expect(row).toContainText('livenessProbe')
  await dialog.getByRole('button', { name: 'Convert', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(app.figure(/^Kubernetes workload orders-api/)).toBeVisible()
  await expect(app.figure(/^Kubernetes Ingress/)).toBeVisible()
  await expect(app.figure(/^Service /)).toHaveCount(0)
  await page.keyboard.press('Control+Z')
  await expect(app.figure(/^Service /)).toBeVisible()
  await expect(app.figure(/^Kubernetes workload/)).toHaveCount(0)
})
