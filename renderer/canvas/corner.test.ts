import { expect, it } from 'vitest'
import { placeFor } from './corner'

const canvas = { width: 1000, height: 800 }
const card = { width: 300, height: 400 }
const at = (x: number, y: number) => ({ x, y, width: 200, height: 100 })

it('stays at the top right while nothing is there', () => {
  expect(placeFor(card, canvas, 10, [at(50, 50), at(400, 300)])).toEqual({ corner: 'top-right', height: 780 })
})

it('goes to the first corner where it hides neither end of the line', () => {
  expect(placeFor(card, canvas, 10, [at(50, 50), at(750, 50)])).toEqual({
    corner: 'bottom-right',
    height: 630,
  })
  expect(placeFor(card, canvas, 10, [at(750, 50), at(750, 650)]).corner).toBe('top-left')
})

it('is lower where only a part of it has room', () => {
  expect(placeFor(card, canvas, 10, [at(50, 200), at(750, 400)])).toEqual({
    corner: 'bottom-left',
    height: 480,
  })
  expect(placeFor(card, canvas, 10, [at(50, 400), at(750, 380)])).toEqual({ corner: 'top-left', height: 380 })
})

it('hides something rather than being too low to be read', () => {
  const everywhere = { x: 0, y: 0, width: 1000, height: 800 }
  expect(placeFor(card, canvas, 10, [everywhere])).toEqual({ corner: 'top-right', height: 200 })
})
