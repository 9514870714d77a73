/** What a page may not do, whatever it holds: leave, open windows, load from elsewhere, ask for devices, download. */
import { app, type Session, type WebContents, type WebPreferences } from 'electron'

/** The page's own world: sandboxed, isolated, without Node. Every default is spelled out, so that none can drift. */
export function webPreferences(preload: string, packaged: boolean): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    devTools: !packaged,
  }
}

/** What the page may do: write to the clipboard, and take the whole screen for a presentation. */
const PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen'])

/** Locks a session: no permission but those, no request but to the app itself, no download. */
export function lockSession(session: Session, packaged: boolean): void {
  const allowed = new Set(['fairlead:', 'data:', 'blob:', ...(packaged ? [] : ['devtools:'])])
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(PERMISSIONS.has(permission))
  })
  session.setPermissionCheckHandler((_contents, permission) => PERMISSIONS.has(permission))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !allowed.has(new URL(details.url).protocol) })
  })
  session.on('will-download', (event) => event.preventDefault())
}

/** Locks every web contents that ever comes to be. */
export function lockNavigation(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
