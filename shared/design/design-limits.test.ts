import { expect, test } from 'vitest'
import { limits } from '../basics/limits'
import { type Design, emptyDesign } from './design'
import { beyondLimits, grownBeyond } from './design-limits'
import { parseDesign, serialize } from './serialize'

const note = (text: unknown) => ({ kind: 'note', spec: { text } })
const before: Design = { ...emptyDesign('x'), elements: { a: note('a') } }
const withElement = (element: Design['elements'][string]) => ({
  ...before,
  elements: { ...before.elements, b: element },
})
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])

test.each([
  [
    'a text',
    withElement(note('x'.repeat(limits.textLength))),
    withElement(note('x'.repeat(limits.textLength + 1))),
  ],
  ['depth', withElement(note(nested(limits.jsonDepth - 4))), withElement(note(nested(limits.jsonDepth - 3)))],
  [
    'a label',
    withElement({ ...note(''), label: 'x'.repeat(10_000) }),
    withElement({ ...note(''), label: 'x'.repeat(10_001) }),
  ],
  [
    'a place',
    { ...before, layout: { a: { x: limits.pixels, y: 0 } } },
    { ...before, layout: { a: { x: limits.pixels + 1, y: 0 } } },
  ],
  [
    'a bend of a line',
    { ...before, routes: { a: { points: [{ x: 0, y: -limits.pixels }] } } },
    { ...before, routes: { a: { points: [{ x: 0, y: -limits.pixels - 1 }] } } },
  ],
  ['a name', { ...before, name: 'x'.repeat(255) }, { ...before, name: 'x'.repeat(256) }],
])('an edit may not make %s that could be saved and not be opened', (_, fits, over) => {
  expect(grownBeyond(before, fits)).toBeUndefined()
  expect(parseDesign(serialize(fits)).ok).toBe(true)
  expect(grownBeyond(before, over)).toBeDefined()
  expect(parseDesign(serialize(over)).ok).toBe(false)
})

test('what was there before the edit is not looked at again', () => {
  const odd = { ...before, elements: { a: note('x'.repeat(limits.textLength + 1)) } }
  expect(grownBeyond(odd, { ...odd, elements: { ...odd.elements, b: note('b') } })).toBeUndefined()
  expect(grownBeyond(odd, { ...odd, layout: { a: { x: 1, y: 1 } } })).toBeUndefined()
})

test('a design of any shape may be asked about', () => {
  for (const odd of [{}, { elements: 1, connections: null }, { elements: { a: 1 } }])
    expect(beyondLimits(odd)).toBeUndefined()
})
