/**
 * A slow machine, on request: `E2E_SLOW=4 npx playwright test` has every page run at a quarter of the speed, and every
 * file of it arrive at another moment. A test that passes here waits for what it says, not for a while.
 */
import type { BrowserContext, Page } from '@playwright/test'

/** How much slower than this machine pages are; 1 is as fast as it is. */
export const SLOW = Number(process.env.E2E_SLOW ?? 1)

/** The longest that a file of the app is held back, in milliseconds. */
const LATEST_MS = 400

export async function slowDown(context: BrowserContext): Promise<void> {
  if (SLOW <= 1) return
  context.on('page', (page) => void throttle(page).catch(() => undefined))
  await context.route('**/*', async (route) => {
    await new Promise((later) => setTimeout(later, Math.random() * LATEST_MS))
    // The page may be gone by now.
    await route.fallback().catch(() => undefined)
  })
}

async function throttle(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW })
}
