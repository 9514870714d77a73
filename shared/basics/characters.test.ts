import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isolated, oddCharacters, visible } from './characters'

describe('a character that nobody sees is marked', () => {
  test.each([
    ['user\u202egnp.exe', 'user‹U+202E›gnp.exe'],
    ['a\u2066b\u2069', 'a‹U+2066›b‹U+2069›'],
    ['\u2069a\u2068', '‹U+2069›a‹U+2068›'],
    ['ad\u00admin', 'ad‹U+00AD›min'],
    ['\u0000', '‹U+0000›'],
    ['half \ud83d', 'half ‹U+D83D›'],
    ['tag\u{e0041}', 'tag‹U+E0041›'],
    ['ad\u200dmin', 'ad‹U+200D›min'],
    ['\u3164', '‹U+3164›'],
  ])('%j', (text, expected) => expect(visible(text)).toBe(expected))

  test.each([
    '주문 서비스',
    '👩‍👩‍👧',
    'نامه‌ای',
    'שלום',
    'é e\u0301',
    'two\nlines\tand a tab',
    '\u2068שלום\u2069',
    '❤️',
  ])('not in %s', (text) => expect(visible(text)).toBe(text))

  test('each is named once', () => {
    expect(oddCharacters('\u202ea\u202e\u200b')).toEqual(['U+202E', 'U+200B'])
  })

  test('and none is left when it was marked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const marked = visible(text)
        expect(visible(marked)).toBe(marked)
        expect(marked).not.toMatch(/[\u200b\u202a-\u202e\u2066\u2067\ud800-\udfff]/u)
      }),
    )
  })
})

test('a text from right to left keeps to itself', () => {
  expect(isolated('orders')).toBe('orders')
  expect(isolated('שלום')).toBe('\u2068שלום\u2069')
  expect(isolated(isolated('שלום'))).toBe('\u2068שלום\u2069')
})
