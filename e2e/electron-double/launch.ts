/** The desktop app for a spec: in Electron where its runtime is, else in the double. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type Browser, type Page } from '@playwright/test'
import type * as ElectronTypes from 'electron'
import { findElectron, missingDisplay } from '../../electron/launch/runtime.js'
import { launchDouble } from './double'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** The part of `electron` that specs may use; both hosts have it. */
export type Electron = Pick<typeof ElectronTypes, 'app' | 'BrowserWindow' | 'dialog' | 'Menu' | 'shell'>

export interface DesktopApp {
  readonly window: Page
  /** Where the app keeps what is its own. */
  readonly userData: string
  /** Runs in the main process. No closures; `arg` must be plain data. */
  readonly evaluate: <A, R>(body: (electron: Electron, arg: A) => R | Promise<R>, arg?: A) => Promise<R>
  readonly close: () => Promise<void>
}

type StartedApp = Omit<DesktopApp, 'userData'>

export interface HostChoice {
  readonly name: 'Electron' | 'the Electron double'
  /** Why this one, for the log. */
  readonly reason: string
  readonly executable: string | undefined
}

/** E2E_HOST=electron refuses the double, E2E_HOST=double takes it in any case. */
export function chooseHost(): HostChoice {
  const wanted = process.env.E2E_HOST
  if (wanted !== undefined && wanted !== 'electron' && wanted !== 'double') {
    throw new Error(`E2E_HOST is “electron” or “double”, not “${wanted}”.`)
  }
  if (wanted === 'double') return double('E2E_HOST=double')
  const runtime = findElectron()
  const obstacle = 'missing' in runtime ? runtime.missing.split('\n')[0] : missingDisplay()?.split('\n')[0]
  if ('path' in runtime && obstacle === undefined) {
    return { name: 'Electron', reason: runtime.path, executable: runtime.path }
  }
  if (wanted === 'electron') throw new Error(`E2E_HOST=electron, but: ${obstacle}`)
  return double(obstacle ?? '')
}

function double(reason: string): HostChoice {
  return { name: 'the Electron double', reason, executable: undefined }
}

/** Starts the app with these arguments and a data folder of its own. */
export async function launchDesktop(browser: Browser, args: readonly string[] = []): Promise<DesktopApp> {
  const userData = await mkdtemp(join(tmpdir(), 'fairlead-desktop-'))
  const { executable } = chooseHost()
  const app =
    executable === undefined
      ? await startDouble(browser, userData, args)
      : await startElectron(executable, userData, args)
  return {
    ...app,
    userData,
    async close() {
      await app.close()
      await rm(userData, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function startElectron(
  executablePath: string,
  userData: string,
  args: readonly string[],
): Promise<StartedApp> {
  const app = await _electron.launch({ executablePath, args: [`--user-data-dir=${userData}`, ROOT, ...args] })
  return {
    window: await app.firstWindow(),
    evaluate: (body, arg) => app.evaluate(body as never, arg as never),
    async close() {
      // Not by closing the window: it may rightly ask about unsaved changes.
      const exited = new Promise((resolve) => app.process().once('exit', resolve))
      if (app.process().exitCode === null) {
        await app.evaluate((electron) => electron.app.exit(0)).catch(() => undefined)
        await exited
      }
    },
  }
}

async function startDouble(browser: Browser, userData: string, args: readonly string[]): Promise<StartedApp> {
  const app = await launchDouble({ browser, root: ROOT, userData, args })
  return {
    window: await app.firstWindow(),
    evaluate: async <A, R>(body: (electron: Electron, arg: A) => R | Promise<R>, arg?: A) =>
      (await app.evaluate(body as never, arg)) as R,
    close: app.close,
  }
}
