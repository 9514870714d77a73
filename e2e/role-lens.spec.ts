/** The role lens: who pulls, reads, writes and calls, with which role, and what is missing. */
import { fargateTask } from '../shared/rules/examples'
import { expect, test } from './app'

const elements = {
  repo: { kind: 'ecr-repository', spec: { repositoryName: 'orders' } },
  password: { kind: 'secret', spec: { Name: 'password' } },
  queue: { kind: 'sqs-queue', spec: { QueueName: 'work' } },
  table: { kind: 'dynamodb-table', spec: { TableName: 'unrelated' } },
  execution: {
    kind: 'iam-role',
    spec: {
      RoleName: 'execution',
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'],
    },
  },
  task: fargateTask({
    family: 'worker',
    executionRoleArn: '@{execution}',
    containerDefinitions: [
      {
        name: 'worker',
        image: '@{repo.uri}:1',
        secrets: [{ name: 'PASSWORD', valueFrom: '@{password}' }],
      },
    ],
  }),
}
const rest = {
  name: 'Worker',
  account: '123456789012',
  connections: { work: { from: 'queue', to: 'task', meaning: 'feeds' } },
}
const layout = {
  repo: { x: 0, y: 0 },
  password: { x: 0, y: 120 },
  queue: { x: 0, y: 240 },
  task: { x: 320, y: 80 },
  execution: { x: 720, y: 0 },
  table: { x: 720, y: 240 },
}

test('asked about a task definition it names each role and mends what is missing', async ({ app, page }) => {
  await app.openDesign(elements, layout, rest)
  await app.select('task')
  await page.keyboard.press('Shift+R')
  const answers = page.getByRole('list').filter({ hasText: 'pulls images from Amazon ECR' })
  await expect(answers.getByRole('listitem')).toHaveCount(3)
  await expect(page.getByTestId('announcer')).toHaveText('Role lens on: 3 uses of roles.')
  const state = (id: string) => app.node(id).locator('.figure')
  await expect(state('repo')).toHaveAttribute('data-state', 'lit')
  await expect(state('table')).toHaveAttribute('data-state', 'unlit')

  // One answer alone lights the one role that does it.
  const secret = answers.getByRole('listitem').filter({ hasText: 'reads secrets' })
  await secret.getByRole('button', { name: /reads secrets/ }).click()
  await expect(state('execution')).toHaveAttribute('data-state', 'lit')
  await expect(state('repo')).toHaveAttribute('data-state', 'unlit')
  await expect(secret).toContainText('secretsmanager:GetSecretValue')
  await secret.getByRole('button', { name: 'Allow it' }).click()
  await expect(secret.getByRole('button', { name: 'Allow it' })).toHaveCount(0)

  const queue = answers.getByRole('listitem').filter({ hasText: 'receives messages' })
  await queue.getByRole('button', { name: 'Attach a role' }).click()
  const saved = await app.saved()
  expect(saved.elements.task?.spec.taskRoleArn).toBeTruthy()
  expect(JSON.stringify(saved.elements.execution?.spec)).toContain('secretsmanager:GetSecretValue')

  await page.keyboard.press('Escape')
  await expect(state('table')).toHaveAttribute('data-state', 'none')
})
