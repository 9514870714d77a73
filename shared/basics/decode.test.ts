import { expect, test } from 'vitest'
import { decodeText } from './decode'

const encode = (text: string) => new TextEncoder().encode(text)

test('UTF-8 is text, and its byte-order mark stays', () => {
  expect(decodeText('a.json', encode('{"a":"주문"}'))).toEqual({ ok: true, value: '{"a":"주문"}' })
  expect(decodeText('a.json', encode('\ufeff{}'))).toEqual({ ok: true, value: '\ufeff{}' })
  expect(decodeText('a.json', encode(''))).toEqual({ ok: true, value: '' })
})

test.each([
  ['with a mark, little end first', [0xff, 0xfe, 0x7b, 0]],
  ['with a mark, big end first', [0xfe, 0xff, 0, 0x7b]],
  ['without a mark', [0x7b, 0, 0x7d, 0]],
  ['without a mark, big end first', [0, 0x7b, 0, 0x7d]],
])('UTF-16 is named: %s', (_, bytes) => {
  expect(decodeText('a.json', Uint8Array.from(bytes))).toMatchObject({
    ok: false,
    error: { code: 'file-encoding', file: 'a.json', what: 'The file is written in UTF-16.' },
  })
})

test.each([
  ['a byte that UTF-8 does not have', [0x7b, 0xff, 0x7d]],
  ['a character written too long', [0xc0, 0xaf]],
  ['half of a surrogate pair', [0xed, 0xa0, 0x80]],
  ['a character cut off', [0xec, 0xa3]],
])('anything else is no text: %s', (_, bytes) => {
  expect(decodeText('a.json', Uint8Array.from(bytes))).toMatchObject({
    ok: false,
    error: { code: 'file-encoding', what: 'This is not a text file in UTF-8.' },
  })
})
