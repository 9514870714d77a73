/** What the page asks about the app itself, and tells it. */
import { app, dialog, nativeTheme, shell } from 'electron'
import type { AppInfo } from '../../shared/host'
import type { Handlers } from '../answer-call'
import type { AppWindow } from '../app-window'
import { showMenu } from '../menu'
import { speak, words } from '../speech'
import { isTrustedSite } from '../trusted-sites'

type AppCalls =
  | 'info'
  | 'setDocument'
  | 'setMenu'
  | 'confirmClose'
  | 'readSettings'
  | 'writeSettings'
  | 'readNotes'
  | 'writeNote'
  | 'openExternal'

const PLATFORMS: Readonly<Record<string, AppInfo['platform']>> = { darwin: 'mac', win32: 'windows' }

export const appHandlers: Pick<Handlers<AppWindow>, AppCalls> = {
  info: () => ({
    version: app.getVersion(),
    host: 'electron',
    platform: PLATFORMS[process.platform] ?? 'linux',
    runtime: {
      Electron: process.versions.electron ?? '',
      Chromium: process.versions.chrome ?? '',
      'Node.js': process.versions.node,
    },
    limits: [],
  }),

  setDocument({ window, page, grants, watcher, send }, { name, dirty, file }) {
    const path = file === undefined ? undefined : grants.path(file)
    if (file === undefined || path === undefined) watcher.stop()
    else watcher.watch(path, (what) => send('changed', { id: file, what }))
    page.name = name
    page.dirty = dirty
    window.setTitle(`${dirty && process.platform !== 'darwin' ? '• ' : ''}${name} – Fairlead`)
    window.setDocumentEdited(dirty)
    window.setRepresentedFilename(path ?? '')
    return null
  },

  setMenu(appWindow, menus) {
    appWindow.page.menus = menus
    showMenu(appWindow)
    return null
  },

  confirmClose({ answerClose }, close) {
    answerClose(close)
    return null
  },

  readSettings: ({ settings }) => settings.read(),

  async writeSettings({ settings }, value) {
    nativeTheme.themeSource = value.theme
    speak(value)
    await settings.write(value)
    return null
  },

  readNotes: async ({ notes }) => ({ ...(await notes.read()) }),

  async writeNote({ notes }, key, note) {
    await notes.write(key, note ?? undefined)
    return null
  },

  async openExternal({ window }, address) {
    // The parsed form: what is shown and what is opened are the same.
    const { href } = new URL(address)
    if (isTrustedSite(href) || (await mayOpen(window, href))) await shell.openExternal(href)
    return null
  },
}

async function mayOpen(window: AppWindow['window'], address: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words('Open this address in your browser?'),
    detail: address,
    buttons: [words('Open'), words('Cancel')],
    defaultId: 1,
    cancelId: 1,
  })
  return response === 0
}
