/** What a person feels: the built app in real Chromium, from the press of Open to the first picture, and frame by frame. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type Browser, chromium, type Page } from '@playwright/test'
import { serialize } from '../../../shared/design/serialize'
import { type Scene, sceneOf } from '../../../shared/figures/scene'
import { findChromium } from '../chromium.js'
import type { Row } from './core'
import { arranged } from './drawing'
import { floorPage } from './floor'
import { heapGrowth } from './heap'

/** Frames are timed in the page; these are the numbers that people feel. */
interface Frames {
  readonly p95: number
  readonly worst: number
}

const STEPS = 60

/** Opens one design of each size in a browser of its own, so that none inherits the other's memory. */
export async function measureBrowser(sizes: readonly number[]): Promise<readonly (readonly Row[])[]> {
  const executablePath = findChromium({ whole: true })
  if (executablePath === undefined) {
    console.log(
      'The app was not measured in a browser: no Chrome or Chromium was found (npm test installs one).',
    )
    return sizes.map(() => [])
  }
  return served(async (address) => {
    const columns: (readonly Row[])[] = []
    for (const size of sizes) {
      const browser = await chromium.launch({ executablePath })
      columns.push(await measure(browser, address, size))
      await browser.close()
    }
    return columns
  })
}

/** Serves the built app for as long as the work takes. */
export async function served<T>(work: (address: string) => Promise<T>): Promise<T> {
  const server = spawn(process.execPath, ['electron/launch/start.js', '--host=browser', '--no-open'])
  try {
    return await work(await addressOf(server))
  } finally {
    server.kill()
    await once(server, 'exit')
  }
}

async function addressOf(server: ReturnType<typeof spawn>): Promise<string> {
  let said = ''
  for await (const chunk of server.stdout ?? []) {
    said += String(chunk)
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)
    if (address) return address[0]
  }
  throw new Error(`The app could not be served: ${said}`)
}

async function measure(browser: Browser, address: string, size: number): Promise<readonly Row[]> {
  const design = await arranged(size)
  const page = await browser.newPage({ viewport: VIEWPORT })
  const start = await started(page, address)
  const { picture, interactive } = await open(page, serialize(design))
  const scene = sceneOf(design)
  const app = await framesOf(page, scene)
  const growth = size === HEAP_SIZE ? await heapGrowth(page) : undefined
  await page.close()
  const bare = await browser.newPage({ viewport: VIEWPORT })
  await bare.setContent(floorPage(scene))
  const floor = await framesOf(bare, scene)
  await bare.close()
  return [
    { stage: 'start: page load until a key works', time: start, target: STARTED },
    { stage: 'open in the app to first picture', time: picture },
    { stage: 'open in the app until Tab selects', time: interactive, ...limit(size, OPENED) },
    ...(['panAll', 'zoom', 'pan', 'dragAll', 'drag'] as const).flatMap((stage) =>
      rows(stage, app, floor, size),
    ),
    {
      stage: 'heap growth over 10,000 edits, %',
      unit: '%',
      ...(growth === undefined ? {} : { time: growth, target: 10 }),
    },
  ]
}

export const VIEWPORT = { width: 1440, height: 900 }

/** Milliseconds until the app can be worked with. */
const STARTED = 2000

/** Milliseconds until a design of that many elements can be worked with. */
const OPENED: Readonly<Record<number, number>> = { 1000: 1500, 5000: 4000 }

/** Ten thousand edits are made within minutes at no larger size. */
const HEAP_SIZE = 100

/** A frame may take at most that many times as long as on the bare page. */
const FLOORS = 2

const STAGES = {
  panAll: 'panning, all in view',
  zoom: 'zooming',
  pan: 'panning, 100 %',
  dragAll: 'dragging one, all in view',
  drag: 'dragging one, 100 %',
} as const

type Stages = Readonly<Record<keyof typeof STAGES, Frames>>

function limit(size: number, targets: Readonly<Record<number, number>>): { readonly target?: number } {
  const target = targets[size]
  return target === undefined ? {} : { target }
}

function rows(stage: keyof typeof STAGES, app: Stages, floor: Stages, size: number): readonly Row[] {
  const name = `frame while ${STAGES[stage]}`
  const ratio = app[stage].p95 / floor[stage].p95
  const held = size === 5000 && stage !== 'zoom' ? { target: FLOORS } : {}
  return [
    { stage: `${name}, p95`, time: app[stage].p95 },
    { stage: `${name}, worst`, time: app[stage].worst },
    { stage: `${name}, bare page, p95`, time: floor[stage].p95 },
    { stage: `${name}, times the bare page`, time: ratio, unit: '×', ...held },
  ]
}

/** Everything that is timed frame by frame, on the app or on the bare page. */
async function framesOf(page: Page, scene: Scene): Promise<Stages> {
  const panAll = await pan(page)
  const dragAll = await drag(page, scene)
  const zoomed = await zoom(page)
  await page.keyboard.press('Control+0')
  await page.waitForTimeout(500)
  return { panAll, zoom: zoomed, pan: await pan(page), dragAll, drag: await drag(page, scene) }
}

/** Loads the app with nothing in the browser's cache, until the key that opens the command palette does. */
async function started(page: Page, address: string): Promise<number> {
  const start = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator('.react-flow').waitFor()
  await page.keyboard.press('Control+K')
  await page.getByRole('dialog').waitFor()
  const time = performance.now() - start
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  return time
}

/** Gives the open dialog a file of the page's own file system, presses Open, and waits until it can be worked with. */
export async function open(
  page: Page,
  text: string,
): Promise<{ readonly picture: number; readonly interactive: number }> {
  await page.evaluate(async (content) => {
    const folder = await navigator.storage.getDirectory()
    const handle = await folder.getFileHandle('bench.fairlead', { create: true })
    const writable = await handle.createWritable()
    await writable.write(content)
    await writable.close()
    Object.assign(window, { showOpenFilePicker: async () => [handle] })
  }, text)
  const start = performance.now()
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.locator('.react-flow__node, .overview').first().waitFor({ state: 'attached' })
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  const picture = performance.now() - start
  await page.locator('.react-flow').focus()
  await page.keyboard.press('Tab')
  await page.getByText('1 selected', { exact: true }).waitFor()
  const interactive = performance.now() - start
  await page.keyboard.press('Escape')
  await page.waitForTimeout(1500)
  return { picture, interactive }
}

/** Where the canvas is in the window, and how it is moved: the app's, or the bare page's. */
async function viewOf(page: Page): Promise<{ x: number; y: number; zoom: number }> {
  return page.evaluate(() => {
    const bare = (window as unknown as { view?: { x: number; y: number; zoom: number } }).view
    if (bare) return bare
    const box = document.querySelector('.react-flow')?.getBoundingClientRect()
    const style = document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform ?? ''
    const [x = 0, y = 0, zoom = 1] = (style.match(/-?[\d.e-]+(?=px|\))/g) ?? []).map(Number)
    return { x: x + (box?.x ?? 0), y: y + (box?.y ?? 0), zoom }
  })
}

/** Drags the card nearest to the middle of the window to and fro; a press on one of its dots would draw a line instead. */
async function drag(page: Page, scene: Scene): Promise<Frames> {
  const { x, y, zoom } = await viewOf(page)
  const places = scene.items
    .filter(({ figure }) => !figure.content)
    .map(({ rect }) => ({ x: (rect.x + rect.width / 4) * zoom + x, y: (rect.y + 20) * zoom + y }))
  const far = (at: { x: number; y: number }) => Math.hypot(at.x - 640, at.y - 420)
  const [start] = places.sort((a, b) => far(a) - far(b))
  if (!start) throw new Error('There is nothing to drag.')
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  const timed = await frames(page, async (step) => {
    const swing = step % 20 < 10 ? step % 10 : 10 - (step % 10)
    await page.mouse.move(start.x + swing * 6, start.y + swing * 3)
  })
  await page.mouse.up()
  await page.keyboard.press('Control+Z')
  await page.keyboard.press('Escape')
  return timed
}

async function pan(page: Page): Promise<Frames> {
  await page.mouse.move(640, 420)
  return frames(page, async (step) => {
    await page.mouse.wheel(step % 20 < 10 ? 24 : -24, step % 2 === 0 ? 12 : -12)
  })
}

async function zoom(page: Page): Promise<Frames> {
  await page.mouse.move(640, 420)
  await page.keyboard.down('Control')
  const timed = await frames(page, async (step) => page.mouse.wheel(0, step % 20 < 10 ? -20 : 20))
  await page.keyboard.up('Control')
  return timed
}

async function frames(page: Page, move: (step: number) => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const times: number[] = []
    let last = performance.now()
    const tick = () => {
      const now = performance.now()
      times.push(now - last)
      last = now
      if ((window as { benchOn?: boolean }).benchOn) requestAnimationFrame(tick)
    }
    Object.assign(window, { benchOn: true, benchTimes: times })
    requestAnimationFrame(tick)
  })
  for (let step = 0; step < STEPS; step++) await move(step)
  const times = await page.evaluate(() => {
    Object.assign(window, { benchOn: false })
    // The first frame began before the movement did.
    return (window as unknown as { benchTimes: number[] }).benchTimes.slice(1)
  })
  times.sort((a, b) => a - b)
  return { p95: times[Math.floor(times.length * 0.95)] ?? Number.NaN, worst: times.at(-1) ?? Number.NaN }
}
