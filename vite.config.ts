/** Builds the renderer, and serves it with reloading for `npm run watch`. The other builds are in docs/tools/build.js. */
import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { loadEarly } from './docs/tools/load-early.js'
import { withoutEval } from './docs/tools/without-eval.js'

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as {
  version: string
}

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), loadEarly('/renderer/run.tsx')],
  define: { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(version) },
  // The hosts put a fresh nonce in its place on every load: NONCE_PLACEHOLDER of electron/content/policy.ts.
  // A worker's first import sets its policy up before the rest is loaded, so it comes in chunks, too.
  worker: { format: 'es', plugins: () => [withoutEval()] },
  html: { cspNonce: 'fairlead-nonce-of-this-load' },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: ['chrome140', 'firefox140', 'safari18'],
    // The content security policy allows fonts and workers from our own address only, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    // A chunk of its own, so that renderer/page-policy.ts can set it up before any schema is made.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'zod', test: /node_modules[\\/]zod/ }] } },
    },
  },
})
