/**
 * The browser of the end-to-end tests: found on the machine, or installed. `node docs/tools/chromium.js` prints where it is.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { onPath } from '../../electron/launch/open-browser.js'

/**
 * The same engine without a browser's window around it, which Playwright's own tests use, too: a page starts in half the
 * time. Debian packages it by itself.
 */
const SHELL = 'chromium-headless-shell'

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
]

/** Where the installers of macOS and Windows put them. */
function standardPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform !== 'win32') return []
  const { ProgramFiles, 'ProgramFiles(x86)': x86, LOCALAPPDATA } = process.env
  const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
  return [ProgramFiles, x86, LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => programs.map((program) => join(folder, program)))
}

/**
 * The path of a browser that is already here, or undefined. A CHROMIUM_PATH that leads nowhere is an error, not a reason
 * to take another browser.
 * @param {{ whole?: boolean }} [options] whole: one that people use, as what is measured is what they feel
 * @returns {string | undefined}
 */
export function findChromium({ whole = false } = {}) {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`CHROMIUM_PATH is ${wanted}, and there is no such file.`)
    return wanted
  }
  const commands = whole ? COMMANDS : [SHELL, ...COMMANDS]
  const known = [...commands.map((command) => onPath(command)), ...standardPlaces(), playwrightsOwn()]
  return known.find((path) => path !== undefined && isExecutable(path))
}

/** Where `npx playwright install chromium` puts it. */
function playwrightsOwn() {
  /** @type {typeof import('@playwright/test')} */
  const { chromium } = createRequire(import.meta.url)('@playwright/test')
  return chromium.executablePath()
}

/**
 * The same, but installs one when there is none: Debian's package where the system is Debian's or Ubuntu's and we may,
 * else Playwright's own. As root, as in a container, also the shell beside another. Says what it does.
 * @returns {string}
 */
export function ensureChromium() {
  const found = findChromium()
  const isEnough = process.env.CHROMIUM_PATH || onPath(SHELL) !== undefined || !isRoot()
  if (found !== undefined && isEnough) return found
  if (found === undefined) console.log('There is no Chromium, Chrome or Edge on this machine.')
  installPackage()
  const packaged = findChromium()
  if (packaged !== undefined) return packaged
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx'
  run(npx, [
    'playwright',
    'install',
    ...(process.platform === 'linux' && isRoot() ? ['--with-deps'] : []),
    'chromium',
  ])
  const installed = findChromium()
  if (installed !== undefined) return installed
  throw new Error('No browser could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to one.')
}

/** Ubuntu's own `chromium` is only a pointer to a snap, which needs a running snapd; so this is for Debian and its kin. */
function installPackage() {
  if (process.platform !== 'linux' || onPath('apt-get') === undefined) return
  if (/^ID=ubuntu$/m.test(readIfThere('/etc/os-release'))) return
  if (!isRoot() && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return
  const [file = '', ...args] = isRoot() ? ['apt-get'] : ['sudo', '-n', 'apt-get']
  run(file, [...args, 'update'])
  // Older releases have no package of the shell.
  for (const name of [SHELL, 'chromium']) {
    if (run(file, [...args, 'install', '-y', '--no-install-recommends', name])) return
  }
}

/**
 * @param {string} file
 * @param {readonly string[]} args
 * @returns {boolean} whether it worked
 */
function run(file, args) {
  console.log(`Installing a browser for the tests: ${[file, ...args].join(' ')}`)
  const { status } = spawnSync(file, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) console.log(`That did not work (exit code ${status}).`)
  return status === 0
}

function isRoot() {
  return process.getuid?.() === 0
}

/** @param {string} path */
function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(ensureChromium())
}
