import { expect, test } from 'vitest'
import { optionAfter } from './list-search'

test('arrows walk round, page keys stop at the ends', () => {
  expect(optionAfter('ArrowDown', 9, 10)).toBe(0)
  expect(optionAfter('ArrowUp', 0, 10)).toBe(9)
  expect(optionAfter('PageDown', 5, 10)).toBe(9)
  expect(optionAfter('PageUp', 5, 10)).toBe(0)
})

test('other keys, and an empty list, lead nowhere', () => {
  expect(optionAfter('KeyA', 0, 10)).toBeUndefined()
  expect(optionAfter('ArrowDown', -1, 0)).toBeUndefined()
})
