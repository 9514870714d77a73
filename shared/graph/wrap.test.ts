import { expect, test } from 'vitest'
import { emptyDesign } from '../design/design'
import { graphOf } from './graph'
import { unwrap, wrap, wrappersOf } from './wrap'

const design = {
  ...emptyDesign('Wrap'),
  elements: {
    web: { kind: 'cluster', spec: { clusterName: 'web' } },
    api: { kind: 'service', spec: { serviceName: 'api', cluster: '@{web}' } },
    worker: { kind: 'service', spec: { serviceName: 'worker', cluster: '@{web}' } },
    lone: { kind: 'service', spec: { serviceName: 'lone' } },
    subnet: { kind: 'subnet', spec: { CidrBlock: '10.0.0.0/24' } },
  },
}

test('a group within a cluster leaves its services in the cluster', () => {
  const wrapped = wrap(design, ['api', 'worker'], 'frame')
  if (!wrapped.ok) throw new Error('refused')
  const graph = graphOf(wrapped.design)
  expect(graph.parent.get('api')).toBe(wrapped.frame)
  expect(graph.parent.get(wrapped.frame)).toBe('web')
  expect(wrapped.design.elements.api?.spec.cluster).toBe('@{web}')
})

test('taking the group away leaves everything as it was', () => {
  const wrapped = wrap(design, ['api', 'worker'], 'frame')
  if (!wrapped.ok) throw new Error('refused')
  const back = unwrap(wrapped.design, [wrapped.frame])
  expect(back.elements).toEqual(design.elements)
})

test('a service can be wrapped in a cluster, a subnet in a VPC, and neither in the other', () => {
  expect(wrappersOf(design, ['lone'])).toContain('cluster')
  expect(wrappersOf(design, ['lone'])).not.toContain('eks-cluster')
  expect(wrappersOf(design, ['subnet'])).toContain('vpc')
  const wrapped = wrap(design, ['lone'], 'cluster')
  expect(wrapped.ok && wrapped.design.elements.lone?.spec.cluster).toBe('@{cluster}')
})

test('elements of different frames can’t be wrapped together', () => {
  expect(wrap(design, ['api', 'lone'], 'frame').ok).toBe(false)
})
