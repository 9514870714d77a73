import { expect, test } from 'vitest'
import { meaningOf } from './keys'

const press = (
  code: string,
  held: Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {},
) => meaningOf({ code, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held })

test.each([
  ['next', ['ArrowRight', 'ArrowDown', 'PageDown', 'Space']],
  ['previous', ['ArrowLeft', 'ArrowUp', 'PageUp']],
  ['first', ['Home']],
  ['last', ['End']],
  ['leave', ['Escape']],
] as const)('%s', (meaning, codes) => {
  for (const code of codes) expect(press(code)).toBe(meaning)
})

test('Shift and Space go back; other keys held with it are for the browser', () => {
  expect(press('Space', { shiftKey: true })).toBe('previous')
  expect(press('ArrowRight', { shiftKey: true })).toBeUndefined()
  for (const held of ['ctrlKey', 'metaKey', 'altKey'] as const)
    expect(press('ArrowRight', { [held]: true })).toBeUndefined()
  expect(press('KeyA')).toBeUndefined()
})
