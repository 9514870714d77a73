/**
 * Runs the built desktop app without Electron's runtime: the real main.cjs in this process with a stand-in `electron`
 * module, the real preload.cjs in a Chromium page. It proves the app's own logic: handlers, bridge, checks of senders and
 * arguments, menu as data, guards. It does not prove native menus and keys, context isolation, the scheme's own rules,
 * fuses, file associations or installers; those runs need the runtime.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { compileFunction } from 'node:vm'
import type { Browser, Page, Request } from '@playwright/test'
import { slowDown } from '../slow'
import { createElectronModule } from './electron-module'
import { type Origin, serveScheme } from './origin'

export interface DoubleOptions {
  readonly browser: Browser
  /** The project's folder, with `dist` in it. */
  readonly root: string
  readonly userData: string
  /** Arguments after the app's folder. */
  readonly args: readonly string[]
}

export interface Double {
  readonly firstWindow: () => Promise<Page>
  /** Like Playwright's: the function gets the `electron` module and its argument, and no closures. */
  readonly evaluate: (body: (electron: never, arg: never) => unknown, arg?: unknown) => Promise<unknown>
  readonly exited: Promise<number>
  readonly close: () => Promise<void>
}

/** Starts the app. */
export async function launchDouble({ browser, root, userData, args }: DoubleOptions): Promise<Double> {
  const context = await browser.newContext({ viewport: null })
  const firstPage = later<Page>()
  const exit = later<number>()
  let origin: Origin
  const { electron, schemes, filters, contentsOf } = createElectronModule({
    context,
    userData,
    version: (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version,
    origin: () => origin,
    pageReady: (page) => firstPage.resolve(page),
    exited: (code) => exit.resolve(code),
  })
  origin = await serveScheme('fairlead', 'app', () => {
    const handler = schemes.get('fairlead')
    if (handler === undefined) throw new Error('The app has registered no handler for fairlead:.')
    return handler
  })
  await context.route('**', (route) => {
    const url = origin.toApp(route.request().url())
    const page = pageOf(route.request())
    // As if the page had never asked: what it shows stays.
    if (page && contentsOf(page)?.mayNavigate(url) === false) return route.abort('aborted')
    const refused = filters.some((filter) => {
      let cancel = false
      filter({ url }, (result) => {
        cancel = result.cancel
      })
      return cancel
    })
    return refused ? route.abort() : route.continue()
  })
  await slowDown(context)
  runMain(join(root, 'dist/electron/main.cjs'), ['electron', root, ...args], electron, browser.version())
  return {
    firstWindow: () => firstPage.promise,
    exited: exit.promise,
    // From its text, so that what a real run could not send there fails here too.
    evaluate: async (body, arg) =>
      await compileFunction(`return (${body})(electron, arg)`, ['electron', 'arg'])(electron, arg),
    async close() {
      await context.close()
      origin.close()
    },
  }
}

function runMain(file: string, argv: string[], electron: object, chrome: string): void {
  const requireReal = createRequire(file)
  const process = Object.create(globalThis.process, {
    argv: { value: argv },
    versions: { value: { ...globalThis.process.versions, electron: 'double', chrome } },
  })
  const module = { exports: {} }
  const main = compileFunction(
    readFileSync(file, 'utf8'),
    ['exports', 'require', 'module', '__filename', '__dirname', 'process'],
    { filename: file },
  )
  const require = (name: string) => (name === 'electron' ? electron : requireReal(name))
  main(module.exports, require, module, file, dirname(file), process)
}

/** The page that wants to be another one; undefined for all other requests, and for a window that is only opening. */
function pageOf(request: Request): Page | undefined {
  if (!request.isNavigationRequest()) return undefined
  try {
    return request.frame().page()
  } catch {
    return undefined
  }
}

/** A promise that somebody else resolves. */
function later<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
