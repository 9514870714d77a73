/** Drawing lines: what they bring with them, and taking parts of it back. */
import { container, fargateTask } from '../shared/rules/examples'
import { expect, type Fairlead, test } from './app'

const elements = {
  vpc: { kind: 'vpc', spec: { CidrBlock: '10.0.0.0/16' } },
  a: { kind: 'subnet', spec: { VpcId: '@{vpc}', AvailabilityZone: 'eu-west-1a' } },
  b: { kind: 'subnet', spec: { VpcId: '@{vpc}', AvailabilityZone: 'eu-west-1b' } },
  access: {
    kind: 'security-group',
    spec: { GroupName: 'front', Description: 'Front', VpcId: '@{vpc}', SecurityGroupIngress: [] },
  },
  front: {
    kind: 'application-load-balancer',
    spec: {
      Name: 'front',
      Subnets: ['@{a}', '@{b}'],
      SecurityGroups: ['@{access}'],
      Listeners: [{ Protocol: 'HTTP', Port: 80 }],
    },
  },
  web: {
    kind: 'service',
    spec: {
      serviceName: 'web',
      taskDefinition: '@{task}',
      desiredCount: 2,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['@{a}', '@{b}'] } },
    },
  },
  task: fargateTask({ containerDefinitions: [container({ portMappings: [{ containerPort: 8080 }] })] }),
}

const layout = {
  vpc: { x: 0, y: 0 },
  front: { x: 0, y: 320 },
  web: { x: 420, y: 300 },
}

async function openShop(app: Fairlead): Promise<void> {
  await app.openDesign(elements, layout)
  await expect(app.node('front')).toBeVisible()
}

test('a line to a service brings its target group, and says so part by part', async ({ app, page }) => {
  await openShop(app)
  await app.connect('front', 'web')
  const card = page.getByTestId('change-card')
  await expect(card).toBeVisible()
  await expect(card.getByRole('heading', { level: 2 })).toContainText('front')
  const opened = card.getByRole('checkbox', { name: /Guard the tasks of “web”/ })
  await expect(opened).toBeChecked()
  const offered = card.getByRole('checkbox', { name: /60 seconds/ })
  await expect(offered).not.toBeChecked()

  // Taking a part back and taking an offer change the same step.
  await card.getByText('Guard the tasks of “web”').click()
  await card.getByText('60 seconds').click()
  await expect(opened).not.toBeChecked()
  await expect(offered).toBeChecked()
  const saved = await app.saved()
  expect(saved.elements['web-targets']?.spec).toMatchObject({ TargetType: 'ip', Port: 8080 })
  expect(saved.elements['web-tasks']).toBeUndefined()
  expect(saved.elements.web?.spec.healthCheckGracePeriodSeconds).toBe(60)

  await page.keyboard.press('Control+Z')
  await expect(card).toBeHidden()
  expect(Object.keys((await app.saved()).elements).sort()).toEqual(Object.keys(elements).sort())
})

test('the whole line goes with its button, and the card with the next edit', async ({ app, page }) => {
  await openShop(app)
  await app.connect('front', 'web')
  const card = page.getByTestId('change-card')
  await card.getByRole('button', { name: 'Undo the line' }).click()
  await expect(card).toBeHidden()
  await expect(app.node('web-targets')).toHaveCount(0)
})

test('an impossible end dims while the line is drawn, says why, and offers what can stand', async ({
  app,
  page,
}) => {
  const lustre = { kind: 'fsx-lustre', label: 'scratch', spec: { FileSystemType: 'LUSTRE' } }
  const bucket = { kind: 's3-bucket', spec: { Bucket: 'files' } }
  const places = { task: { x: 0, y: 0 }, lustre: { x: 420, y: 0 }, bucket: { x: 420, y: 160 } }
  await app.openDesign({ task: elements.task, lustre, bucket }, places)
  await app.holdLine('task', 'lustre')
  const state = (id: string) => app.node(id).locator('.figure')
  await expect(state('lustre')).toHaveAttribute('data-state', 'impossible')
  await expect(state('bucket')).toHaveAttribute('data-state', 'possible')
  await expect(page.getByTestId('connect-reason')).toContainText('volume-fsx-lustre-unsupported')
  await page.mouse.up()
  await page.getByRole('menuitem', { name: /EFS/ }).click()
  const kinds = Object.values((await app.saved()).elements).map((one) => (one as { kind?: string }).kind)
  expect(kinds).toContain('efs-file-system')
})
