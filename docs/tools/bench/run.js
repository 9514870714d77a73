/**
 * `npm run bench`: builds the measurements as the app is built, and runs them. Run from the sources they would measure
 * the helpers that a TypeScript runner puts around every function, too.
 */
import { buildForNode } from '../node-build.js'

await buildForNode({
  entry: 'docs/tools/bench/bench.ts',
  output: '.cache/bench/bench.mjs',
  format: 'es',
  target: 'node20',
  packages: 'outside',
})
await import(new URL('../../../.cache/bench/bench.mjs', import.meta.url).href)
