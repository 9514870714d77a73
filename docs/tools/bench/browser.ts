/** What a person feels: the built app in real Chromium, from the press of Open to the first picture, and frame by frame. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type Browser, chromium, type Page } from '@playwright/test'
import { serialize } from '../../../shared/design/serialize'
import { findChromium } from '../chromium.js'
import type { Row } from './core'
import { arranged } from './drawing'

/** Frames are timed in the page; these are the numbers that people feel. */
interface Frames {
  readonly p95: number
  readonly worst: number
}

const STEPS = 60

/** Opens one design of each size in a browser of its own, so that none inherits the other's memory. */
export async function measureBrowser(sizes: readonly number[]): Promise<readonly (readonly Row[])[]> {
  const executablePath = findChromium()
  if (executablePath === undefined) {
    console.log(
      'The app was not measured in a browser: no Chrome or Chromium was found (npm test installs one).',
    )
    return sizes.map(() => [])
  }
  const server = spawn(process.execPath, ['electron/launch/start.js', '--host=browser', '--no-open'])
  const address = await addressOf(server)
  try {
    const columns: (readonly Row[])[] = []
    for (const size of sizes) {
      const browser = await chromium.launch({ executablePath })
      columns.push(await measure(browser, address, size))
      await browser.close()
    }
    return columns
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
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(address)
  await page.locator('.react-flow').waitFor()
  const opened = await open(page, serialize(await arranged(size)))
  const whole = await pan(page)
  const zoomed = await zoom(page)
  await page.keyboard.press('Control+0')
  await page.waitForTimeout(500)
  const close = await pan(page)
  const row = (stage: string, { p95, worst }: Frames, target?: number): Row[] => [
    { stage: `${stage}, p95`, time: p95 },
    { stage: `${stage}, worst`, time: worst, ...(target === undefined || size > 1000 ? {} : { target }) },
  ]
  return [
    { stage: 'open in the app to first picture', time: opened },
    ...row('frame while panning, all in view', whole, 100),
    ...row('frame while zooming', zoomed),
    ...row('frame while panning, 100 %', close, 100),
  ]
}

/** Gives the open dialog a file of the page's own file system, presses Open, and waits for the picture. */
async function open(page: Page, text: string): Promise<number> {
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
  await page.locator('.react-flow__node').first().waitFor({ state: 'attached' })
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  const time = performance.now() - start
  await page.waitForTimeout(1500)
  return time
}

async function pan(page: Page): Promise<Frames> {
  return frames(page, async (step) => {
    await page.mouse.wheel(step % 20 < 10 ? 24 : -24, step % 2 === 0 ? 12 : -12)
  })
}

async function zoom(page: Page): Promise<Frames> {
  await page.keyboard.down('Control')
  const timed = await frames(page, async (step) => page.mouse.wheel(0, step % 20 < 10 ? -20 : 20))
  await page.keyboard.up('Control')
  return timed
}

async function frames(page: Page, move: (step: number) => Promise<void>): Promise<Frames> {
  await page.mouse.move(640, 420)
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
