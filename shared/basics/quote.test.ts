import { expect, test } from 'vitest'
import { capital, quote } from './quote'

test.each([
  ['api', '“api”'],
  ['a\n  b', '“a b”'],
  ['', '“”'],
  ['🚢🚢🚢🚢🚢🚢', '“🚢🚢🚢🚢…”'],
])('%j', (text, quoted) => {
  expect(quote(text, 5)).toBe(quoted)
})

test.each([
  ['an SQS queue', 'An SQS queue'],
  ['', ''],
])('%j at the start', (text, begun) => {
  expect(capital(text)).toBe(begun)
})
