import { expect, test } from 'vitest'
import { memo } from './memo'

test('computes once for the same object, and again for an equal one', () => {
  let runs = 0
  const size = memo((list: readonly number[]) => {
    runs++
    return list.length
  })
  const list = [1, 2]
  expect([size(list), size(list), size([1, 2])]).toEqual([2, 2, 2])
  expect(runs).toBe(2)
})

test('remembers undefined, too', () => {
  let runs = 0
  const nothing = memo((_: object) => {
    runs++
    return undefined
  })
  const key = {}
  nothing(key)
  nothing(key)
  expect(runs).toBe(1)
})
