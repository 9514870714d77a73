import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { graphOf } from '../graph/graph'
import { networked } from '../testing/networked'
import { sceneOf } from './scene'
import { bringToFront, sendToBack } from './stacking'

/** The siblings in the cluster, from the lowest to the highest. */
const order = (design: Design) =>
  sceneOf(design)
    .items.filter((item) => item.parent === 'main')
    .map((item) => item.id)
const front = (design: Design, ...ids: string[]) =>
  edit(design, (draft) => bringToFront(draft, graphOf(design), ids, 'logical')).design
const back = (design: Design, ...ids: string[]) =>
  edit(design, (draft) => sendToBack(draft, graphOf(design), ids, 'logical')).design

describe('siblings', () => {
  it('lie on each other in the order of the design', () => {
    expect(order(networked)).toEqual(['api', 'worker', 'agent', 'hosts'])
  })

  it('come to the front and go to the back', () => {
    expect(order(front(networked, 'api'))).toEqual(['worker', 'agent', 'hosts', 'api'])
    expect(order(back(networked, 'hosts'))).toEqual(['hosts', 'api', 'worker', 'agent'])
  })

  it('keep their order when several come', () => {
    const turned = front(networked, 'worker')
    expect(order(front(turned, 'worker', 'api'))).toEqual(['agent', 'hosts', 'api', 'worker'])
    expect(order(back(turned, 'worker', 'agent'))).toEqual(['agent', 'worker', 'api', 'hosts'])
  })

  it('stay where they are drawn', () => {
    const rect = (design: Design) => sceneOf(design).byId.get('api')!.rect
    expect(rect(front(networked, 'api'))).toEqual(rect(networked))
  })

  it('change nothing when they are there already', () => {
    expect(front(networked, 'hosts')).toBe(networked)
    expect(back(networked, 'api', 'worker')).toBe(networked)
    expect(front(networked, 'api', 'worker', 'agent', 'hosts')).toBe(networked)
  })

  it('have an order of their own in each nesting', () => {
    const { design } = edit(networked, (draft) => bringToFront(draft, graphOf(networked), ['net'], 'network'))
    expect(design.layout).toBe(networked.layout)
    expect(design.networkLayout?.net?.z).toBe(1)
  })
})
