import { describe, expect, it } from 'vitest'
import { drawing, element } from '../rules/examples'
import { graphOf } from './graph'
import { hasNodes, isOnFargate, orchestratorOf, workloadsIn } from './pods'

const workload = (namespace: string, labels: Readonly<Record<string, string>> = {}) =>
  element(
    'kubernetes-workload',
    {
      kind: 'Deployment',
      metadata: { name: 'web', namespace },
      spec: { template: { metadata: { labels }, spec: { containers: [{ name: 'app' }] } } },
    },
    { inside: 'team' },
  )

const cluster = (spec: Readonly<Record<string, unknown>>, web = workload('shop', { app: 'web' })) =>
  graphOf(
    drawing({
      eks: element('eks-cluster', { name: 'eks' }),
      profile: element('eks-fargate-profile', { clusterName: '@{eks}', ...spec }),
      team: element('frame', {}, { label: 'Team', inside: 'eks' }),
      web,
    }),
  )

describe('a Fargate profile', () => {
  it.each([
    ['the namespace', { namespace: 'shop' }, true],
    ['another namespace', { namespace: 'sho' }, false],
    ['a star', { namespace: 'sh*' }, true],
    ['a question mark', { namespace: 'sho?' }, true],
    ['a dot, which is no pattern', { namespace: 'sho.' }, false],
    ['namespace and label', { namespace: 'shop', labels: { app: 'web' } }, true],
    ['a label that the pods don’t have', { namespace: 'shop', labels: { tier: 'front' } }, false],
    ['a placeholder', { namespace: '<namespace>' }, undefined],
  ])('with %s', (_, selector, picked) =>
    expect(isOnFargate(cluster({ selectors: [selector] }), 'web')).toBe(picked),
  )

  it('without selectors leaves it open', () => {
    expect(isOnFargate(cluster({}), 'web')).toBeUndefined()
  })

  it('reads the labels of a pod at its top', () => {
    const pod = element(
      'kubernetes-workload',
      { kind: 'Pod', metadata: { name: 'web', labels: { app: 'web' } }, spec: { containers: [] } },
      { inside: 'eks' },
    )
    const selectors = [{ namespace: 'default', labels: { app: 'web' } }]
    expect(isOnFargate(cluster({ selectors }, pod), 'web')).toBe(true)
  })
})

it('a cluster has the workloads in its frames, and no nodes but those that are drawn', () => {
  const graph = cluster({})
  expect(workloadsIn(graph, 'eks')).toEqual(['web'])
  expect(orchestratorOf(graph, 'web')).toBe('eks')
  expect(hasNodes(graph, 'eks')).toBe(false)
})
