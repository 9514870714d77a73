/** What the rules say, reached and worked with the keyboard alone, and read out. */
import { container, fargateTask } from '../shared/rules/examples'
import { expect, type Fairlead, test } from './app'

const task = (family: string) =>
  fargateTask({
    family,
    memory: '4096',
    containerDefinitions: [container({ name: family, logConfiguration: { logDriver: 'json-file' } })],
  })
const elements = { web: task('web'), api: task('api') }
const layout = { web: { x: 0, y: 0 }, api: { x: 400, y: 0 } }

const SIZE = /^Error: 4096 MiB/

async function openShop(app: Fairlead): Promise<void> {
  await app.openDesign(elements, layout)
  await app.page.keyboard.press('Control+Shift+M')
}

const focused = (app: Fairlead) => app.page.locator(':focus')

/** Presses a key until the focus is where it should be; not for ever. */
async function reach(app: Fairlead, key: string, name: RegExp | string): Promise<void> {
  for (let presses = 0; presses < 12; presses++) {
    await app.page.keyboard.press(key)
    const label = (await focused(app).getAttribute('aria-label')) ?? (await focused(app).innerText())
    if (typeof name === 'string' ? label === name : name.test(label)) return
  }
  throw new Error(`${key} does not lead to ${name}.`)
}

test('the list of problems: arrows walk, Enter shows, Tab reaches the fix, and the place is kept', async ({
  app,
  page,
}) => {
  await openShop(app)
  await expect(focused(app)).toHaveRole('row')
  await reach(app, 'ArrowDown', SIZE)
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 selected', { exact: true })).toBeVisible()
  await expect(focused(app)).toHaveAttribute('aria-current', 'true')
  // What is selected on the canvas stays where it is while the arrows walk through the list.
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText('unsaved changes')).toHaveCount(0)
  await page.keyboard.press('Home')

  await reach(app, 'ArrowDown', SIZE)
  await reach(app, 'Tab', /^Fix: /)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: SIZE })).toHaveCount(1)
  await expect(focused(app)).toHaveRole('row')
  await page.keyboard.press('Control+Shift+M')
  await expect(page.getByRole('region', { name: 'Problems' })).toHaveCount(0)
})

test('a waiver and the page of a rule give the focus back', async ({ app, page }) => {
  await openShop(app)
  await reach(app, 'ArrowDown', SIZE)
  await reach(app, 'Tab', 'Waive')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Waive a problem' })
  await expect(dialog.getByRole('textbox', { name: 'Why it is acceptable' })).toBeFocused()
  await page.keyboard.type('Goes away in spring')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('A waiver needs a name.')).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'Who says so' })).toBeFocused()
  await page.keyboard.type('Platform team')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(focused(app)).toHaveAccessibleName('Take the waiver back')

  await reach(app, 'Shift+Tab', 'Open the page of rule taskdef-fargate-cpu-memory')
  await page.keyboard.press('Enter')
  const rule = page.getByRole('dialog')
  await expect(rule.getByRole('heading', { name: 'Wrong' })).toBeVisible()
  await reach(app, 'Tab', 'JSON')
  await page.keyboard.press('Enter')
  await expect(rule.getByText('"memory": "4096"')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(rule).toBeHidden()
  await expect(focused(app)).toHaveAccessibleName('Open the page of rule taskdef-fargate-cpu-memory')
})

test('F8 reads out the problem that it goes to, in the order of the design', async ({ app, page }) => {
  await app.openDesign(elements, layout)
  const said = page.getByTestId('announcer')
  await page.keyboard.press('F8')
  await expect(said).toHaveText(/^Error in web: /)
  const first = await said.innerText()
  await page.keyboard.press('F8')
  await expect(said).not.toHaveText(first)
  await expect(page.locator('[role=row][aria-current=true]')).toBeInViewport()
  await page.keyboard.press('Shift+F8')
  await expect(said).toHaveText(first)
  await page.keyboard.press('Shift+F8')
  await expect(said).toHaveText(/ in api: /)
})

test('the card of a line is read out, reached with Tab, and closed with Escape', async ({ app, page }) => {
  const files = { kind: 'efs-file-system', spec: { CreationToken: 'files', Encrypted: true } }
  const subnet = { kind: 'subnet', spec: { VpcId: 'vpc-0a1b2c3d4e5f60001', AvailabilityZone: 'eu-west-1a' } }
  const service = {
    kind: 'service',
    spec: {
      serviceName: 'web',
      taskDefinition: '@{web}',
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['@{subnet}'] } },
    },
  }
  const places = { service: { x: 400, y: 0 }, files: { x: 0, y: 0 }, subnet: { x: 0, y: 200 } }
  await app.openDesign({ web: elements.web, files, subnet, service }, places)
  await app.connect('files', 'web')
  await expect(page.getByTestId('announcer')).toHaveText(/^What the line changed: web mounts files\./)
  const card = page.getByRole('region', { name: 'What the line changed' })
  await expect(card).toBeVisible()
  const [from, to, over] = await Promise.all(
    [app.node('files'), app.node('web'), card].map((l) => l.boundingBox()),
  )
  for (const end of [from, to]) expect(overlaps(end!, over!)).toBe(false)
  await reach(app, 'Tab', 'Close')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(card.getByRole('checkbox').first()).not.toBeChecked()
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
  await expect(focused(app)).toHaveRole('application')
})

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
