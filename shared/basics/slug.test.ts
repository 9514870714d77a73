import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idPattern } from '../design/design'
import { text } from '../testing/arbitraries'
import { freeId, slug } from './slug'

test.each([
  ['Orders API', 'orders-api'],
  ['  /ecs/orders  ', 'ecs-orders'],
  ['주문', 'fallback'],
  ['', 'fallback'],
  ['---', 'fallback'],
])('“%s” becomes %s', (name, expected) => {
  expect(slug(name, 'fallback')).toBe(expected)
})

test('every text becomes a valid id', () => {
  fc.assert(
    fc.property(text, (name) => {
      expect(slug(name, 'element')).toMatch(idPattern)
    }),
  )
})

test('a taken id gets the next free number', () => {
  const taken = new Set(['api', 'api-2'])
  expect(freeId('api', (id) => taken.has(id))).toBe('api-3')
  expect(freeId('web', (id) => taken.has(id))).toBe('web')
})
