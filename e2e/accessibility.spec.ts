/** WCAG 2.2 AA as far as a machine can tell, on every screen, in both themes and in Korean; and where the focus goes. */

import type { Page } from '@playwright/test'
import { container, fargateTask } from '../shared/rules/examples'
import { expect, type Fairlead, test } from './app'
import { axeFaults } from './axe'

/** Colours are read while nothing fades in or out. */
const FADING = 400

async function check(app: Fairlead, screen: string): Promise<void> {
  expect(await axeFaults(app.page), screen).toEqual([])
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
  'the tour': async (app) => {
    await app.menu('Help', 'Tour')
    await expect(app.page.locator('[class*=tour]').first()).toBeVisible()
  },
  'a picture to be exported': async (app) => {
    await app.page.keyboard.press('Control+E')
    await expect(app.page.getByRole('img', { name: 'The picture' })).toBeVisible()
  },
  'a text to be exported, and what it leaves open': async (app) => {
    await app.page.keyboard.press('Control+E')
    await app.page.getByRole('option', { name: 'Terraform' }).click()
    await expect(app.page.getByRole('tab', { name: 'main.tf' })).toBeVisible()
  },
  'what an import would bring': async (app) => {
    await app.offer('orders.json', '{"family":"orders","odd":1,"containerDefinitions":[{"image":"nginx"}]}')
    await app.menu('File', 'Import files…')
    await expect(app.page.getByRole('radio', { name: /^Into/ })).toBeVisible()
  },
  'about Fairlead': async (app) => app.menu('Help', 'About Fairlead'),
  licences: async (app) => app.menu('Help', 'Licences…'),
  'the inspector with traits and advice': async (app) => {
    await app.select('web')
    await app.page
      .getByRole('button', { name: /^Advice/ })
      .last()
      .click()
    await app.page.getByRole('button', { name: 'What it is for' }).click()
  },
}

/** The same in any language: nothing here is found by what it is called. */
const everywhere: Readonly<Record<string, (app: Fairlead) => Promise<void>>> = {
  'a design, and nothing selected': async () => undefined,
  'the form of an element': async (app) => app.select('web'),
  'all fields of an element': async (app) => inspectorTab(app, 1),
  'the JSON of an element': async (app) => {
    await inspectorTab(app, 2)
    await expect(app.page.locator('.cm-editor')).toBeVisible()
  },
  'several selected': async (app) => app.page.keyboard.press('Control+A'),
  'the problems': async (app) => app.page.keyboard.press('Control+Shift+M'),
  'a menu': async (app) => app.page.getByRole('banner').locator('.top-bar-menu').nth(1).click(),
  'the context menu': async (app) => {
    await app.select('web')
    await app.page.keyboard.press('Shift+F10')
    await expect(app.page.getByRole('menu')).toBeVisible()
  },
  find: async (app) => {
    await app.page.keyboard.press('Control+F')
    await app.page.keyboard.type('pass')
  },
  'the command palette': async (app) => {
    await app.page.keyboard.press('Control+K')
    await app.page.keyboard.type('zo')
  },
  'the shortcut sheet': async (app) => app.page.keyboard.press('Shift+Slash'),
  'quick add': async (app) => app.page.keyboard.press('A'),
  'connecting by keys': async (app) => {
    await app.select('files')
    await app.page.keyboard.press('K')
  },
  'the outline': async (app) => {
    await app.page.keyboard.press('Control+Shift+O')
    await app.page.keyboard.press('End')
    await app.page.keyboard.press('ArrowRight')
  },
  'where to connect': async (app) => {
    await app.select('files')
    await app.page.keyboard.press('Shift+K')
    await expect(app.page.getByRole('option').first()).toBeVisible()
  },
  'where to move': async (app) => {
    await app.select('files')
    await app.page.keyboard.press('Shift+I')
    await expect(app.page.getByRole('option').first()).toBeVisible()
  },
  'a new design': async (app) => app.page.keyboard.press('Control+N'),
  'a narrow window with a panel over the canvas': async (app) => {
    await app.page.setViewportSize({ width: 720, height: 450 })
    await app.page.keyboard.press('Control+Backslash')
    await expect(app.page.locator('.app-left')).toBeVisible()
  },
  'a window with room for icons only': async (app) => {
    await app.page.setViewportSize({ width: 1024, height: 768 })
    await expect(app.page.locator('[data-strip=true]')).toBeVisible()
  },
}

async function inspectorTab(app: Fairlead, index: number): Promise<void> {
  await app.select('web')
  await app.page.locator('.inspector').getByRole('tab').nth(index).click()
}

/** Opens a design and does what shows a screen. */
async function shown(app: Fairlead, show: (app: Fairlead) => Promise<void>): Promise<void> {
  await app.openDesign(elements, layout, { waivers })
  await show(app)
  await app.page.waitForTimeout(FADING)
}

test('a look finds what is wrong: a button without a name, and text that is too pale', async ({
  app,
  page,
}) => {
  await app.openDesign(elements, layout)
  await page.locator('.status-bar').evaluate((bar) => {
    const pale = document.createElement('p')
    pale.textContent = 'Pale'
    // Text of the very colour of its ground is not judged: it may be meant to be hidden.
    Object.assign(pale.style, { color: '#999', background: '#fff' })
    bar.prepend(document.createElement('button'), pale)
  })
  const found = (await axeFaults(page)).map((fault) => fault.split(':')[0])
  expect(found).toEqual(expect.arrayContaining(['button-name', 'color-contrast']))
})

test('the empty canvas has no accessibility faults, light or dark', async ({ app }) => {
  await inBothThemes(app, 'nothing drawn')
})

for (const [name, show] of Object.entries({ ...everywhere, ...surfaces })) {
  test(`${name} has no accessibility faults, light or dark`, async ({ app }) => {
    // Two looks at a whole window take their time on a busy machine.
    test.slow()
    await shown(app, show)
    await inBothThemes(app, name)
  })
}

/** The same screen in the other theme: only colours change, so it is not made anew. */
async function inBothThemes(app: Fairlead, name: string): Promise<void> {
  await check(app, name)
  await app.page.emulateMedia({ colorScheme: 'dark' })
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await app.page.waitForTimeout(FADING)
  await check(app, `${name}, dark`)
}

test.describe('in Korean', () => {
  test.use({ locale: 'ko-KR' })

  for (const [name, show] of Object.entries(everywhere)) {
    test(`${name} has no accessibility faults in Korean`, async ({ app, page }) => {
      await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
      test.slow()
      await shown(app, show)
      await check(app, name)
    })
  }
})

/** The part of the window that has the focus, by the class of its element. */
const region = (page: Page) =>
  page.evaluate((parts) => {
    const at = document.activeElement
    return parts.find((part) => at?.closest(`.${part}`)) ?? at?.tagName ?? ''
  }, PARTS)

const PARTS = ['top-bar', 'app-left', 'canvas', 'app-bottom', 'app-right', 'status-bar']

test('F6 goes from part to part in reading order, and back, without those that are hidden', async ({
  app,
  page,
}) => {
  await app.openDesign(elements, layout)
  await page.keyboard.press('Control+Shift+M')
  await page.locator('.top-bar button').first().focus()
  const visited = []
  for (let press = 0; press < PARTS.length; press++) {
    visited.push(await region(page))
    await page.keyboard.press('F6')
  }
  expect(visited).toEqual(PARTS)
  expect(await region(page)).toBe('top-bar')
  await page.keyboard.press('Shift+F6')
  expect(await region(page)).toBe('status-bar')
  await page.keyboard.press('Control+Backslash')
  await page.keyboard.press('Shift+F6')
  expect(await region(page)).toBe('app-bottom')
  await page.keyboard.press('Shift+F6')
  await page.keyboard.press('Shift+F6')
  expect(await region(page)).toBe('top-bar')
})

test('Tab passes every part of the window in reading order, and the focus is seen', async ({ app, page }) => {
  await app.openDesign({ files: elements.files }, { files: { x: 0, y: 0 } })
  await page.locator('.top-bar button').first().focus()
  const visited = ['top-bar']
  for (let press = 0; press < 140 && visited.at(-1) !== 'status-bar'; press++) {
    await page.keyboard.press('Tab')
    const now = await region(page)
    if (now !== visited.at(-1)) visited.push(now)
    // A line that fades in is not seen at once.
    await expect.poll(() => isSeen(page), `focus after ${press + 1} Tabs, in ${now}`).toBe(true)
  }
  expect(visited).toEqual(['top-bar', 'app-left', 'canvas', 'app-right', 'status-bar'])
})

/** Is there a ring around what has the focus, and is it in the window? */
async function isSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const at = document.activeElement
    if (!at || at === document.body) return false
    const { top, left, bottom, right } = at.getBoundingClientRect()
    const inView = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth
    // A ring may be the element's own, around it (a field's frame), or of a row that it names.
    const near = [
      at,
      at.parentElement,
      at.parentElement?.parentElement,
      at.querySelector('[data-active=true]'),
    ]
    const ringed = near.some((one) => {
      if (!one) return false
      const { boxShadow, outlineStyle } = getComputedStyle(one)
      return boxShadow !== 'none' || outlineStyle !== 'none'
    })
    const after = getComputedStyle(at, '::after')
    // Over the drawing the ring is a frame of its own; a splitter shows its line.
    const framed = after.content !== 'none' && after.borderStyle === 'solid' && after.borderTopWidth === '2px'
    return inView && (ringed || framed || (at.matches('[role=separator]') && after.opacity !== '0'))
  })
}

test('the focus is never lost: after deleting, closing and hiding', async ({ app, page }) => {
  await app.openDesign(elements, layout)
  const kept = () => expect.poll(() => region(page)).not.toBe('BODY')
  await app.select('password')
  await page.keyboard.press('Delete')
  await kept()
  await page.keyboard.press('Control+Shift+M')
  await page.locator('.problems-head button').last().focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.app-bottom')).toHaveCount(0)
  await kept()
  await app.select('web')
  await page.locator('.inspector button').first().focus()
  await page.keyboard.press('Control+Backslash')
  await kept()
  await page.keyboard.press('Control+K')
  await page.keyboard.press('Escape')
  await kept()
  await page.keyboard.press('Control+Shift+O')
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  const question = page.getByRole('dialog')
  if (await question.isVisible()) await page.keyboard.press('Enter')
  await expect(page.getByRole('treeitem')).toHaveCount(0)
  await kept()
})

test('with reduced motion nothing moves by itself', async ({ app, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await app.openDesign(elements, layout)
  await page.keyboard.press('Control+Shift+O')
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((one) => {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(one)
        const lasts = (times: string) => times.split(', ').some((time) => Number.parseFloat(time) > 0)
        return lasts(transitionDuration) || (animationName !== 'none' && lasts(animationDuration))
      })
      .map((one) => `${one.tagName}.${one.getAttribute('class')}`),
  )
  expect(moving).toEqual([])
})

test('edits are read out once: how far, into what, and what it does to the problems', async ({
  app,
  page,
}) => {
  await app.openDesign(elements, layout)
  const said = page.getByTestId('announcer')
  await app.select('files')
  // As quickly as from a hand, on a busy machine, too: one does not wait for the other.
  await Promise.all(Array.from({ length: 3 }, () => page.keyboard.press('ArrowRight')))
  await expect(said).toHaveText('Moved files 24 px right.')
  await app.select('web')
  await page.keyboard.press('Delete')
  await expect(said).toHaveText(/^\d+ new problem.*, \d+ mended\.$|^\d+ (new|mended)/)
  const canvas = page.getByRole('application')
  await expect(canvas).toHaveAccessibleDescription(/^Shop: 4 elements, 0 selected\. Tab and/)
})
