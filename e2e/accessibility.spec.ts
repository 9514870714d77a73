/** WCAG 2.2 AA as far as a machine can tell, on the main screen and on what the rules say, in both themes. */

import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { container, fargateTask } from '../shared/rules/examples'
import { expect, type Fairlead, test } from './app'

async function check(app: Fairlead, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: app.page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const found = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)
  expect(found, screen).toEqual([])
}

const elements = {
  web: fargateTask({
    memory: '4096',
    containerDefinitions: [container({ secrets: [{ name: 'PASSWORD', valueFrom: '@{password}' }] })],
  }),
  service: {
    kind: 'service',
    spec: {
      serviceName: 'web',
      taskDefinition: '@{web}',
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['@{subnet}'] } },
    },
  },
  password: { kind: 'secret', spec: { Name: 'password' } },
  files: { kind: 'efs-file-system', spec: { CreationToken: 'files', Encrypted: true } },
  subnet: { kind: 'subnet', spec: { VpcId: 'vpc-0a1b2c3d4e5f60001', AvailabilityZone: 'eu-west-1a' } },
}
const layout = {
  service: { x: 400, y: 0 },
  password: { x: 0, y: 120 },
  files: { x: 0, y: 0 },
  subnet: { x: 0, y: 240 },
}
const waivers = {
  size: {
    rule: 'taskdef-fargate-cpu-memory',
    element: 'web',
    path: '/memory',
    reason: 'Goes away in spring',
    author: 'Platform team',
  },
}

/** What is on the screen, by what somebody did to see it. */
const surfaces: Readonly<Record<string, (app: Fairlead) => Promise<void>>> = {
  'the problems panel with a reason and a waiver': async (app) => {
    await app.page.keyboard.press('Control+Shift+M')
    const waived = app.problem('Waived by')
    for (const other of [/^Warnings/, /^Advice/]) await app.page.getByRole('button', { name: other }).click()
    await waived.getByRole('button', { name: 'Why' }).click()
    await expect(waived.getByRole('list', { name: 'Sources' })).toBeVisible()
  },
  'the waiver of a problem': async (app) => {
    await app.page.keyboard.press('Control+Shift+M')
    await app.page.getByRole('button', { name: 'Waive', exact: true }).first().click()
    await app.page.getByRole('dialog').getByRole('button', { name: 'Waive' }).click()
  },
  'the page of a rule': async (app) => {
    await app.page.keyboard.press('Control+Shift+M')
    await app.page
      .getByRole('button', { name: /Open the page of rule/ })
      .first()
      .click()
  },
  'a choice of fixes': async (app) => {
    await app.page.keyboard.press('Control+Period')
  },
  'the card of a line': async (app) => {
    await app.connect('files', 'web')
    await expect(app.page.getByTestId('change-card')).toBeVisible()
  },
  'the role lens': async (app) => {
    await app.select('web')
    await app.page.keyboard.press('Shift+R')
    await app.page.getByRole('button', { name: /reads secrets/ }).click()
  },
  'what if it ran elsewhere': async (app) => {
    await app.page.keyboard.press('Control+Shift+E')
    await app.page
      .getByRole('dialog')
      .getByRole('button', { name: /^All changes/ })
      .click()
  },
  'the inspector with traits and advice': async (app) => {
    await app.select('web')
    await app.page
      .getByRole('button', { name: /^Advice/ })
      .last()
      .click()
    await app.page.getByRole('button', { name: 'What it is for' }).click()
  },
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme })

    test('the main screen has no accessibility faults', async ({ app, page }) => {
      await check(app, 'empty')
      await app.offer(
        'orders-api.json',
        await readFile(new URL('./fixtures/orders-api.json', import.meta.url), 'utf8'),
      )
      await app.menu('File', 'Import task definitions…')
      const card = app.figure(/^Task definition orders-api/)
      await expect(card).toBeVisible()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+Shift+M')
      await check(app, 'with a design, the problems panel and nothing selected')
      await card.click({ position: { x: 60, y: 16 } })
      await check(app, 'with a task definition in the inspector')
    })

    for (const [name, show] of Object.entries(surfaces)) {
      test(`${name} has no accessibility faults`, async ({ app, page }) => {
        await app.openDesign(elements, layout, { waivers })
        await show(app)
        // Colours are read while nothing fades in or out.
        await page.waitForTimeout(400)
        await check(app, name)
      })
    }
  })
}
