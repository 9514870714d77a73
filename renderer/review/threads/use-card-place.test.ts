import { expect, test } from 'vitest'
import { cardPlace } from './use-card-place'

const card = { width: 320, height: 200 }
const canvas = { width: 1000, height: 600 }

test.each([
  ['to the right of its pin', { x: 100, y: 300 }, { x: 150, y: 274 }],
  ['to the left where there is no room', { x: 900, y: 300 }, { x: 568, y: 274 }],
  ['beside its region', { x: 100, y: 300, width: 200, height: 50 }, { x: 312, y: 274 }],
  ['below a wide region', { x: 10, y: 100, width: 980, height: 80 }, { x: 12, y: 192 }],
  ['over a region that fills the view', { x: 10, y: 300, width: 980, height: 400 }, { x: 60, y: 274 }],
  ['whole, although its pin is out of view', { x: -500, y: 9000 }, { x: 12, y: 388 }],
  ['in the corner without a pin', undefined, { x: 668, y: 12 }],
])('a card stands %s', (_where, pin, place) => {
  expect(cardPlace(card, canvas, pin)).toEqual(place)
})
