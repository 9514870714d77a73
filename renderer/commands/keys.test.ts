import { describe, expect, test } from 'vitest'
import { accelerator, commandFor, fits, type KeyPress, keyLabel } from './keys'

const press = (code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

describe('shortcuts', () => {
  test('are matched by the physical key, so that Hangul input changes nothing', () => {
    // The key event of Ctrl+Z with Hangul input on: `key` is "ㅋ", `code` stays KeyZ.
    const hangul = { ...press('KeyZ', { ctrlKey: true }), key: 'ㅋ' }
    expect(commandFor(hangul, 'linux', false)?.id).toBe('edit.undo')
  })
  test('Mod is ⌘ on a Mac and Ctrl elsewhere', () => {
    expect(fits('Mod+KeyS', press('KeyS', { metaKey: true }), 'mac')).toBe(true)
    expect(fits('Mod+KeyS', press('KeyS', { ctrlKey: true }), 'mac')).toBe(false)
    expect(fits('Mod+KeyS', press('KeyS', { ctrlKey: true }), 'windows')).toBe(true)
  })
  test('want exactly their modifiers', () => {
    expect(fits('Shift+Digit1', press('Digit1'), 'linux')).toBe(false)
    expect(fits('Delete', press('Delete', { shiftKey: true }), 'linux')).toBe(false)
  })
  test('leave text fields alone, but for saving and opening', () => {
    expect(commandFor(press('Delete'), 'linux', true)).toBeUndefined()
    expect(commandFor(press('KeyZ', { ctrlKey: true }), 'linux', true)).toBeUndefined()
    expect(commandFor(press('KeyS', { ctrlKey: true }), 'linux', true)?.id).toBe('file.save')
  })
  test('are shown as each platform writes them', () => {
    expect(keyLabel('Mod+Shift+KeyZ', 'linux')).toBe('Ctrl+Shift+Z')
    expect(keyLabel('Mod+Shift+KeyZ', 'mac')).toBe('⇧⌘Z')
    expect(accelerator('Mod+Shift+KeyZ')).toBe('CmdOrCtrl+Shift+Z')
  })
})
