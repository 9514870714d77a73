/** The desktop app: one instance, one window, and the services behind the page's calls. */
import { join } from 'node:path'
import { app, nativeTheme, session } from 'electron'
import type { AppWindow, Services } from './app-window'
import { fileArgument } from './arguments'
import { readContent } from './content/content'
import { appHandlers } from './handlers/app'
import { exportHandlers } from './handlers/export'
import { gitHandlers } from './handlers/git'
import { openHandlers } from './handlers/open'
import { openFromOutside } from './handlers/open-path'
import { recoveryHandlers } from './handlers/recovery'
import { saveHandlers } from './handlers/save'
import { versionHandlers } from './handlers/versions'
import { listen } from './ipc'
import { showMenu } from './menu'
import { registerScheme, serveApp } from './protocol'
import { lockNavigation, lockSession } from './security'
import { speak } from './speech'
import { nodeFiles } from './storage/files'
import { notesFile } from './storage/notes'
import { openStorage } from './storage/open-storage'
import { recentFiles } from './storage/recent'
import { recoveryStore } from './storage/recovery'
import { settingsFile } from './storage/settings'
import { windowStateFile } from './storage/window-state'
import { loadApp, openWindow, type QuitState } from './window'

const quit: QuitState = { wanted: false }
const windows = new Map<number, AppWindow>()
/** The window, once it has loaded; a file that comes earlier waits for it. */
let opening: Promise<AppWindow> | undefined

/** Shows the window, opening it when there is none, with this file in it when there is one. */
async function show(services: Services, file?: string): Promise<void> {
  opening ??= open(services)
  const appWindow = await opening
  if (appWindow.window.isMinimized()) appWindow.window.restore()
  appWindow.window.focus()
  if (file !== undefined) await openFromOutside(appWindow, file)
}

async function open(services: Services): Promise<AppWindow> {
  const appWindow = await openWindow(services, quit)
  const { id } = appWindow.window.webContents
  windows.set(id, appWindow)
  appWindow.window.on('closed', () => {
    windows.delete(id)
    opening = undefined
  })
  await loadApp(appWindow)
  return appWindow
}

function servicesIn(folder: string): Services {
  return {
    storage: openStorage(nodeFiles, folder),
    recovery: recoveryStore(nodeFiles, join(folder, 'recovery')),
    settings: settingsFile(nodeFiles, folder),
    notes: notesFile(nodeFiles, folder),
    recent: recentFiles(nodeFiles, folder),
    windowState: windowStateFile(nodeFiles, folder),
  }
}

/** Everything that can ask for a file or a window from outside; what comes early waits until the app is ready. */
function listenToSystem(ready: Promise<Services>): void {
  const showSoon = (file?: string) => void ready.then((services) => show(services, file))
  // macOS sends this even before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    showSoon(path)
  })
  app.on('second-instance', (_event, args, workingFolder) => showSoon(fileArgument(args, workingFolder)))
  app.on('activate', () => showSoon())
  // The page's own end is the window's business; Chromium starts its other helpers again by itself.
  app.on('child-process-gone', (_event, { type, reason }) => {
    console.error(`A helper process is gone: ${type}, ${reason}.`)
  })
  app.on('before-quit', () => {
    quit.wanted = true
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || quit.wanted) app.quit()
  })
}

/** Nothing that is being written is cut off: the app ends when it is on the disk. */
function finishWriting({ storage, recovery }: Services): void {
  app.on('will-quit', (event) => {
    const busy = [storage.saves, recovery.writes].filter((writes) => writes.isBusy())
    if (busy.length === 0) return
    event.preventDefault()
    void Promise.all(busy.map((writes) => writes.done())).then(() => app.quit())
  })
}

async function prepare(): Promise<Services> {
  await app.whenReady()
  const services = servicesIn(app.getPath('userData'))
  finishWriting(services)
  lockSession(session.defaultSession, app.isPackaged)
  serveApp(await readContent(join(__dirname, '../renderer')))
  const settings = await services.settings.read()
  nativeTheme.themeSource = settings.theme
  speak(settings)
  showMenu()
  listen(
    {
      ...appHandlers,
      ...openHandlers,
      ...saveHandlers,
      ...exportHandlers,
      ...versionHandlers,
      ...gitHandlers,
      ...recoveryHandlers,
    },
    {
      dropped: (window, path) => void openFromOutside(window, path),
      editing: (window, editing) => {
        if (window.page.editing === editing) return
        window.page.editing = editing
        showMenu(window)
      },
    },
    (sender) => windows.get(sender.id),
  )
  return services
}

// These must come before the app is ready.
registerScheme()
app.enableSandbox()
// Windows groups windows and recent files in the taskbar by this name; the installer uses it too.
if (process.platform === 'win32') app.setAppUserModelId('app.fairlead.desktop')
lockNavigation()
if (app.requestSingleInstanceLock()) {
  const ready = prepare()
  listenToSystem(ready)
  ready
    .then((services) => show(services, fileArgument(process.argv, process.cwd())))
    .catch((error: unknown) => {
      console.error('Fairlead could not start:', error)
      app.exit(70)
    })
} else app.quit()
