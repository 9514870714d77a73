/**
 * `npm run bench`: builds the measurements as the app is built, and runs them. Run from the sources they would measure
 * the helpers that a TypeScript runner puts around every function, too.
 */
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..')
const OUTPUT = join(ROOT, '.cache/bench')

await build({
  configFile: false,
  root: ROOT,
  logLevel: 'warn',
  publicDir: false,
  build: {
    ssr: 'docs/tools/bench/bench.ts',
    outDir: OUTPUT,
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { format: 'es', entryFileNames: 'bench.mjs' } },
  },
})
await import(pathToFileURL(join(OUTPUT, 'bench.mjs')).href)
