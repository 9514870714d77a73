import { expect, test } from 'vitest'
import { around } from '../../shared/figures/routing/geometry'
import { seenIn, touches } from './rect'

test('what is seen is what the window shows of the canvas', () => {
  expect(seenIn({ x: -100, y: 50, zoom: 0.5, width: 400, height: 200 })).toEqual({
    x: 200,
    y: -100,
    width: 800,
    height: 400,
  })
})

test('rectangles that share an edge touch; nothing is around nothing', () => {
  const rect = { x: 0, y: 0, width: 10, height: 10 }
  expect(touches(rect, { ...rect, x: 10 })).toBe(true)
  expect(touches(rect, { ...rect, x: 11 })).toBe(false)
  expect(around([])).toBeUndefined()
})
