/**
 * `npm start`: builds the app when needed, then starts it in Electron, or, where Electron can't run, says why and serves it
 * to a browser on the loopback address. Plain JavaScript, so that it runs before anything is built.
 */
import { spawn, spawnSync } from 'node:child_process'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { reasonToBuild } from './freshness.js'
import { openBrowser } from './open-browser.js'
import { downloadElectron, findElectron, missingDisplay } from './runtime.js'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** From sysexits.h: wrong use, and a service that is not available. */
const WRONG_USE = 64
const UNAVAILABLE = 69

const HELP = `Usage: npm start -- [FILE] [options]

  FILE               a design to open (by the desktop app; a browser can't be handed one)
  --host=electron    the desktop app, or exit code ${UNAVAILABLE} when it can't run here
  --host=browser     serve the app to a browser on 127.0.0.1
  --port=PORT        for the browser: the port (any free one when left out)
  --no-open          for the browser: only print the address
  --help             this text`

/** @typedef {{ host: string | undefined, port: number, open: boolean, files: string[] }} Options */

/**
 * @param {string[]} args
 * @returns {Options}
 */
function readOptions(args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        host: { type: 'string' },
        port: { type: 'string', default: '0' },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return quit(0, HELP)
    if (values.host !== undefined && values.host !== 'electron' && values.host !== 'browser') {
      throw new Error(`--host is “electron” or “browser”, not “${values.host}”.`)
    }
    const port = Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      throw new Error(`“${values.port}” is not a port.`)
    // npm runs this in the project's folder; a file is named from where the user is.
    const files = positionals.map((file) => resolve(process.env.INIT_CWD ?? '.', file))
    return { host: values.host, port, open: !values['no-open'], files }
  } catch (error) {
    return quit(WRONG_USE, `${error instanceof Error ? error.message : error}\n\n${HELP}`)
  }
}

/**
 * @param {number} code
 * @param {string} text
 * @returns {never}
 */
function quit(code, text) {
  if (code === 0) console.log(text)
  else console.error(text)
  process.exit(code)
}

function buildIfNeeded() {
  const reason = reasonToBuild(ROOT)
  if (reason === undefined) return
  console.log(`Building, because ${reason} …`)
  const { status } = spawnSync(process.execPath, [join(ROOT, 'docs/tools/build.js')], {
    stdio: 'inherit',
    cwd: ROOT,
  })
  if (status !== 0) process.exit(status ?? 1)
}

/**
 * @param {string} executable
 * @param {readonly string[]} files
 */
function startElectron(executable, files) {
  // Chromium refuses to run as root with its sandbox; there, and only there, it runs without.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  if (asRoot)
    console.log("Running as root, so without Chromium's sandbox. Better: start it as an ordinary user.")
  const args = [...(asRoot ? ['--no-sandbox'] : []), ROOT, ...files]
  const child = spawn(executable, args, { stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => child.kill(signal))
  child.on('error', (error) => quit(UNAVAILABLE, `Electron could not be started: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 0 : 1)))
}

/** @param {Options} options */
async function startBrowserHost({ port, open, files }) {
  buildIfNeeded()
  /** @type {typeof import('./serve')} */
  const { serve } = await import(pathToFileURL(join(ROOT, 'dist/launch/serve.mjs')).href)
  const server = await serve(join(ROOT, 'dist/renderer'), port).catch((error) =>
    quit(
      UNAVAILABLE,
      `Port ${port} can't be used: ${error.message}\nChoose another with --port, or leave it out.`,
    ),
  )
  console.log(`Fairlead is at ${server.url}`)
  const opened = open && openBrowser(server.url)
  console.log(
    opened
      ? 'It is opening in your browser. Ctrl+C ends it.'
      : 'Open this address in a browser. Ctrl+C ends it.',
  )
  for (const file of files)
    console.log(`A browser can't be handed a file: open ${basename(file)} there, with “Open”.`)
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => void server.close().then(() => process.exit(0)))
  }
}

/**
 * Electron's executable, downloaded if need be, or why the desktop app can't start. A display comes first: without one
 * the download would be in vain.
 * @returns {{ readonly path: string } | { readonly missing: string }}
 */
function prepareElectron() {
  const display = missingDisplay()
  if (display !== undefined) return { missing: display }
  const electron = findElectron()
  if ('path' in electron) return electron
  console.log(
    "Getting Electron's runtime, about 110 MB, once. (npm start -- --host=browser goes without it.)",
  )
  const failed = downloadElectron()
  return failed === undefined ? findElectron() : { missing: `${failed}\n${electron.missing}` }
}

const options = readOptions(process.argv.slice(2))
if (options.host === 'browser') await startBrowserHost(options)
else {
  const electron = prepareElectron()
  if ('path' in electron) {
    buildIfNeeded()
    startElectron(electron.path, options.files)
  } else if (options.host === 'electron')
    quit(UNAVAILABLE, `The desktop app can't start here. ${electron.missing}`)
  else {
    console.log(
      `The desktop app can't start here. ${electron.missing}\n\nStarting the same app for your browser instead.`,
    )
    await startBrowserHost(options)
  }
}
