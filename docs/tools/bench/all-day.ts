/** Whether the app is as quick in the evening as in the morning: minutes of unbroken work on a design of 5,000 elements. */
import { chromium } from '@playwright/test'
import { serialize } from '../../../shared/design/serialize'
import { findChromium } from '../chromium.js'
import { open, served, VIEWPORT } from './browser'
import type { Row } from './core'
import { arranged } from './drawing'
import { type Held, held } from './heap'
import { randomEdits } from './random-edits'

const SIZE = 5000
/** Presses before the first look: until the history holds as many steps as it ever does, and all caches are filled. */
const WARM_UP = 2000
const ROUND = 250

interface Minute {
  readonly times: readonly number[]
  readonly held: Held
}

/** Works for that many minutes, the first and the last of which are compared. */
export async function measureAllDay(minutes: number): Promise<readonly Row[]> {
  const executablePath = findChromium({ whole: true })
  if (executablePath === undefined) {
    console.log('Nothing was measured: no Chrome or Chromium was found (npm test installs one).')
    return []
  }
  return served(async (address) => {
    const browser = await chromium.launch({ executablePath })
    const page = await browser.newPage({ viewport: VIEWPORT })
    await page.goto(address)
    await page.locator('.react-flow').waitFor()
    await open(page, serialize(await arranged(SIZE)))
    await randomEdits(page, { count: WARM_UP, seed: 1, undoing: false })
    let seed = 2
    const minute = async (): Promise<Minute> => {
      const end = performance.now() + 60_000
      const times: number[] = []
      while (performance.now() < end) {
        times.push(...(await randomEdits(page, { count: ROUND, seed: seed++, undoing: true, viewing: true })))
      }
      // The same view each time: what is in sight has nodes, what is not has none.
      await page.keyboard.press('Escape')
      await page.keyboard.press('Shift+1')
      await page.waitForTimeout(2000)
      return { times, held: await held(page) }
    }
    const first = await minute()
    for (let i = 0; i < minutes - 2; i++) await minute()
    const last = await minute()
    await browser.close()
    console.log(`${minutes} minutes of work on ${SIZE.toLocaleString('en')} elements:`)
    return rows(first, last)
  })
}

/** R12 of the reliability promises: the heap grows by less than a tenth, edits take at most a fifth longer. */
function rows(first: Minute, last: Minute): readonly Row[] {
  const growth = (of: (held: Held) => number) => (of(last.held) / of(first.held) - 1) * 100
  const slower = p95(last.times) / p95(first.times)
  return [
    { stage: 'ten presses until they are painted, first minute, p95', time: p95(first.times) },
    { stage: 'the same, last minute, times the first', time: slower, unit: '×', target: 1.2 },
    { stage: 'heap growth', time: growth(({ heap }) => heap), unit: '%', target: 10 },
    { stage: 'growth of nodes in the page', time: growth(({ nodes }) => nodes), unit: '%', target: 10 },
    { stage: 'growth of listeners', time: growth(({ listeners }) => listeners), unit: '%', target: 10 },
  ]
}

function p95(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN
}
