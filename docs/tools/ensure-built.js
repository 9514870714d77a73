/** For tests of what is built: builds when a source is newer, as `npm start` does. */
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { reasonToBuild } from '../../electron/launch/freshness.js'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** Builds unless `dist` is current. */
export function ensureBuilt() {
  if (reasonToBuild(ROOT) === undefined) return
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'docs/tools/build.js')], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The build failed.\n${stderr}`)
}
