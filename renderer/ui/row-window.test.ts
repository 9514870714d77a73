import { expect, it } from 'vitest'
import { rowAt, scrollFor, spanOf, topsOf } from './row-window'

const tops = topsOf([20, 50, 30], (height) => height)

it('rows stand below each other', () => {
  expect([...tops]).toEqual([0, 20, 70, 100])
  expect([...topsOf([], () => 1)]).toEqual([0])
})

it('finds the row at a height, and the nearest one beyond both ends', () => {
  expect([-5, 0, 19, 20, 69, 70, 500].map((y) => rowAt(tops, y))).toEqual([0, 0, 0, 1, 1, 2, 2])
})

it('draws what is in view and a little more', () => {
  const many = topsOf(Array.from({ length: 1000 }), () => 40)
  expect(spanOf(many, 0, 200)).toEqual({ from: 0, to: 10 })
  expect(spanOf(many, 20_000, 200)).toEqual({ from: 496, to: 510 })
  expect(spanOf(many, 40_000 - 200, 200).to).toBe(1000)
  expect(
    spanOf(
      topsOf([], () => 1),
      0,
      200,
    ),
  ).toEqual({ from: 0, to: 0 })
})

it('scrolls as little as it takes to see a row, with the heading above it', () => {
  expect(scrollFor(tops, 1, 1, 0, 100)).toBe(0)
  expect(scrollFor(tops, 2, 2, 0, 80)).toBe(20)
  expect(scrollFor(tops, 0, 1, 30, 40)).toBe(0)
  // Of a row that is higher than the view its beginning is shown.
  expect(scrollFor(tops, 1, 1, 0, 40)).toBe(20)
})
