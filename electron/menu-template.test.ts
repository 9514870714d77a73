import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import type { Menu } from '../shared/host'
import desktop from '../shared/texts/ko/desktop.json'
import { english } from '../shared/texts/text'
import { translator } from '../shared/texts/translate'
import { type MenuOptions, menuTemplate } from './menu-template'

const ABOUT = { id: 'help.about', label: 'About Fairlead', enabled: true }
const menus: Menu[] = [
  {
    label: 'File',
    items: [
      { id: 'file.open', label: 'Open…', accelerator: 'CmdOrCtrl+O', enabled: true },
      { id: 'file.recent', label: 'Open Recent…', enabled: true },
    ],
  },
  {
    label: 'Edit',
    items: [
      { id: 'edit.undo', label: 'Undo', enabled: false, role: 'undo' },
      { id: 'edit.duplicate', label: 'Duplicate', enabled: false, separatorBefore: true },
    ],
  },
  { label: 'Help', items: [{ id: 'help.tour', label: 'Tour', enabled: true }, ABOUT] },
]

function template(options: Partial<MenuOptions> = {}, data = menus) {
  return menuTemplate(data, {
    platform: 'linux',
    packaged: true,
    editing: false,
    choose: () => undefined,
    forgetRecent: () => undefined,
    words: english,
    ...options,
  })
}

const items = (menu: ReturnType<typeof template>[number] | undefined) =>
  (menu?.submenu ?? []) as MenuItemConstructorOptions[]

/** What is read in a menu, roles in brackets. */
const read = (menu: ReturnType<typeof template>[number] | undefined) =>
  items(menu).map(({ type, role, label }) =>
    type === 'separator' ? '–' : role ? `[${role}] ${label}` : label,
  )

describe.each(['linux', 'win32'] as const)('the native menu on %s', (platform) => {
  test('has the app’s menus in their order, Exit at the end of the first, About in the last', () => {
    const [file, edit, help] = template({ platform })
    expect(template({ platform }).map(({ label }) => label)).toEqual(['File', 'Edit', 'Help'])
    expect(read(file)).toEqual(['Open…', 'Open Recent…', 'Clear Recent Files', '–', '[quit] Exit'])
    expect(read(edit)).toEqual(['Undo', '–', 'Duplicate'])
    expect(read(help)).toEqual(['Tour', 'About Fairlead'])
  })

  test('shows keys without taking them', () => {
    expect(items(template({ platform })[0])[0]).toMatchObject({
      accelerator: 'CmdOrCtrl+O',
      registerAccelerator: false,
    })
  })

  test('can be left before the page has sent anything', () => {
    expect(template({ platform }, []).map(read)).toEqual([['[quit] Exit']])
  })
})

describe('the native menu on macOS', () => {
  const mac = () => template({ platform: 'darwin' })

  test('has the app’s own menu first, Window and Help last', () => {
    expect(mac().map(({ role, label }) => role ?? label)).toEqual([
      'appMenu',
      'File',
      'Edit',
      'windowMenu',
      'help',
    ])
  })

  test('has About, Services, Hide and Quit in the app’s menu, and in no other', () => {
    const [app, file, , window, help] = mac()
    expect(read(app)).toEqual([
      'About Fairlead',
      '–',
      '[services] Services',
      '–',
      '[hide] Hide Fairlead',
      '[hideOthers] Hide Others',
      '[unhide] Show All',
      '–',
      '[quit] Quit Fairlead',
    ])
    expect(read(file)).toEqual(['Open…', 'Open Recent…', 'Clear Recent Files'])
    expect(read(help)).toEqual(['Tour'])
    expect(read(window)).toEqual([
      '[close] Close Window',
      '[minimize] Minimize',
      '[zoom] Zoom',
      '[togglefullscreen] Toggle Full Screen',
      '–',
      '[front] Bring All to Front',
    ])
  })

  test('gives keys to the menu, which macOS can’t show otherwise', () => {
    expect(items(mac()[1])[0]).not.toHaveProperty('registerAccelerator')
  })

  test('can be left without a window', () => {
    expect(template({ platform: 'darwin' }, []).map(({ role }) => role)).toEqual(['appMenu', 'windowMenu'])
  })
})

describe('the native menu', () => {
  test('sends what was chosen', () => {
    const choose = vi.fn()
    const open = items(template({ choose })[0])[0] as { click: () => void }
    open.click()
    expect(choose).toHaveBeenCalledExactlyOnceWith(menus[0]?.items[0])
  })

  test('clears the recent files', () => {
    const forgetRecent = vi.fn()
    const clear = items(template({ forgetRecent })[0])[2] as { click: () => void }
    clear.click()
    expect(forgetRecent).toHaveBeenCalledOnce()
  })

  test('editing a text makes Undo possible, but no command that is not about text', () => {
    const enabled = (editing: boolean) =>
      items(template({ editing })[1]).map((item) => (item as { enabled?: boolean }).enabled)
    expect(enabled(false)).toEqual([false, undefined, false])
    expect(enabled(true)).toEqual([true, undefined, false])
  })

  test('speaks the language of the settings', () => {
    const menus = template({ packaged: false, words: translator(desktop) }, [])
    expect(menus.map((menu) => menu.label)).toEqual(['파일', '개발자'])
    // Electron calls its roles in English, whatever the system speaks.
    const mac = template({ platform: 'darwin', words: translator(desktop) }, [])
    for (const entry of mac.flatMap(read)) expect(entry).toMatch(/^–$|[가-힣]/)
  })

  test('developer tools are only in an unpackaged app', () => {
    expect(template({ packaged: false }).at(-1)?.label).toBe('Developer')
    expect(template().some((menu) => menu.label === 'Developer')).toBe(false)
  })
})
