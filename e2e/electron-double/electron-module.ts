/** The stand-in for `require('electron')` in the main process: what Fairlead uses, and nothing else. */
import { EventEmitter } from 'node:events'
import type { BrowserContext, Page } from '@playwright/test'
import { createMenu } from './menu'
import type { Origin, SchemeHandler } from './origin'
import { strict } from './strict'
import { type PageContents, PageWindow, type Shell, type WindowOptions } from './window'

type Listener = (event: unknown, ...args: unknown[]) => unknown
type RequestFilter = (details: { url: string }, answer: (result: { cancel: boolean }) => void) => void

export interface ModuleOptions {
  readonly context: BrowserContext
  readonly userData: string
  readonly version: string
  readonly origin: () => Origin
  readonly pageReady: (page: Page) => void
  readonly exited: (code: number) => void
}

/** The module, and what the double itself needs of it. */
export interface ElectronModule {
  readonly electron: object
  readonly schemes: ReadonlyMap<string, SchemeHandler>
  readonly filters: readonly RequestFilter[]
  readonly contentsOf: (page: Page) => PageContents | undefined
}

/** A fresh module for one run of the app. */
export function createElectronModule(options: ModuleOptions): ElectronModule {
  const handlers = new Map<string, Listener>()
  const ipcEvents = new EventEmitter()
  const schemes = new Map<string, SchemeHandler>()
  const windows = new Set<PageWindow>()
  const filters: RequestFilter[] = []
  const app = createApp(options, windows)
  const shell: Shell = {
    context: options.context,
    origin: options.origin,
    windows,
    pageReady: options.pageReady,
    allClosed: () => app.emit('window-all-closed'),
    contentsCreated: (contents: PageContents) => app.emit('web-contents-created', {}, contents),
    receive(kind, channel, args, event) {
      if (kind === 'send') return void ipcEvents.emit(channel, event, ...args)
      const handler = handlers.get(channel)
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
      return handler(event, ...args)
    },
  }
  class BrowserWindow extends PageWindow {
    constructor(windowOptions: WindowOptions = {}) {
      super(shell, windowOptions)
    }
    static getAllWindows = () => [...windows]
  }
  const electron = strict('electron', {
    app: strict('app', app),
    BrowserWindow,
    dialog: strict('dialog', unscriptedDialogs()),
    ipcMain: strict('ipcMain', {
      handle: (channel: string, handler: Listener) => void handlers.set(channel, handler),
      on: (channel: string, listener: Listener) => ipcEvents.on(channel, listener),
    }),
    Menu: strict('Menu', createMenu()),
    nativeTheme: strict('nativeTheme', { themeSource: 'system', shouldUseDarkColors: false }),
    protocol: strict('protocol', {
      registerSchemesAsPrivileged: () => undefined,
      handle: (scheme: string, handler: SchemeHandler) => void schemes.set(scheme, handler),
    }),
    screen: strict('screen', {
      getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1440, height: 900 } }],
    }),
    session: strict('session', { defaultSession: createSession(filters) }),
    shell: strict('shell', { openExternal: unscripted('shell.openExternal') }),
  })
  const contentsOf = (page: Page) =>
    [...windows].map(({ webContents }) => webContents).find((contents) => contents.page === page)
  return { electron, schemes, filters, contentsOf }
}

/** Starts ready: Electron's main script runs before `ready`, but may not rely on how long. */
function createApp(options: ModuleOptions, windows: ReadonlySet<PageWindow>) {
  return Object.assign(new EventEmitter(), {
    isPackaged: false,
    whenReady: () => Promise.resolve(),
    getVersion: () => options.version,
    getPreferredSystemLanguages: () => ['en-US'],
    getPath: (_name: string) => options.userData,
    enableSandbox: () => undefined,
    requestSingleInstanceLock: () => true,
    addRecentDocument: (_path: string) => undefined,
    clearRecentDocuments: () => undefined,
    quit(this: EventEmitter) {
      this.emit('before-quit', {})
      for (const window of windows) window.close()
      if (windows.size === 0) options.exited(0)
    },
    exit: (code = 0) => options.exited(code),
  })
}

function createSession(filters: RequestFilter[]) {
  return Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: () => undefined,
    setPermissionCheckHandler: () => undefined,
    setDevicePermissionHandler: () => undefined,
    setDisplayMediaRequestHandler: () => undefined,
    webRequest: { onBeforeRequest: (filter: RequestFilter) => void filters.push(filter) },
  })
}

/** A dialog that no spec scripted would wait for ever in a real run; here it fails at once. */
function unscriptedDialogs() {
  return {
    showOpenDialog: unscripted('dialog.showOpenDialog'),
    showSaveDialog: unscripted('dialog.showSaveDialog'),
    showMessageBox: unscripted('dialog.showMessageBox'),
    showErrorBox: unscripted('dialog.showErrorBox'),
  }
}

function unscripted(name: string): (...args: unknown[]) => never {
  return () => {
    throw new Error(`Nothing scripted ${name}. Assign it in app.evaluate first.`)
  }
}
