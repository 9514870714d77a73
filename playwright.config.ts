/** The journeys through the built app: in Chromium, and in Electron or its double. */
import { defineConfig } from '@playwright/test'
import { findChromium } from './docs/tools/chromium.js'
import { SLOW } from './e2e/slow'

const port = Number(process.env.E2E_PORT ?? 4179)
const executablePath = findChromium()
const url = `http://127.0.0.1:${port}/`

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.cache/e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // Two: the machines that run these have two cores, and each test has a browser.
  workers: 2,
  timeout: 30_000 * SLOW,
  expect: { timeout: 7_000 * SLOW },
  reporter: 'list',
  use: {
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    // `--trace on` has one made; each takes a fifth of a test's time, whether it fails or not.
    trace: 'off',
    launchOptions: executablePath === undefined ? {} : { executablePath },
  },
  projects: [
    { name: 'chromium', testIgnore: ['desktop.spec.ts', 'screenshots.spec.ts'] },
    { name: 'desktop', testMatch: 'desktop.spec.ts' },
    // Takes pictures for people to look at: `npm run screenshots`.
    { name: 'screenshots', testMatch: 'screenshots.spec.ts' },
  ],
  webServer: {
    command: `node electron/launch/start.js --host=browser --no-open --port=${port}`,
    url,
    reuseExistingServer: !process.env.CI,
    timeout: 120_000,
    stdout: 'pipe',
  },
})
