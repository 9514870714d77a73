/**
 * A slow machine, on request: `E2E_SLOW=3 npx playwright test` has every page run at a third of the speed, its files
 * arrive at other moments, and the hand hesitate. A test that passes here waits for what it says, not for a while.
 */
import type { BrowserContext, Page } from '@playwright/test'

/** How much slower than this machine pages are; 1 is as fast as it is. */
export const SLOW = Number(process.env.E2E_SLOW ?? 1)

/** The longest that a file of the app is held back, in milliseconds. */
const LATEST = 400
/** The longest between two movements of the hand, in milliseconds: no pause that ends a step of typing. */
const LONGEST = 120

export async function slowDown(context: BrowserContext): Promise<void> {
  if (SLOW <= 1) return
  context.on('page', (page) => {
    hesitate(page)
    void throttle(page).catch(() => undefined)
  })
  await context.route('**/*', async (route) => {
    await aWhile(LATEST)
    // The page may be gone by now.
    await route.fallback().catch(() => undefined)
  })
}

async function throttle(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW })
}

/** Keys and mouse of the page wait before they act, and letters come one by one. */
function hesitate({ keyboard, mouse }: Page): void {
  const type = keyboard.type.bind(keyboard)
  keyboard.type = async (text) => {
    for (const letter of text) {
      await aWhile(LONGEST)
      await type(letter)
    }
  }
  for (const name of ['press', 'down', 'up'] as const) {
    const act = keyboard[name].bind(keyboard)
    keyboard[name] = async (key: string) => {
      await aWhile(LONGEST)
      await act(key)
    }
  }
  for (const name of ['down', 'up'] as const) {
    const act = mouse[name].bind(mouse)
    mouse[name] = async (options) => {
      await aWhile(LONGEST)
      await act(options)
    }
  }
}

function aWhile(most: number): Promise<void> {
  return new Promise((later) => setTimeout(later, Math.random() * most))
}
