import { expect, test } from 'vitest'
import { own } from './own'

test('is found', () => expect(own({ a: 1 }, 'a')).toBe(1))

test.each(['b', 'constructor', 'toString', '__proto__'])('“%s” is not a member of its own', (key) =>
  expect(own({ a: 1 }, key)).toBeUndefined(),
)
