import { describe, expect, it, test } from 'vitest'
import { capitalized, english, inWords, listed, lowered, say } from './text'

it('keeps words and values apart until they are said', () => {
  const text = say`Make container “${'web'}” essential`
  expect(text).toEqual({ words: 'Make container “{0}” essential', values: ['web'] })
  expect(english(text)).toBe('Make container “web” essential')
})

it('says texts within texts', () => {
  expect(english(say`Give ${say`listener ${443}`} a certificate`)).toBe('Give listener 443 a certificate')
})

it('finds values by name as rules do, and never fills what a value brings along', () => {
  expect(english({ words: '“{a}” and {b}', values: { a: '{b}', b: 2 } })).toBe('“{b}” and 2')
  expect(english({ words: '{toString}', values: {} })).toBe('{toString}')
})

test.each([
  [[], ''],
  [['a'], 'a'],
  [[1, 2], '1 or 2'],
  [['a', 'b', say`${'c'}!`], 'a, b or c!'],
])('%j in words', (items, words) => {
  expect(english(inWords(items, 'or'))).toBe(words)
})

test('a plain list', () => expect(english(listed(['a', 2, 'c']))).toBe('a, 2, c'))

describe('labels in sentences', () => {
  test.each([
    ['Target group', 'target group'],
    ['SQS queue', 'SQS queue'],
    ['VPC', 'VPC'],
  ])('%s as %s', (label, within) => expect(lowered(label)).toBe(within))

  it('begin one with a large letter', () => {
    expect(english(capitalized(say`an ${'SQS queue'}`))).toBe('An SQS queue')
  })
})
