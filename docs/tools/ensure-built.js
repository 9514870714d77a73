/** For tests of what is built: builds when a source is newer, as `npm start` does. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { reasonToBuild } from '../../electron/launch/freshness.js'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')
/** Files of tests run side by side; one of them builds, and the others wait. */
const BUILDING = join(ROOT, '.cache/building')
const LONGEST_BUILD_MS = 120_000

/** Builds unless `dist` is current. */
export function ensureBuilt() {
  while (reasonToBuild(ROOT) !== undefined) {
    if (!begin()) {
      sleep(200)
      continue
    }
    try {
      build()
    } finally {
      rmdirSync(BUILDING)
    }
  }
}

function build() {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'docs/tools/build.js')], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The build failed.\n${stderr}`)
}

/** False while another one builds; one that was killed long ago does not. */
function begin() {
  mkdirSync(dirname(BUILDING), { recursive: true })
  try {
    mkdirSync(BUILDING)
    return true
  } catch {
    const begun = statSync(BUILDING, { throwIfNoEntry: false })?.mtimeMs
    if (begun !== undefined && Date.now() - begun > LONGEST_BUILD_MS) rmdirSync(BUILDING)
    return false
  }
}

/** @param {number} ms */
function sleep(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
