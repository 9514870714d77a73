/** Starts the `fairlead` command: `electron/cli/fairlead.js` loads what is built from this file. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { dataFolder } from './data-folder'
import { nodeIo } from './node-io'
import { run } from './run'

// Whoever reads our output may stop early, as `head` does: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

// Seen from `dist/cli`, where the built program lies.
const assets = fileURLToPath(new URL('../assets', import.meta.url))
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

run(process.argv.slice(2), nodeIo(assets, version, dataFolder())).then((code) => {
  process.exitCode = code
})
