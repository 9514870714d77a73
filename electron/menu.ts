/** Puts the native menu up, and carries out what is chosen in it. */
import { app, Menu } from 'electron'
import type { MenuItem } from '../shared/host'
import type { AppWindow } from './app-window'
import { menuTemplate } from './menu-template'
import { words } from './speech'

/** Shows the menus that the page sent. Without a window there are only the platform's own. */
export function showMenu(appWindow?: AppWindow): void {
  const template = menuTemplate(appWindow?.page.menus ?? [], {
    platform: process.platform,
    packaged: app.isPackaged,
    editing: appWindow?.page.editing ?? false,
    words,
    choose: (item) => appWindow !== undefined && choose(appWindow, item),
    forgetRecent: () => appWindow !== undefined && forgetRecent(appWindow),
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** In a text field “Copy” means the text, so it goes to the field; everywhere else it is the app's command. */
function choose(appWindow: AppWindow, { id, role }: MenuItem): void {
  const { window, page, send } = appWindow
  if (window.isDestroyed()) return
  if (role !== undefined && page.editing) window.webContents[role]()
  else send('command', { id })
}

/** Not being able to is no reason to fail: the list is a convenience. */
function forgetRecent({ recent }: AppWindow): void {
  app.clearRecentDocuments()
  void recent.clear().catch((error: unknown) => console.error('The recent list could not be emptied:', error))
}
