import { describe, expect, test } from 'vitest'
import { toNumber, toText } from './convert'

const OWN = { toString: 1, valueOf: 2 }

describe('as a text', () => {
  test.each([
    ['a', 'a'],
    [1.5, '1.5'],
    [true, 'true'],
    [null, 'null'],
    [undefined, 'undefined'],
    [['a', 1], '["a",1]'],
    [{}, '{}'],
    [OWN, '{"toString":1,"valueOf":2}'],
    [[OWN], '[{"toString":1,"valueOf":2}]'],
  ])('%j', (value, text) => expect(toText(value)).toBe(text))

  test('where String throws', () => expect(() => String([OWN])).toThrow(TypeError))
})

describe('as a number', () => {
  test.each([
    ['80', 80],
    [' 8 ', 8],
    ['', 0],
    ['8a', Number.NaN],
    [80, 80],
    [true, 1],
    [null, 0],
    [undefined, Number.NaN],
    [['80'], Number.NaN],
    [OWN, Number.NaN],
  ])('%j', (value, number) => expect(toNumber(value)).toBe(number))
})
