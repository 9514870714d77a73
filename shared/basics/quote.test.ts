import { expect, test } from 'vitest'
import { quote } from './quote'

test.each([
  ['api', '“api”'],
  ['a\n  b', '“a b”'],
  ['', '“”'],
  ['🚢🚢🚢🚢🚢🚢', '“🚢🚢🚢🚢…”'],
])('%j', (text, quoted) => {
  expect(quote(text, 5)).toBe(quoted)
})
