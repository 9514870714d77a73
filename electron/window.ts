/** The app's window: where it stands, what may happen in it, and that it never closes over unsaved work. */
import { join } from 'node:path'
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron'
import { say } from '../shared/texts/text'
import type { AppWindow, PageState, Services } from './app-window'
import { eventChannel } from './channels'
import { createGrants } from './grants'
import { APP_URL } from './protocol'
import { webPreferences } from './security'
import { words } from './speech'
import { createDocuments } from './storage/documents'
import { documentWatcher } from './storage/watch-document'
import { watchFolder } from './storage/watch-folder'
import { reachable, SMALLEST } from './storage/window-state'

/** The canvas colour of each theme, so that no white flashes before the page is painted. */
const BACKGROUND = { light: '#F6F7F9', dark: '#0F1318' }
/** Moving and resizing come in bursts. */
const STATE_DELAY_MS = 400
/** A second crash within this time means that loading again does not help. */
const CRASH_LOOP_MS = 10_000

/** Opens the window and loads the app into it. `quitting` says whether the whole app is about to end. */
export async function openWindow(services: Services, quit: QuitState): Promise<AppWindow> {
  const state = await services.windowState.read()
  const displays = screen.getAllDisplays().map(({ workArea }) => workArea)
  const window = new BrowserWindow({
    ...reachable(state, displays),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Fairlead',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: webPreferences(join(__dirname, 'preload.cjs'), app.isPackaged),
  })
  const page: PageState = { ...freshPage(), menus: [] }
  const grants = createGrants()
  const close = guardClose(window, page, quit)
  const documents = createDocuments(services.storage)
  const send: AppWindow['send'] = (event, payload) => {
    if (!window.isDestroyed()) window.webContents.send(eventChannel(event), payload)
  }
  const watcher = documentWatcher({ documents, files: services.storage.files, watchFolder })
  const appWindow: AppWindow = {
    ...services,
    window,
    grants,
    documents,
    watcher,
    page,
    answerClose: close,
    send,
  }
  window.once('ready-to-show', () => {
    if (state.maximized) window.maximize()
    window.show()
  })
  rememberState(services, window)
  const forgetPage = () => {
    services.recovery.release(page.key)
    watcher.stop()
    Object.assign(page, freshPage())
  }
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) forgetPage()
  })
  window.on('closed', () => {
    forgetPage()
    grants.clear()
  })
  // Some networks' folders don't tell of changes: at the latest, one sees them on coming back.
  window.on('focus', watcher.look)
  recoverFromCrash(window, forgetPage)
  return appWindow
}

/** What is known of a page that has said nothing yet. Its menu stays while it loads again. */
function freshPage(): Omit<PageState, 'menus'> {
  return { key: { gone: false }, name: 'Fairlead', dirty: false, editing: false }
}

/** Loads the app; events sent after this reach it. */
export async function loadApp({ window }: AppWindow): Promise<void> {
  await window.loadURL(APP_URL)
}

/** Set while the app is quitting; a window that stays open takes it back. */
export interface QuitState {
  wanted: boolean
}

/** Asks the page before closing over unsaved work; when the page is past answering, asks the user itself. */
function guardClose(
  window: BrowserWindow,
  page: AppWindow['page'],
  quit: QuitState,
): (close: boolean) => void {
  let confirmed = false
  let stuck = false
  window.on('unresponsive', () => {
    stuck = true
  })
  window.on('responsive', () => {
    stuck = false
  })
  const answer = (close: boolean) => {
    if (!close) {
      quit.wanted = false
      return
    }
    confirmed = true
    window.close()
    if (quit.wanted) app.quit()
  }
  window.on('close', (event) => {
    if (confirmed || !page.dirty) return
    event.preventDefault()
    if (stuck) void askNatively(window, page.name).then(answer)
    else window.webContents.send(eventChannel('close-requested'), {})
  })
  return answer
}

async function askNatively(window: BrowserWindow, name: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words(say`“${name}” has unsaved changes, and the window does not respond.`),
    detail: words(
      'You can wait, or close it. What you changed until a few seconds ago is then offered at the next start.',
    ),
    buttons: [words('Keep Waiting'), words('Close Without Saving')],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

/** Not on closing: the app may end before the file is written. */
function rememberState({ windowState }: Services, window: BrowserWindow): void {
  let timer: NodeJS.Timeout | undefined
  const write = () => {
    windowState
      .write({ ...window.getNormalBounds(), maximized: window.isMaximized() })
      .catch((error: unknown) => console.error('The window’s place could not be remembered:', error))
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(write, STATE_DELAY_MS)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('maximize', soon)
  window.on('unmaximize', soon)
  window.on('closed', () => clearTimeout(timer))
}

/** The page comes back by itself, and offers what it had written down. Nobody is asked about closing meanwhile. */
function recoverFromCrash(window: BrowserWindow, forgetPage: () => void): void {
  let last = 0
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    forgetPage()
    const again = Date.now() - last < CRASH_LOOP_MS
    last = Date.now()
    if (again)
      dialog.showErrorBox(
        words('Fairlead keeps failing'),
        words('The window could not be shown. Start the app again.'),
      )
    else window.webContents.reload()
  })
}
