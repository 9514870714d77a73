/** Builds one file for Node or Electron from TypeScript: a part of the app, or what measures it. */

import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * Paths are seen from the project's folder. With its packages inside, which is the rule, the file runs without
 * `node_modules`.
 * @typedef {object} NodeBuild
 * @property {string} entry
 * @property {string} output
 * @property {'cjs' | 'es'} format
 * @property {string} target
 * @property {'inside' | 'outside'} [packages]
 * @property {import('vite').Plugin[]} [plugins]
 */

/**
 * One file, with everything in it but Node's own modules, `electron`, and the packages that stay outside.
 * @param {NodeBuild} wanted
 */
export async function buildForNode({ entry, output, format, target, packages = 'inside', plugins = [] }) {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    plugins,
    ...(packages === 'inside' && { ssr: { noExternal: true, external: ['electron'] } }),
    build: {
      ssr: entry,
      outDir: join(ROOT, dirname(output)),
      emptyOutDir: false,
      target,
      minify: false,
      rolldownOptions: { output: { format, entryFileNames: basename(output), codeSplitting: false } },
    },
  })
}
