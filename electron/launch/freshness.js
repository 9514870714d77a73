/** Is what stands in `dist` still what the sources say? */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The last thing a build writes; its time is the time the build began. */
export const STAMP = 'dist/.built'

const SOURCES = [
  'shared',
  'renderer',
  'electron',
  'assets',
  'vite.config.ts',
  'docs/tools/build.js',
  'docs/tools/node-build.js',
  'docs/tools/bundled-packages.js',
  'docs/tools/licences.js',
  'package-lock.json',
]

/**
 * Why a build is needed, in words, or undefined when `dist` is current. An installed copy, without sources, is current.
 * @param {string} root
 * @returns {string | undefined}
 */
export function reasonToBuild(root) {
  const built = changeTime(join(root, STAMP))
  if (built === undefined) return 'the app is not built yet'
  const newer = SOURCES.map((source) => firstNewer(join(root, source), built)).find(
    (path) => path !== undefined,
  )
  return newer === undefined ? undefined : `${newer.slice(root.length + 1)} is newer than the build`
}

/**
 * @param {string} path
 * @param {number} time
 * @returns {string | undefined}
 */
function firstNewer(path, time) {
  const entries = listFolder(path)
  if (entries === undefined) return (changeTime(path) ?? 0) > time ? path : undefined
  for (const entry of entries) {
    const newer = entry.includes('.test.') ? undefined : firstNewer(join(path, entry), time)
    if (newer !== undefined) return newer
  }
  return undefined
}

/** @param {string} path */
function listFolder(path) {
  try {
    return readdirSync(path)
  } catch {
    return undefined
  }
}

/** @param {string} path */
function changeTime(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}
