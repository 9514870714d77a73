/**
 * A stand-in for the module `electron` in unit tests. It records what it is told and does nothing; what the app has
 * registered with it can then be called as Electron would. Begins before `ready`.
 */
import { EventEmitter } from 'node:events'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// biome-ignore lint/suspicious/noExplicitAny: it stands for every function of Electron
type Any = any
type Listener = (...args: Any[]) => Any

const home = mkdtempSync(join(tmpdir(), 'fairlead-electron-'))
const userData = join(home, 'data')
const documents = join(home, 'documents')
for (const folder of [userData, documents]) mkdirSync(folder)

/** `name(arguments)` in the order in which the app called. */
const told: [name: string, ...args: Any[]][] = []
const tell =
  (name: string, answer?: Any) =>
  (...args: Any[]) => {
    told.push([name, ...args])
    return answer
  }

let becomeReady: () => void = () => undefined
const ready = new Promise<void>((resolve) => {
  becomeReady = resolve
})

export class FakeContents extends EventEmitter {
  readonly id = 1
  openHandler: Listener | undefined
  readonly send = tell('webContents.send')
  readonly reload = tell('webContents.reload')
  readonly copy = tell('webContents.copy')
  readonly setWindowOpenHandler = (handler: Listener) => {
    this.openHandler = handler
  }
}

class BrowserWindow extends EventEmitter {
  readonly webContents = new FakeContents()
  readonly options: object
  constructor(options: object) {
    super()
    this.options = options
    fake.windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  readonly loadURL = (url: string) => {
    tell('window.loadURL')(url)
    return Promise.resolve()
  }
  readonly close = tell('window.close')
  readonly setTitle = tell('window.setTitle')
  readonly setDocumentEdited = tell('window.setDocumentEdited')
  readonly setRepresentedFilename = tell('window.setRepresentedFilename')
  readonly focus = tell('window.focus')
  readonly show = tell('window.show')
  readonly maximize = tell('window.maximize')
  readonly restore = tell('window.restore')
  readonly isDestroyed = () => false
  readonly isMinimized = () => false
  readonly isMaximized = () => false
  readonly isFocused = () => true
  readonly getNormalBounds = () => ({ x: 0, y: 0, width: 1280, height: 800 })
}

const app = Object.assign(new EventEmitter(), {
  isPackaged: true,
  whenReady: () => ready,
  getPath: (name: string) => (name === 'userData' ? userData : documents),
  getVersion: () => '1.2.3',
  getLocale: () => 'en-US',
  getPreferredSystemLanguages: () => ['en-US'],
  requestSingleInstanceLock: tell('app.requestSingleInstanceLock', true),
  enableSandbox: tell('app.enableSandbox'),
  setAppUserModelId: tell('app.setAppUserModelId'),
  addRecentDocument: tell('app.addRecentDocument'),
  clearRecentDocuments: tell('app.clearRecentDocuments'),
  quit: tell('app.quit'),
  exit: tell('app.exit'),
})

const handlers = new Map<string, Listener>()
const signals = new EventEmitter()
const schemes = new Map<string, Listener>()
const session = Object.assign(new EventEmitter(), {
  handlers: {} as Record<string, Listener>,
  setPermissionRequestHandler: (handler: Listener) => keep('permissionRequest', handler),
  setPermissionCheckHandler: (handler: Listener) => keep('permissionCheck', handler),
  setDevicePermissionHandler: (handler: Listener) => keep('devicePermission', handler),
  setDisplayMediaRequestHandler: (handler: Listener) => keep('displayMedia', handler),
  webRequest: { onBeforeRequest: (handler: Listener) => keep('beforeRequest', handler) },
})
function keep(name: string, handler: Listener): void {
  session.handlers[name] = handler
}

const dialogs = {
  open: { canceled: true, filePaths: [] as string[] },
  save: { canceled: true, filePath: '' },
  message: { response: 0 },
}

export const fake = {
  home,
  userData,
  documents,
  told,
  becomeReady: () => becomeReady(),
  windows: [] as BrowserWindow[],
  app,
  session,
  /** What `ipcMain` has for each channel. */
  handlers,
  signals,
  schemes,
  /** What the dialogs answer. */
  dialogs,
  module: {
    app,
    BrowserWindow,
    dialog: {
      showOpenDialog: async () => dialogs.open,
      showSaveDialog: async () => dialogs.save,
      showMessageBox: async () => dialogs.message,
      showErrorBox: tell('dialog.showErrorBox'),
    },
    ipcMain: {
      handle: (channel: string, handler: Listener) => void handlers.set(channel, handler),
      on: (channel: string, listener: Listener) => signals.on(channel, listener),
    },
    Menu: { buildFromTemplate: (template: object) => template, setApplicationMenu: tell('Menu.set') },
    nativeTheme: { themeSource: 'system', shouldUseDarkColors: false },
    protocol: {
      registerSchemesAsPrivileged: tell('protocol.registerSchemesAsPrivileged'),
      handle: (scheme: string, handler: Listener) => void schemes.set(scheme, handler),
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1440, height: 900 } }] },
    session: { defaultSession: session },
    shell: { openExternal: tell('shell.openExternal', Promise.resolve()) },
  },
}
