import { expect, test } from 'vitest'
import { neighbour } from './grid-keys'

// Two rows of three cards, and one more.
const boxes = [0, 1, 2, 3, 4, 5, 6].map((i) => ({ x: (i % 3) * 100, y: Math.floor(i / 3) * 80 }))

test.each([
  [0, 'ArrowRight', 1],
  [2, 'ArrowRight', 3],
  [6, 'ArrowRight', undefined],
  [0, 'ArrowLeft', undefined],
  [1, 'ArrowDown', 4],
  [5, 'ArrowDown', 6],
  [6, 'ArrowDown', undefined],
  [4, 'ArrowUp', 1],
  [4, 'Home', 0],
  [4, 'End', 6],
  [4, 'a', undefined],
])('from card %i, %s leads to %s', (at, key, to) => {
  expect(neighbour(boxes, at, key)).toBe(to)
})
