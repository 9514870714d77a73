import { describe, expect, test } from 'vitest'
import { accelerator, fits, isBare, type KeyPress, keyLabel, stepOf } from './shortcut'

const press = (code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

describe('shortcuts', () => {
  test('have ⌘ for Mod on a Mac and Ctrl elsewhere', () => {
    expect(fits('Mod+KeyS', press('KeyS', { metaKey: true }), 'mac')).toBe(true)
    expect(fits('Mod+KeyS', press('KeyS', { ctrlKey: true }), 'mac')).toBe(false)
    expect(fits('Mod+KeyS', press('KeyS', { ctrlKey: true }), 'windows')).toBe(true)
  })
  test('want exactly their modifiers', () => {
    expect(fits('Shift+Digit1', press('Digit1'), 'linux')).toBe(false)
    expect(fits('Delete', press('Delete', { shiftKey: true }), 'linux')).toBe(false)
  })
  test('are written from what was pressed', () => {
    expect(stepOf(press('KeyP', { ctrlKey: true, shiftKey: true, altKey: true }), 'linux')).toBe(
      'Mod+Alt+Shift+KeyP',
    )
    expect(stepOf(press('ShiftLeft', { shiftKey: true }), 'linux')).toBeUndefined()
    // The other platform's modifier has no name here.
    expect(stepOf(press('KeyP', { metaKey: true }), 'linux')).toBeUndefined()
  })
  test('are shown as each platform writes them', () => {
    expect(keyLabel('Mod+Shift+KeyZ', 'linux')).toBe('Ctrl+Shift+Z')
    expect(keyLabel('Mod+Shift+KeyZ', 'mac')).toBe('⇧⌘Z')
    expect(keyLabel('Alt+KeyA KeyD', 'linux')).toBe('Alt+A D')
    expect(keyLabel('Alt+KeyA KeyD', 'mac')).toBe('⌥A D')
    expect(keyLabel('Backspace', 'mac')).toBe('⌫')
    expect(keyLabel('Mod+Digit0', 'windows')).toBe('Ctrl+0')
  })
  test('become accelerators where Electron has words for them', () => {
    expect(accelerator('Mod+Shift+KeyZ')).toBe('CmdOrCtrl+Shift+Z')
    expect(accelerator('Shift+ArrowLeft')).toBe('Shift+Left')
    expect(accelerator('Alt+KeyA KeyD')).toBeUndefined()
    expect(accelerator('IntlBackslash')).toBeUndefined()
  })
  test('belong to a text when they would type or move in it', () => {
    expect(['KeyV', 'Shift+KeyV', 'Alt+KeyV', 'Delete'].map(isBare)).toEqual([true, true, true, true])
    expect(['Mod+KeyV', 'F8', 'Shift+F8'].map(isBare)).toEqual([false, false, false])
  })
})
