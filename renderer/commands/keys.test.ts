import { describe, expect, test } from 'vitest'
import type { CommandId } from './command'
import { command, commands } from './commands'
import {
  type ChangedKeys,
  conflictsOf,
  continuations,
  isChanged,
  keysOf,
  meaningOf,
  rebind,
  resetKeys,
  unbind,
} from './keys'
import { stepsOf } from './shortcut'

/** What a press such as `Mod+KeyZ` means. */
function meaning(
  step: string,
  { inText = false, changed, prefix }: { inText?: boolean; changed?: ChangedKeys; prefix?: string } = {},
) {
  const parts = step.split('+')
  const held = (name: string) => parts.slice(0, -1).includes(name)
  const found = meaningOf({
    press: {
      code: parts.at(-1) ?? '',
      ctrlKey: held('Mod'),
      metaKey: false,
      shiftKey: held('Shift'),
      altKey: held('Alt'),
    },
    platform: 'linux',
    inText,
    changed,
    prefix,
  })
  return found && ('prefix' in found ? `${found.prefix} …` : found.id)
}

describe('keys', () => {
  test('run what their command declares', () => {
    expect(meaning('Mod+KeyZ')).toBe('edit.undo')
    expect(meaning('F8')).toBe('view.next-problem')
    expect(meaning('Mod+Alt+KeyZ')).toBeUndefined()
  })
  test('leave text fields alone, but for those that mean the window', () => {
    expect(meaning('Delete', { inText: true })).toBeUndefined()
    expect(meaning('Mod+KeyZ', { inText: true })).toBeUndefined()
    expect(meaning('Mod+KeyS', { inText: true })).toBe('file.save')
  })
  test('that would type something do nothing in a text, even when the user chose them', () => {
    const changed = { 'file.save': ['KeyS'] }
    expect(meaning('KeyS', { changed })).toBe('file.save')
    expect(meaning('KeyS', { changed, inText: true })).toBeUndefined()
  })
  test('may be two presses one after the other, with Alt let go or not', () => {
    const changed = { 'view.fit': ['Alt+KeyA KeyD'], 'view.theme': ['Alt+KeyA KeyW'] }
    expect(meaning('Alt+KeyA', { changed })).toBe('Alt+KeyA …')
    expect(meaning('KeyD', { changed, prefix: 'Alt+KeyA' })).toBe('view.fit')
    expect(meaning('Alt+KeyW', { changed, prefix: 'Alt+KeyA' })).toBe('view.theme')
    expect(meaning('Mod+KeyZ', { changed, prefix: 'Alt+KeyA' })).toBeUndefined()
    expect(continuations('Alt+KeyA', changed).map(({ command: { id }, shortcut }) => [id, shortcut])).toEqual(
      expect.arrayContaining([
        ['view.fit', 'KeyD'],
        ['view.theme', 'KeyW'],
      ]),
    )
  })
})

describe('changing keys', () => {
  const keys = (id: CommandId, changed: ChangedKeys) => keysOf(command(id), changed)

  test('a command gets the new key instead of its own', () => {
    const changed = rebind(command('edit.redo'), 'Mod+Alt+KeyJ', undefined)
    expect(changed).toEqual({ 'edit.redo': ['Mod+Alt+KeyJ'] })
    expect(meaning('Mod+Alt+KeyJ', { changed })).toBe('edit.redo')
    expect(meaning('Mod+KeyY', { changed })).toBeUndefined()
  })
  test('a key that another command has is taken from it', () => {
    expect(conflictsOf('edit.redo', 'Mod+KeyD', undefined).map(({ id }) => id)).toEqual(['edit.duplicate'])
    const changed = rebind(command('edit.redo'), 'Mod+KeyD', undefined)
    expect(keys('edit.redo', changed)).toEqual(['Mod+KeyD'])
    expect(keys('edit.duplicate', changed)).toEqual([])
  })
  test('a key that begins another shortcut would hide it, so it takes that one, too', () => {
    const changed = { 'view.fit': ['Alt+KeyQ KeyD'] }
    expect(conflictsOf('edit.redo', 'Alt+KeyQ', changed).map(({ id }) => id)).toEqual(['view.fit'])
    expect(conflictsOf('edit.redo', 'Alt+KeyQ KeyW', changed)).toEqual([])
  })
  test('taking the keys away and resetting them', () => {
    const none = unbind(command('edit.undo'), undefined)
    expect(none).toEqual({ 'edit.undo': [] })
    expect(isChanged(command('edit.undo'), none)).toBe(true)
    expect(resetKeys(command('edit.undo'), none)).toEqual({})
  })
  test('a reset takes the keys back from who has them now', () => {
    const changed = rebind(command('view.theme'), 'Mod+KeyZ', undefined)
    expect(keys('edit.undo', changed)).toEqual([])
    const back = resetKeys(command('edit.undo'), changed)
    expect(keys('edit.undo', back)).toEqual(['Mod+KeyZ'])
    expect(back).toEqual({})
  })
  test('what is again as declared is not kept', () => {
    expect(rebind(command('edit.undo'), 'Mod+KeyZ', undefined)).toEqual({})
  })
})

test('no command hides another one’s keys', () => {
  for (const { id, keys } of commands) {
    for (const key of keys ?? []) {
      expect(conflictsOf(id, key, undefined), `${id}: ${key}`).toEqual([])
      expect(stepsOf(key).length, key).toBeLessThanOrEqual(2)
    }
  }
})
