import { expect, test } from 'vitest'
import { type Design, emptyDesign } from '../../../shared/design/design'
import { sceneOf } from '../../../shared/figures/scene'
import { networkView } from '../../../shared/figures/view'
import { itemAt, rowAt } from '../../canvas/hit'
import { pinAt, pinOfRegion, placeOf } from './pin-places'

/** A cluster with a service, and a task definition of two containers beside it. */
function shop(collapsed = false): Design {
  return {
    ...emptyDesign('Shop'),
    elements: {
      shop: { kind: 'cluster', spec: { clusterName: 'shop' } },
      api: { kind: 'service', spec: { serviceName: 'api', cluster: '@{shop}' } },
      task: {
        kind: 'task-definition',
        spec: { family: 'task', containerDefinitions: [{ name: 'app' }, { name: 'proxy' }] },
      },
    },
    layout: {
      shop: { x: 0, y: 0, width: 400, height: 300, ...(collapsed ? { collapsed } : {}) },
      api: { x: 40, y: 60 },
      task: { x: 600, y: 100 },
    },
  }
}

const scene = sceneOf(shop())

test('a pin goes with its element', () => {
  const pin = pinAt(itemAt(scene, { x: 610, y: 110 }), undefined, { x: 610, y: 110 }, 'logical')
  expect(pin).toEqual({ element: 'task', x: 10, y: 10 })
  const moved = { ...shop(), layout: { ...shop().layout, task: { x: 0, y: 500 } } }
  expect(placeOf(sceneOf(moved), 'logical', pin)?.at).toEqual({ x: 10, y: 510 })
})

test('a click on a container means that row, and follows it', () => {
  const item = scene.byId.get('task')!
  const row = item.figure.rows.find(({ pointer }) => pointer === '/containerDefinitions/1')!
  const point = { x: item.rect.x + 30, y: item.rect.y + row.y + 4 }
  const pin = pinAt(item, rowAt(item, point), point, 'logical')
  expect(pin).toMatchObject({ element: 'task', pointer: '/containerDefinitions/1' })
  const field = { element: 'task', pointer: '/containerDefinitions/1/image' }
  const at = placeOf(scene, 'logical', field)!.at
  expect(at.y).toBe(item.rect.y + row.y)
})

test('a pin outside of what has become smaller stays at its edge', () => {
  expect(placeOf(scene, 'logical', { element: 'task', x: 9000, y: -50 })?.at).toEqual({
    x: 600 + scene.byId.get('task')!.rect.width,
    y: 100,
  })
})

test('what is in a collapsed frame has its pin there', () => {
  const folded = sceneOf(shop(true))
  expect(placeOf(folded, 'logical', { element: 'api', x: 5, y: 5 })).toMatchObject({ folded: 'shop' })
})

test('a region belongs to the innermost element that holds all of it', () => {
  const api = scene.byId.get('api')!.rect
  const inside = { x: api.x + 4, y: api.y + 4, width: 20, height: 10 }
  expect(pinOfRegion(scene, 'logical', inside)).toEqual({ element: 'api', x: 4, y: 4, width: 20, height: 10 })
  const around = pinOfRegion(scene, 'logical', { x: 350, y: 50, width: 300, height: 100 })
  expect(around).toEqual({ x: 350, y: 50, width: 300, height: 100 })
  expect(placeOf(scene, 'logical', around)).toEqual({ at: { x: 350, y: 50 }, region: around })
})

test('a point of the canvas is one in its nesting only; an orphan is nowhere', () => {
  const point = pinAt(undefined, undefined, { x: 7.4, y: -0.2 }, 'network')
  expect(point).toEqual({ x: 7, y: 0, nesting: 'network' })
  expect(placeOf(scene, 'logical', point)).toBeUndefined()
  expect(placeOf(sceneOf(shop(), networkView), 'network', point)?.at).toEqual({ x: 7, y: 0 })
  expect(placeOf(scene, 'logical', { element: 'gone', x: 1, y: 1 })).toBeUndefined()
})
