import { expect, test } from 'vitest'
import { escapeXml } from './xml'

test.each([
  ['orders', 'orders'],
  ['a < b & "c" > d', 'a &lt; b &amp; &quot;c&quot; &gt; d'],
  ['two\n\tlines', 'two\n\tlines'],
  ['주문 🚚', '주문 🚚'],
  ['bell\u0007, null\u0000', 'bell, null'],
  ['half of a pair \ud83d', 'half of a pair '],
  ['no character \ufffe\uffff', 'no character '],
])('%j is written as %j', (text, xml) => {
  expect(escapeXml(text)).toBe(xml)
})
