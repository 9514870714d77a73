/** What if a service ran elsewhere: a preview, and one step to accept it. */
import { expect, test } from './app'

const design = {
  format: 'fairlead/1',
  name: 'Shop',
  region: 'eu-west-1',
  elements: {
    main: { kind: 'cluster', spec: { clusterName: 'main' } },
    web: {
      kind: 'service',
      spec: {
        serviceName: 'web',
        cluster: '@{main}',
        taskDefinition: '@{task}',
        desiredCount: 2,
        launchType: 'EC2',
      },
    },
    task: {
      kind: 'task-definition',
      spec: {
        family: 'web',
        requiresCompatibilities: ['EC2'],
        containerDefinitions: [
          {
            name: 'web',
            image: 'public.ecr.aws/nginx/nginx:1.27',
            memory: 512,
            portMappings: [{ containerPort: 80, hostPort: 8080 }],
            logConfiguration: { logDriver: 'json-file' },
          },
        ],
      },
    },
  },
  connections: {},
  layout: { main: { x: 0, y: 0 } },
}

test('switching a service to Fargate shows what breaks, and is one undo step', async ({ app, page }) => {
  await app.offer('shop.fairlead', JSON.stringify(design))
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await app.node('web').click({ position: { x: 60, y: 14 } })
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
