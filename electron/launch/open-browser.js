/** Shows an address in the user's browser, where there is one. */
import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { missingDisplay } from './runtime.js'

const LINUX_OPENERS = ['xdg-open', 'gio', 'chromium', 'google-chrome', 'microsoft-edge', 'firefox']

/**
 * Opens the address; false when there is nothing to open it with.
 * @param {string} url
 * @returns {boolean}
 */
export function openBrowser(url) {
  const command = openerFor(url)
  if (command === undefined) return false
  const child = spawn(command.file, command.args, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
  return true
}

/** @param {string} url */
function openerFor(url) {
  if (process.platform === 'darwin') return { file: 'open', args: [url] }
  if (process.platform === 'win32') return { file: 'explorer.exe', args: [url] }
  if (missingDisplay() !== undefined) return undefined
  const file = LINUX_OPENERS.map((name) => onPath(name)).find((path) => path !== undefined)
  return file === undefined ? undefined : { file, args: file.endsWith('/gio') ? ['open', url] : [url] }
}

/**
 * The full path of a program, or undefined.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function onPath(name, env = process.env) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : ['']
  for (const folder of (env.PATH ?? '').split(delimiter).filter((part) => part !== '')) {
    for (const ending of endings) {
      const path = join(folder, name + ending)
      try {
        accessSync(path, constants.X_OK)
        return path
      } catch {
        // Not here; the next folder may have it.
      }
    }
  }
  return undefined
}
