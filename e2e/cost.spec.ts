/** The Cost panel: what a design costs a month, what that rests on, and what people enter. */
import AxeBuilder from '@axe-core/playwright'
import { element, fargateTask, service } from '../shared/rules/examples'
import { expect, type Fairlead, test } from './app'

const elements = {
  main: element('cluster', { clusterName: 'main' }),
  task: fargateTask({ cpu: '512', memory: '1024' }),
  web: service({ launchType: 'FARGATE', cluster: '@{main}', desiredCount: 2 }),
  nat: element('nat-gateway', { ConnectivityType: 'private' }),
}
const layout = { main: { x: 0, y: 0 }, web: { x: 40, y: 60 }, nat: { x: 500, y: 0 } }

/** Opens a design in Virginia, whose prices are known, with the panel. */
async function openCosts(app: Fairlead, region = 'us-east-1'): Promise<void> {
  await app.openDesign(elements, layout, { region })
  await app.menu('View', 'Cost estimate')
  await expect(panel(app)).toBeVisible()
}

const panel = (app: Fairlead) => app.page.getByRole('region', { name: 'Cost', exact: true })
const row = (app: Fairlead, name: RegExp) => panel(app).getByRole('row', { name })
const aside = (app: Fairlead) => panel(app).getByRole('complementary', { name: 'What it rests on' })
const total = (app: Fairlead) => panel(app).locator('strong')

/** 2 × 730 × (0.5 × 0.04048 + 0.004445), and a NAT gateway for 730 × 0.045. */
const TASKS = 36.04
const NAT = 32.85

test('an estimate by service says what it rests on, and what is entered counts at once', async ({
  app,
  page,
}) => {
  await openCosts(app)
  await expect(total(app)).toHaveText(`$${(TASKS + NAT).toFixed(2)} a month`)
  await expect(aside(app)).toContainText('An estimate by AWS’s list prices')
  await row(app, /^Service web, \$36\.04 a month/).click()
  await app.expectSelected('web')
  await expect(aside(app)).toContainText(/2 tasks × 730.h × \(0\.5.vCPU × \$0\.04048 \+ 1.GB × \$0\.004445\)/)

  await row(app, /^NAT gateway nat/).click()
  await expect(row(app, /^NAT gateway nat/)).toContainText('1 not included')
  await aside(app).getByRole('textbox', { name: 'GB processed a month' }).fill('100')
  await expect(total(app)).toHaveText(`$${(TASKS + NAT + 4.5).toFixed(2)} a month`)
  await page.keyboard.press('Tab')
  expect(await app.undoes()).toBe('Undo: Assume for costs')
  const saved = (await app.saved()) as unknown as { estimate: unknown }
  expect(saved.estimate).toEqual({ usage: { nat: { gb: 100 } } })
  await page.keyboard.press('Control+Z')
  await expect(total(app)).toHaveText(`$${(TASKS + NAT).toFixed(2)} a month`)
})

test('prices have a source and a date, and one’s own count before them until they are taken back', async ({
  app,
  page,
}) => {
  await openCosts(app)
  await panel(app).getByRole('button', { name: 'Prices…' }).click()
  const dialog = page.getByRole('dialog', { name: /^Prices of US East \(N\. Virginia\)/ })
  await dialog.getByRole('textbox', { name: 'Find a price' }).fill('nat gateway')
  const price = dialog.getByRole('row', { name: /^NAT gateway in this design/ })
  await expect(price.getByRole('button', { name: /^Source: pricing.*2026-09-29$/ })).toBeVisible()
  await price.getByRole('textbox').fill('1')
  await expect(price).toContainText('Your own')
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze()
  expect(violations).toEqual([])
  await page.keyboard.press('Escape')
  await expect(total(app)).toHaveText(`$${(TASKS + 730).toFixed(2)} a month`)
  await panel(app).getByRole('button', { name: 'Prices…' }).click()
  await dialog.getByRole('button', { name: 'Take back all of my own' }).click()
  await page.keyboard.press('Escape')
  await expect(total(app)).toHaveText(`$${(TASKS + NAT).toFixed(2)} a month`)
})

test('a Region without prices says so, and another one’s stand in by choice', async ({ app, page }) => {
  await openCosts(app, 'mx-central-1')
  await expect(total(app)).toHaveText('nothing known yet')
  await expect(aside(app)).toContainText('The table has no prices of mx-central-1.')
  await aside(app)
    .getByRole('button', { name: /Prices of/ })
    .click()
  await page.getByRole('option', { name: /^us-east-1/ }).click()
  await expect(aside(app)).toContainText('These are the prices of another Region than the design’s.')
  await expect(total(app)).toHaveText(`$${(TASKS + NAT).toFixed(2)} a month`)
  const { violations } = await new AxeBuilder({ page }).include('.cost').analyze()
  expect(violations).toEqual([])
})
