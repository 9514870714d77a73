/**
 * A crash costs at most five seconds of edits. Somebody moves an element ten times a second, the page or the whole
 * browser is killed at a random moment, and whatever is older than five seconds then has to be offered at the next start.
 */
import { rm } from 'node:fs/promises'
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test'
import { Fairlead } from './app'

const KILLS = process.env.TORTURE ? 200 : 2
const EVERY = 100
/** The promise, in milliseconds. */
const AT_MOST = 5000
/** How long somebody edits without a break: long enough that there are edits which may not be lost. */
const SHORTEST = 5500
const LONGEST = process.env.TORTURE ? 12_000 : 6500

const elements = { web: { kind: 'iam-role', spec: { RoleName: 'web' } } }
/** How far an arrow key moves an element. */
const STEP = 8

const seed = Math.floor(Math.random() * 2 ** 32)

function randomNumbers(start: number): (below: number) => number {
  let state = start
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Edits until the time is over; answers when each edit was made. */
async function edit(app: Fairlead, duration: number): Promise<readonly number[]> {
  await app.select('web')
  await app.page.locator('.react-flow').focus()
  const made: number[] = []
  const start = Date.now()
  while (Date.now() - start < duration) {
    const next = start + made.length * EVERY
    await app.page.waitForTimeout(Math.max(0, next - Date.now()))
    await app.page.keyboard.press('ArrowRight')
    made.push(Date.now())
  }
  return made
}

/** The process is gone from one moment to the next: no event, no last words. */
async function kill(page: Page, whole: boolean): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const gone = whole
    ? new Promise((closed) => page.context().once('close', closed))
    : page.waitForEvent('crash')
  // It never answers.
  devtools.send(whole ? 'Browser.crash' : 'Page.crash').catch(() => undefined)
  await gone
}

async function start(context: BrowserContext): Promise<Fairlead> {
  return Fairlead.open(await context.newPage())
}

/** How much unsaved work the browser keeps. */
function keptWork(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((answer, refuse) => {
        const opening = indexedDB.open('fairlead')
        opening.onerror = () => refuse(opening.error)
        opening.onsuccess = () => {
          const counting = opening.result.transaction('recoveries').objectStore('recoveries').count()
          counting.onsuccess = () => {
            opening.result.close()
            answer(counting.result)
          }
        }
      }),
  )
}

/** Opens what the start offers, and answers how far the element has come. */
async function recovered(app: Fairlead, round: number): Promise<number> {
  const offered = app.page.getByRole('button', { name: 'Open shop.fairlead' })
  await expect(offered, `seed ${seed}, round ${round}`).toBeVisible()
  await offered.click()
  await expect(app.node('web')).toBeVisible()
  await app.stillness()
  return (await app.rect('web')).x / STEP
}

test('a crash costs at most five seconds of edits', async ({ baseURL, launchOptions }, testInfo) => {
  test.setTimeout(process.env.TORTURE ? 7_200_000 : 120_000)
  const random = randomNumbers(seed)
  const profile = testInfo.outputPath('profile')
  const launch = () =>
    chromium.launchPersistentContext(profile, {
      ...launchOptions,
      ...(baseURL === undefined ? {} : { baseURL }),
      viewport: testInfo.project.use.viewport ?? null,
    })
  let context = await launch()
  try {
    let app = await start(context)
    await app.openDesign(elements, { web: { x: 0, y: 0 } })
    const file = await app.fileText('shop.fairlead')
    let at = 0
    let worst = 0
    for (let round = 0; round < KILLS; round++) {
      const made = await edit(app, SHORTEST + random(LONGEST - SHORTEST))
      const whole = round % 2 === 1
      const killed = Date.now()
      await kill(app.page, whole)
      if (whole) context = await launch()
      else await app.page.close()
      app = await start(context)
      // Beside the file, never over it.
      expect(await app.fileText('shop.fairlead')).toBe(file)
      const now = await recovered(app, round)
      const oldest = made[now - at]
      at = now
      worst = Math.max(worst, oldest === undefined ? 0 : killed - oldest)
      expect(worst, `seed ${seed}, round ${round}`).toBeLessThan(AT_MOST)
    }
    console.info(
      `R4: browser, seed ${seed}: ${KILLS} kills of page or browser: oldest edit lost was ${worst} ms old (at most ${AT_MOST})`,
    )
    // It is kept until it is saved, and then no more.
    expect(await keptWork(app.page)).toBe(1)
    await app.saved()
    await expect.poll(() => keptWork(app.page)).toBe(0)
  } finally {
    await context.close()
  }
  await rm(profile, { recursive: true, force: true })
})
