/** Unit tests: beside the code, without a window. The journeys through the app are in e2e/. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  test: {
    environment: 'node',
    // Stylesheets are read by tests that compare them with the drawing's tokens.
    css: true,
    include: ['{shared,electron,renderer,docs/tools}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
  },
})
