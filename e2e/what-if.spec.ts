/** What if a service ran elsewhere: a preview, and one step to accept it. */
import { container, ec2Task, service } from '../shared/rules/examples'
import { expect, test } from './app'

const elements = {
  main: { kind: 'cluster', spec: { clusterName: 'main' } },
  web: service({ cluster: '@{main}', launchType: 'EC2' }),
  task: ec2Task({
    containerDefinitions: [
      container({
        memory: 512,
        portMappings: [{ containerPort: 80, hostPort: 8080 }],
        logConfiguration: { logDriver: 'json-file' },
      }),
    ],
  }),
}
const layout = { main: { x: 0, y: 0 } }

test('switching a service to Fargate shows what breaks, and is one undo step', async ({ app, page }) => {
  await app.openDesign(elements, layout)
  await app.select('web')
  await page.getByRole('button', { name: 'What if it ran elsewhere?' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Switches “web”.')).toBeVisible()
  await expect(dialog.getByText('network-fargate-awsvpc')).toBeVisible()
  await expect(dialog.getByText('log-driver-fargate')).toBeVisible()
  await expect(dialog.getByText('Somebody has to decide.').first()).toBeVisible()
  await dialog.getByRole('button', { name: /^Switch, with \d+ fixes$/ }).click()
  await expect(dialog).toBeHidden()
  const saved = await app.saved()
  expect(saved.elements.web?.spec.launchType).toBe('FARGATE')
  expect(saved.elements.task?.spec.networkMode).toBe('awsvpc')
  await page.keyboard.press('Control+Z')
  expect((await app.saved()).elements.web?.spec.launchType).toBe('EC2')
})
