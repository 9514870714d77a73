import { expect, test } from 'vitest'
import { align, distribute } from './align'

const rects = [
  { x: 0, y: 0, width: 100, height: 40 },
  { x: 50, y: 100, width: 60, height: 40 },
  { x: 300, y: 60, width: 20, height: 20 },
]

test('the left edges come to the leftmost one', () => {
  expect(align(rects, 'left')).toEqual([
    { x: 0, y: 0 },
    { x: -50, y: 0 },
    { x: -300, y: 0 },
  ])
})

test('the middles come to the middle of all', () => {
  expect(align(rects, 'centre-x').map(({ x }) => x)).toEqual([110, 80, -150])
})

test('distributing gives equal gaps, in the order they lie in', () => {
  const shifts = distribute(rects, 'x')
  const moved = rects.map((rect, i) => ({ ...rect, x: rect.x + (shifts[i]?.x ?? 0) }))
  expect(moved[1]!.x - 100).toBe(moved[2]!.x - (moved[1]!.x + 60))
  expect(moved[2]!.x).toBe(300)
})
