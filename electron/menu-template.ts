/** The native menu: the app's commands, sent by the page as data, in each platform's conventions. */
import type { MenuItemConstructorOptions } from 'electron'
import type { Menu, MenuItem } from '../shared/host'
import type { Translate } from '../shared/texts/translate'

export interface MenuOptions {
  readonly platform: NodeJS.Platform
  readonly packaged: boolean
  /** The focus is in a text field, where “Copy” and the like are always possible. */
  readonly editing: boolean
  readonly choose: (item: MenuItem) => void
  /** Empties the list of recent files, the app's and the system's. */
  readonly forgetRecent: () => void
  /** Puts our own labels, and what Electron would call its roles, into the language of the settings. */
  readonly words: Translate
}

type Template = MenuItemConstructorOptions[]

/** The command that macOS keeps in the app's own menu. */
const ABOUT = 'help.about'
/** The command that the list of recent files is opened with. */
const RECENT = 'file.recent'
const SEPARATOR = { type: 'separator' } as const

/** What `Menu.buildFromTemplate` takes. */
export function menuTemplate(menus: readonly Menu[], options: MenuOptions): Template {
  const developer = options.packaged ? [] : [developerMenu(options.words)]
  return [...(options.platform === 'darwin' ? macMenus : otherMenus)(menus, options), ...developer]
}

/** File, …, Help; the app ends by the last entry of the first. */
function otherMenus(menus: readonly Menu[], options: MenuOptions): Template {
  const { words } = options
  const exit: Template = [SEPARATOR, { role: 'quit', label: words('Exit') }]
  if (menus.length === 0) return [{ label: words('File'), submenu: exit.slice(1) }]
  return menus.map(({ label, items }, i) => ({
    label,
    submenu: [...commandItems(items, options), ...(i === 0 ? exit : [])],
  }))
}

/** The app's own menu first, Window and Help last. Without a window there is nothing else. */
function macMenus(menus: readonly Menu[], options: MenuOptions): Template {
  const about = menus.flatMap(({ items }) => items).find(({ id }) => id === ABOUT)
  const template: Template = menus.map(({ label, items }) => {
    const others = items.filter(({ id }) => id !== ABOUT)
    // The role puts the system's search for menu items into it.
    const role = others.length < items.length ? ({ role: 'help' } as const) : {}
    return { ...role, label, submenu: commandItems(others, options) }
  })
  const help = template.findIndex(({ role }) => role === 'help')
  template.splice(help < 0 ? template.length : help, 0, windowMenu(options.words))
  return [appMenu(about, options), ...template]
}

function appMenu(about: MenuItem | undefined, options: MenuOptions): MenuItemConstructorOptions {
  const { words } = options
  return {
    role: 'appMenu',
    submenu: [
      ...(about === undefined ? [] : [...commandItems([about], options), SEPARATOR]),
      { role: 'services', label: words('Services') },
      SEPARATOR,
      { role: 'hide', label: words('Hide Fairlead') },
      { role: 'hideOthers', label: words('Hide Others') },
      { role: 'unhide', label: words('Show All') },
      SEPARATOR,
      { role: 'quit', label: words('Quit Fairlead') },
    ],
  }
}

function windowMenu(words: Translate): MenuItemConstructorOptions {
  return {
    role: 'windowMenu',
    label: words('Window'),
    submenu: [
      { role: 'close', label: words('Close Window') },
      { role: 'minimize', label: words('Minimize') },
      { role: 'zoom', label: words('Zoom') },
      { role: 'togglefullscreen', label: words('Toggle Full Screen') },
      SEPARATOR,
      { role: 'front', label: words('Bring All to Front') },
    ],
  }
}

function commandItems(items: readonly MenuItem[], options: MenuOptions): Template {
  const { words, forgetRecent } = options
  return items.flatMap((item) => [
    ...(item.separatorBefore ? [SEPARATOR] : []),
    commandItem(item, options),
    ...(item.id === RECENT ? [{ label: words('Clear Recent Files'), click: forgetRecent }] : []),
  ])
}

function commandItem(item: MenuItem, options: MenuOptions): MenuItemConstructorOptions {
  const { id, label, accelerator, role, enabled } = item
  return {
    id,
    label,
    enabled: enabled || (options.editing && role !== undefined),
    ...(accelerator === undefined ? {} : { accelerator }),
    // The page handles keys. On macOS a menu can't show a key without taking it, but there the page is asked first,
    // and the menu gets only what it leaves.
    ...(options.platform === 'darwin' ? {} : { registerAccelerator: false }),
    click: () => options.choose(item),
  }
}

function developerMenu(words: Translate): MenuItemConstructorOptions {
  const label = words('Toggle Developer Tools')
  return { label: words('Developer'), submenu: [{ role: 'toggleDevTools', label }] }
}
