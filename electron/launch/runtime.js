/**
 * Finds Electron's executable without loading the `electron` package: loading it would try to download the executable,
 * which can hang for minutes where the network drops packets.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** @type {Readonly<Record<string, string>>} */
const EXECUTABLES = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }

/**
 * The path of Electron's executable, or why it can't be started, in words for the user.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {{ readonly path: string } | { readonly missing: string }}
 */
export function findElectron(env = process.env) {
  const home = packageFolder()
  if (home === undefined) return { missing: 'The package “electron” is not installed. Run: npm ci' }
  const pathFile = join(home, 'path.txt')
  const name = existsSync(pathFile)
    ? readFileSync(pathFile, 'utf8').trim()
    : (EXECUTABLES[process.platform] ?? 'electron')
  const path = join(env.ELECTRON_OVERRIDE_DIST_PATH || join(home, 'dist'), name)
  try {
    accessSync(path, constants.X_OK)
    return { path }
  } catch {
    return {
      missing:
        `Electron's runtime is not on this machine (looked for ${path}).\n` +
        'Get it with: npx install-electron\n' +
        'Behind a proxy or mirror, set ELECTRON_GET_USE_PROXY=1 or ELECTRON_MIRROR first;\n' +
        'an unpacked copy elsewhere is found through ELECTRON_OVERRIDE_DIST_PATH.',
    }
  }
}

/** A download that takes longer hangs: it is about 110 MB. */
const PATIENCE_MS = 5 * 60_000

/**
 * Gets Electron's executable by the package's own installer. Since version 45 `npm ci` no longer does; the installer
 * checks what it downloads. Undefined when it is there now, else why not.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function downloadElectron(env = process.env) {
  const home = packageFolder()
  if (home === undefined) return 'There is nothing to get it with.'
  if (env.ELECTRON_OVERRIDE_DIST_PATH) return 'ELECTRON_OVERRIDE_DIST_PATH names another place.'
  const { status, error, stderr } = spawnSync(process.execPath, [join(home, 'install.js')], {
    stdio: ['ignore', 'inherit', 'pipe'],
    timeout: PATIENCE_MS,
    encoding: 'utf8',
  })
  if (status === 0) return undefined
  if (error && 'code' in error && error.code === 'ETIMEDOUT') return 'The download took too long.'
  return /^\s*(?:\w*Error: .*)$/m.exec(stderr)?.[0].trim() ?? 'The download failed.'
}

/**
 * Why no window can be shown, or undefined when one can.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [platform]
 * @returns {string | undefined}
 */
export function missingDisplay(env = process.env, platform = process.platform) {
  if (platform !== 'linux' || env.DISPLAY || env.WAYLAND_DISPLAY) return undefined
  return 'There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set.\nStart it from a desktop session, or with: xvfb-run npm start'
}

function packageFolder() {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    return undefined
  }
}
