import { expect, test } from 'vitest'
import { capital, inWords, quote } from './quote'

test.each([
  ['api', '“api”'],
  ['a\n  b', '“a b”'],
  ['', '“”'],
  ['🚢🚢🚢🚢🚢🚢', '“🚢🚢🚢🚢…”'],
])('%j', (text, quoted) => {
  expect(quote(text, 5)).toBe(quoted)
})

test.each([
  [[], ''],
  [['a'], 'a'],
  [[1, 2], '1 or 2'],
  [['a', 'b', 'c'], 'a, b or c'],
])('%j in words', (items, words) => {
  expect(inWords(items, 'or')).toBe(words)
})

test.each([
  ['an SQS queue', 'An SQS queue'],
  ['', ''],
])('%j at the start', (text, begun) => {
  expect(capital(text)).toBe(begun)
})
