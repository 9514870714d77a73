import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textParts } from './text-parts'

const links = (text: string) => textParts(text).flatMap(({ href }) => href ?? [])

test.each([
  ['See https://docs.aws.amazon.com/ecs.', ['https://docs.aws.amazon.com/ecs']],
  [
    '(https://example.org/a_(b)) and https://example.org/?q=1,',
    ['https://example.org/a_(b)', 'https://example.org/?q=1'],
  ],
  ['한국어 https://example.org/ 입니다', ['https://example.org/']],
])('%j leads to %j', (text, hrefs) => {
  expect(links(text)).toEqual(hrefs)
})

test.each([
  'http://example.org',
  'javascript:alert(1)',
  'https://',
  'https://aws.amazon.com@example.org/',
  'ftp://a.b',
])('%j is no link', (text) => {
  expect(links(text)).toEqual([])
})

test('nothing of a text is lost', () => {
  const address = fc.constantFrom(
    'https://a.example/b(c)',
    'https://',
    '(https://a.example).',
    'http://a.example',
  )
  const texts = fc.array(fc.oneof(fc.string(), address))
  fc.assert(
    fc.property(texts, (some) => {
      const text = some.join(' ')
      expect(
        textParts(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
