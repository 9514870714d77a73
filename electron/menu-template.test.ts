import { describe, expect, test, vi } from 'vitest'
import type { Menu } from '../shared/host'
import desktop from '../shared/texts/ko/desktop.json'
import { english } from '../shared/texts/text'
import { translator } from '../shared/texts/translate'
import { type MenuOptions, menuTemplate } from './menu-template'

const menus: Menu[] = [
  { label: 'File', items: [{ id: 'file.open', label: 'Open…', accelerator: 'CmdOrCtrl+O', enabled: true }] },
  {
    label: 'Edit',
    items: [
      { id: 'edit.undo', label: 'Undo', enabled: false, role: 'undo' },
      { id: 'edit.duplicate', label: 'Duplicate', enabled: false, separatorBefore: true },
    ],
  },
]

function template(options: Partial<MenuOptions> = {}, data = menus) {
  return menuTemplate(data, {
    platform: 'linux',
    packaged: true,
    editing: false,
    choose: () => undefined,
    words: english,
    ...options,
  })
}

const items = (menu: ReturnType<typeof template>[number] | undefined) =>
  (menu?.submenu ?? []) as Exclude<ReturnType<typeof template>[number]['submenu'], undefined> & unknown[]

describe('the native menu', () => {
  test('has the app’s menus in their order, and Quit at the end of the first', () => {
    expect(template().map((menu) => menu.label)).toEqual(['File', 'Edit'])
    expect(items(template()[0]).at(-1)).toMatchObject({ role: 'quit' })
  })

  test('follows macOS: the app’s own menu first, Window last, Quit in neither of ours', () => {
    const mac = template({ platform: 'darwin' })
    expect(mac.map((menu) => menu.role ?? menu.label)).toEqual(['appMenu', 'File', 'Edit', 'windowMenu'])
    expect(items(mac[1])).toHaveLength(1)
  })

  test('sends what was chosen', () => {
    const choose = vi.fn()
    const open = items(template({ choose })[0])[0] as { click: () => void }
    open.click()
    expect(choose).toHaveBeenCalledExactlyOnceWith(menus[0]?.items[0])
  })

  test('shows keys without taking them', () => {
    expect(items(template()[0])[0]).toMatchObject({ accelerator: 'CmdOrCtrl+O', registerAccelerator: false })
  })

  test('editing a text makes Undo possible, but no command that is not about text', () => {
    const enabled = (editing: boolean) =>
      items(template({ editing })[1]).map((item) => (item as { enabled?: boolean }).enabled)
    expect(enabled(false)).toEqual([false, undefined, false])
    expect(enabled(true)).toEqual([true, undefined, false])
  })

  test('can be left before the page has sent anything', () => {
    expect(items(template({}, [])[0]).at(-1)).toMatchObject({ role: 'quit' })
  })

  test('speaks the language of the settings', () => {
    const menus = template({ packaged: false, words: translator(desktop) }, [])
    expect(menus.map((menu) => menu.label)).toEqual(['파일', '개발자'])
  })

  test('developer tools are only in an unpackaged app', () => {
    expect(template({ packaged: false }).at(-1)?.label).toBe('Developer')
    expect(template().some((menu) => menu.label === 'Developer')).toBe(false)
  })
})
