import { expect, test } from 'vitest'
import { agoOf } from './ago'

const now = new Date(2026, 10, 27, 15, 0).getTime()
const minutes = (count: number) => agoOf(now - count * 60_000, now)

test('times are said as people say them', () => {
  expect(minutes(0.5)).toBe('just now')
  expect(minutes(-3)).toBe('just now')
  expect(minutes(5)).toBe('5 min. ago')
  expect(minutes(3 * 60)).toBe('3 hr. ago')
  expect(minutes(26 * 60)).toBe('yesterday')
  expect(minutes(3 * 24 * 60)).toBe('Tue 24 Nov')
})
