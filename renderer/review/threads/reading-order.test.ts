import { expect, test } from 'vitest'
import { type Design, emptyDesign, type Pin } from '../../../shared/design/design'
import { sceneOf } from '../../../shared/figures/scene'
import { neighbourOf, openInOrder } from './reading-order'

function thread(pin: Pin, resolved = false) {
  const at = '2026-11-26T10:00:00.000Z'
  return {
    ...{ kind: 'note', pin, comments: { c: { author: 'Ana', written: at, text: 'Here' } } },
    ...(resolved ? { resolved: { author: 'Ana', at } } : {}),
  }
}

const design: Design = {
  ...emptyDesign('Shop'),
  elements: { role: { kind: 'iam-role', spec: { RoleName: 'role' } } },
  layout: { role: { x: 300, y: 0 } },
  threads: {
    orphan: thread({ element: 'gone', named: 'api' }),
    below: thread({ x: 0, y: 400 }),
    right: thread({ element: 'role', x: 10, y: 0 }),
    left: thread({ x: 0, y: 10 }),
    done: thread({ x: 100, y: 10 }, true),
  },
}

test('threads are read like a page; those without a place come last, resolved ones not at all', () => {
  const order = openInOrder(design, sceneOf(design), 'logical')
  expect(order.map(({ id }) => id)).toEqual(['left', 'right', 'below', 'orphan'])
  expect(neighbourOf(order, 'left', 1)?.id).toBe('right')
  expect(neighbourOf(order, 'left', -1)?.id).toBe('orphan')
  expect(neighbourOf(order, undefined, 1)?.id).toBe('left')
  expect(neighbourOf(order, 'done', -1)?.id).toBe('orphan')
  expect(neighbourOf([], undefined, 1)).toBeUndefined()
})
