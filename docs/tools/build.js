/**
 * Builds everything into `dist`: the app's page, Electron's main process and preload script, the loopback server and the
 * command line, and the data that the last two read at run time. Run by `npm run build`.
 *
 * Main and preload are separate builds: in one, Vite would put what both use into a shared chunk, which a sandboxed
 * preload can't load.
 */

import { existsSync } from 'node:fs'
import { cp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { STAMP } from '../../electron/launch/freshness.js'
import { bundledPackages } from './bundled-packages.js'
import { shippedWorks } from './licences.js'
import { buildForNode } from './node-build.js'
import { withoutEval } from './without-eval.js'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** @type {readonly import('./node-build.js').NodeBuild[]} */
const NODE_BUILDS = [
  { entry: 'electron/main.ts', output: 'dist/electron/main.cjs', format: 'cjs', target: 'node22' },
  { entry: 'electron/preload.ts', output: 'dist/electron/preload.cjs', format: 'cjs', target: 'chrome140' },
  { entry: 'electron/launch/serve.ts', output: 'dist/launch/serve.mjs', format: 'es', target: 'node20' },
  { entry: 'electron/cli/main.ts', output: 'dist/cli/fairlead.cjs', format: 'cjs', target: 'node20' },
]

/**
 * What the command line reads at run time, beside the code: `../assets` seen from a built file. Fonts are not among it: it
 * takes the page's, as it does with what draws PNGs. Nor are the icons of app and files: installers take them from the source.
 */
async function copyAssets() {
  const target = join(ROOT, 'dist/assets')
  await rm(target, { recursive: true, force: true })
  const filter = (/** @type {string} */ path) => !/\.(?:otf|ttf)$|^(app|document)-icon\./.test(basename(path))
  await cp(join(ROOT, 'assets'), target, { recursive: true, filter })
}

/** Lists what the page may load, once nothing more is added; the hosts answer from this list. */
async function listContent() {
  const page = join(ROOT, 'dist/renderer')
  const entries = await readdir(page, { recursive: true, withFileTypes: true })
  const addresses = entries
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(page, join(entry.parentPath, entry.name)).replaceAll('\\', '/')}`)
  await writeFile(join(ROOT, 'dist/renderer.json'), `${JSON.stringify(addresses.sort(), null, 1)}\n`)
}

/**
 * @param {string} what
 * @param {() => Promise<unknown>} work
 */
async function step(what, work) {
  const start = performance.now()
  await work()
  console.log(`built ${what} in ${((performance.now() - start) / 1000).toFixed(1)} s`)
}

async function buildAll() {
  const started = new Date()
  /** @type {Set<string>} */
  const packages = new Set()
  const plugins = [bundledPackages(packages), withoutEval()]
  await rm(join(ROOT, STAMP), { force: true })
  await step('dist/renderer', () =>
    build({
      configFile: join(ROOT, 'vite.config.ts'),
      root: join(ROOT, 'renderer'),
      logLevel: 'warn',
      plugins,
      // Workers are bundled by themselves.
      worker: { plugins: () => [bundledPackages(packages)] },
    }),
  )
  for (const wanted of NODE_BUILDS) {
    if (existsSync(join(ROOT, wanted.entry)))
      await step(wanted.output, () => buildForNode({ ...wanted, plugins }))
    else console.log(`left out ${wanted.output}: there is no ${wanted.entry} yet`)
  }
  await step('dist/assets', copyAssets)
  await step('the lists of works and addresses', async () => {
    await writeFile(join(ROOT, 'dist/renderer/licences.json'), JSON.stringify(shippedWorks(packages)))
    await listContent()
  })
  // Dated at the start, so that a source changed during the build counts as newer.
  await writeFile(join(ROOT, STAMP), '')
  await utimes(join(ROOT, STAMP), started, started)
}

try {
  await buildAll()
} catch (error) {
  console.error(`The build failed: ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
