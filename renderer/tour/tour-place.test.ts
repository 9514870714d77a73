import { expect, test } from 'vitest'
import { placeBeside } from './tour-place'

const window = { width: 1440, height: 900 }
const mark = { width: 320, height: 180 }

test.each([
  ['right of the palette', { x: 0, y: 44, width: 232, height: 832 }, { x: 246, y: 44 }],
  ['left of the inspector', { x: 1104, y: 44, width: 336, height: 832 }, { x: 770, y: 44 }],
  ['below a button at the top right', { x: 1330, y: 8, width: 90, height: 28 }, { x: 1112, y: 50 }],
  ['above what is in the status bar', { x: 4, y: 876, width: 110, height: 24 }, { x: 8, y: 682 }],
  ['inside what fills the window', { x: 0, y: 44, width: 1440, height: 832 }, { x: 560, y: 370 }],
])('a mark stands %s', (_, anchor, place) => {
  expect(placeBeside(anchor, mark, window)).toEqual(place)
})

test('a mark stays in a window that is hardly larger than itself', () => {
  const { x, y } = placeBeside({ x: 0, y: 0, width: 340, height: 200 }, mark, { width: 340, height: 200 })
  expect(x).toBeGreaterThanOrEqual(8)
  expect(y).toBeGreaterThanOrEqual(8)
})
