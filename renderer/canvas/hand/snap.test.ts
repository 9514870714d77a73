import { expect, test } from 'vitest'
import { snap } from './snap'

const box = { x: 0, y: 0, width: 100, height: 40 }
const other = { x: 300, y: 10, width: 60, height: 40 }

test('an edge comes in line with another one’s edge, and a guide shows it', () => {
  const { delta, guides } = snap(box, { x: 298, y: 200 }, { others: [other], reach: 6 })
  expect(delta).toEqual({ x: 300, y: 200 })
  expect(guides).toEqual([{ from: { x: 300, y: 10 }, to: { x: 300, y: 240 } }])
})

test('middles count as well as edges', () => {
  const { delta } = snap(box, { x: 282, y: 200 }, { others: [other], reach: 6 })
  expect(delta.x).toBe(280)
})

test('what is out of reach does not pull; then the grid does', () => {
  expect(snap(box, { x: 141, y: 203 }, { others: [other], reach: 6, grid: 8 }).delta).toEqual({
    x: 144,
    y: 200,
  })
  expect(snap(box, { x: 141, y: 203 }, { others: [other], reach: 6 }).delta).toEqual({ x: 141, y: 203 })
})

test('the grid is that of the canvas, wherever the box began', () => {
  expect(snap({ ...box, x: 5, y: 3 }, { x: 10, y: 10 }, { others: [], reach: 6, grid: 8 }).delta).toEqual({
    x: 11,
    y: 13,
  })
})
