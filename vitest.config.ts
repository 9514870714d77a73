/** Unit tests: beside the code, without a window. The journeys through the app are in e2e/. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/**
 * Modules are loaded once for all test files of a worker, not once for each: loading every kind and rule anew takes longer
 * than most tests. Electron's main process is a program of side effects, so each of its tests starts it afresh.
 */
export default defineConfig({
  plugins: [react()],
  test: {
    environment: 'node',
    // Stylesheets are read by tests that compare them with the drawing's tokens.
    css: true,
    testTimeout: 20_000,
    // All cores: by itself it leaves one idle, which on a machine of two is half of it.
    maxWorkers: '100%',
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: ['{shared,renderer,docs/tools}/**/*.test.{ts,tsx}'],
          setupFiles: ['renderer/testing/same-start.ts'],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'electron', include: ['electron/**/*.test.ts'] } },
    ],
  },
})
