import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { routesAfter } from './keep-routes'
import { settle } from './settle'

const design: Design = {
  format: 'fairlead/1',
  name: 'routes',
  elements: {
    web: { kind: 'frame', label: 'web', spec: {} },
    a: { kind: 'sqs-queue', inside: 'web', spec: { QueueName: 'a' } },
    b: { kind: 'sqs-queue', inside: 'web', spec: { QueueName: 'b' } },
    c: { kind: 'sqs-queue', spec: { QueueName: 'c' } },
  },
  connections: {
    ab: { from: 'a', to: 'b', meaning: 'calls' },
    ac: { from: 'a', to: 'c', meaning: 'calls' },
  },
  layout: { web: { x: 100, y: 100 }, a: { x: 20, y: 60 }, b: { x: 420, y: 60 }, c: { x: 900, y: 0 } },
  routes: { ab: { points: [{ x: 300, y: 400 }] }, ac: { points: [{ x: 700, y: 40 }] } },
}

const edited = (recipe: Parameters<typeof edit>[1]) => routesAfter(design, edit(design, recipe).design)

describe('the bends of a line', () => {
  it('come along when both ends move together, be it with their frame', () => {
    const routes = edited((draft) => {
      draft.layout.web = { x: 132, y: 84 }
    })
    expect(routes?.ab?.points).toEqual([{ x: 332, y: 384 }])
  })

  it('stay when only one end moves', () => {
    const routes = edited((draft) => {
      draft.layout.c = { x: 920, y: 0 }
    })
    expect(routes).toBe(design.routes)
  })

  it('go with the line', () => {
    const routes = edited((draft) => {
      delete draft.connections.ab
    })
    expect(Object.keys(routes ?? {})).toEqual(['ac'])
  })

  it('are left as an edit writes them', () => {
    const points = [{ x: 1, y: 2 }]
    const routes = edited((draft) => {
      draft.layout.web = { x: 0, y: 0 }
      draft.routes = { ab: { points } }
    })
    expect(routes?.ab?.points).toEqual(points)
  })

  it('leave no empty section behind', () => {
    const gone = edit(design, (draft) => {
      draft.connections = {}
    }).design
    const settled = edit(gone, settle(design, gone) ?? (() => undefined)).design
    expect(Object.hasOwn(settled, 'routes')).toBe(false)
  })

  it('stay with a line whose place in its list changes', () => {
    const listeners: Design = {
      ...design,
      elements: {
        one: { kind: 'subnet', spec: {} },
        two: { kind: 'subnet', spec: {} },
        front: { kind: 'application-load-balancer', spec: { Name: 'front', Subnets: ['@{one}', '@{two}'] } },
      },
      connections: {},
      layout: {},
      routes: { 'front#/Subnets/1': { points: [{ x: 5, y: 5 }] } },
    }
    const less = edit(listeners, (draft) => {
      const { front } = draft.elements
      if (front) front.spec.Subnets = ['@{two}']
    }).design
    expect(routesAfter(listeners, less)).toEqual({ 'front#/Subnets/0': { points: [{ x: 5, y: 5 }] } })
  })
})
