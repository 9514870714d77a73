import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { removeAt, setAt } from '../basics/json'
import { design, recipe } from '../testing/arbitraries'
import { emptyDesign } from './design'
import { edit } from './edit'
import { replay } from './replay'
import { readDesign, serialize } from './serialize'

const orders = {
  ...emptyDesign('Orders'),
  elements: {
    api: { kind: 'service', spec: { serviceName: 'api', cluster: '@{main}', desiredCount: 2 } },
    main: { kind: 'cluster', spec: { clusterName: 'main' } },
  },
}

describe('edit', () => {
  test('leaves everything that it does not touch as the same object', () => {
    const { design: next } = edit(orders, (draft) => {
      draft.elements.api!.spec.desiredCount = 3
    })
    expect(next.elements.api?.spec.desiredCount).toBe(3)
    expect(next.elements.main).toBe(orders.elements.main)
    expect(next.layout).toBe(orders.layout)
  })

  test('that changes nothing has no patches and gives the same design', () => {
    const result = edit(orders, (draft) => {
      draft.name = 'Orders'
    })
    expect(result.design).toBe(orders)
    expect(result.patches).toEqual([])
  })

  test('undone by its inverse patches, gives back every byte; redone, too', () => {
    fc.assert(
      fc.property(design, recipe, (original, change) => {
        const { design: next, patches, inverse } = edit(original, change)
        expect(serialize(replay(next, inverse))).toBe(serialize(original))
        expect(serialize(replay(original, patches))).toBe(serialize(next))
      }),
      { numRuns: 500 },
    )
  })

  test('keeps a design readable', () => {
    fc.assert(
      fc.property(design, recipe, (original, change) => {
        expect(readDesign(edit(original, change).design).ok).toBe(true)
      }),
    )
  })
})

describe('replay', () => {
  test('a member that comes back stands where it stood', () => {
    const { design: next, inverse } = edit(orders, (draft) => {
      delete draft.elements.api!.spec.serviceName
      delete draft.elements.api!.spec.cluster
      delete draft.elements.api
    })
    const back = replay(next, inverse)
    expect(Object.keys(back.elements)).toEqual(['api', 'main'])
    expect(Object.keys(back.elements.api!.spec)).toEqual(['serviceName', 'cluster', 'desiredCount'])
  })

  test('members named like parts of JavaScript are members', () => {
    const spec = JSON.parse('{"dockerLabels":{"constructor":{"a":1},"__proto__":{"b":2},"last":3}}')
    const odd = { ...emptyDesign('Odd'), elements: { t: { kind: 'task-definition', spec } } }
    const {
      design: next,
      patches,
      inverse,
    } = edit(odd, (draft) => {
      setAt(draft.elements.t!.spec, '/dockerLabels/constructor/a', 9)
      removeAt(draft.elements.t!.spec, '/dockerLabels/__proto__')
    })
    expect(JSON.stringify(next.elements.t?.spec)).toBe('{"dockerLabels":{"constructor":{"a":9},"last":3}}')
    expect(JSON.stringify(replay(next, inverse).elements.t?.spec)).toBe(JSON.stringify(spec))
    expect(replay(odd, patches)).toEqual(next)
    expect(Object.getPrototypeOf(replay(next, inverse).elements.t!.spec.dockerLabels)).toBe(Object.prototype)
  })

  test('what no patch touches keeps its identity', () => {
    const { design: next, inverse } = edit(orders, (draft) => {
      draft.elements.api!.spec.desiredCount = 3
    })
    expect(replay(next, inverse).elements.main).toBe(orders.elements.main)
  })
})
