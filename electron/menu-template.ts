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
  /** Puts our own labels into the language of the settings; what a role is called is the system's. */
  readonly words: Translate
}

/** What `Menu.buildFromTemplate` takes. */
export function menuTemplate(menus: readonly Menu[], options: MenuOptions): MenuItemConstructorOptions[] {
  const mac = options.platform === 'darwin'
  const { words } = options
  const groups = menus.map(({ label, items }) => ({
    label,
    submenu: items.flatMap((item) => commandItems(item, options)),
  }))
  const [first, ...others] = groups.length > 0 ? groups : [{ label: words('File'), submenu: [] }]
  if (first !== undefined && !mac)
    first.submenu.push({ type: 'separator' }, { role: 'quit', label: words('Quit') })
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    ...(first === undefined ? [] : [first]),
    ...others,
    ...(mac ? [{ role: 'windowMenu' } as const] : []),
    ...(options.packaged ? [] : [developerMenu(words)]),
  ]
}

function commandItems(
  item: MenuItem,
  { platform, editing, choose }: MenuOptions,
): MenuItemConstructorOptions[] {
  const { id, label, accelerator, role } = item
  return [
    ...(item.separatorBefore ? [{ type: 'separator' } as const] : []),
    {
      id,
      label,
      enabled: item.enabled || (editing && role !== undefined),
      ...(accelerator === undefined ? {} : { accelerator }),
      // The page handles keys. On macOS a menu can't show a key without taking it, but there the page is asked first,
      // and the menu gets only what it leaves.
      ...(platform === 'darwin' ? {} : { registerAccelerator: false }),
      click: () => choose(item),
    },
  ]
}

function developerMenu(words: Translate): MenuItemConstructorOptions {
  const label = words('Toggle Developer Tools')
  return { label: words('Developer'), submenu: [{ role: 'toggleDevTools', label }] }
}
