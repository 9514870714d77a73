/** The app's window: where it stands, what may happen in it, and that it never closes over unsaved work. */
import { join } from 'node:path'
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron'
import { say } from '../shared/texts/text'
import type { AppWindow, Services } from './app-window'
import { eventChannel } from './channels'
import { createGrants } from './grants'
import { APP_URL } from './protocol'
import { webPreferences } from './security'
import { words } from './speech'
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
  const page = { name: 'Fairlead', dirty: false, editing: false, menus: [] }
  const grants = createGrants()
  const close = guardClose(window, page, quit)
  const appWindow: AppWindow = {
    ...services,
    window,
    grants,
    page,
    answerClose: close,
    send(event, payload) {
      if (!window.isDestroyed()) window.webContents.send(eventChannel(event), payload)
    },
  }
  window.once('ready-to-show', () => {
    if (state.maximized) window.maximize()
    window.show()
  })
  rememberState(services, window)
  window.on('closed', grants.clear)
  recoverFromCrash(window)
  return appWindow
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
    detail: words('You can wait, or close it and lose the changes.'),
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

function recoverFromCrash(window: BrowserWindow): void {
  let last = 0
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
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
