import { describe, expect, it } from 'vitest'
import type { Element } from '../design/design'
import { drawing, element, service } from '../rules/examples'
import { graphOf } from './graph'
import { providerOf, providersIn, strategyOf } from './strategy'

const group = element('capacity-provider', { name: 'on-demand', autoScalingGroupProvider: {} })
const managed = element('capacity-provider', {
  name: 'managed',
  cluster: '@{main}',
  managedInstancesProvider: {},
})

describe('the strategy in effect', () => {
  const spot = [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }]
  const main = element('cluster', { defaultCapacityProviderStrategy: spot })
  const of = (web: Element, rest: Readonly<Record<string, Element>> = { main }) =>
    strategyOf(graphOf(drawing({ web, ...rest })), 'web')?.owner

  it('is the service’s own, else the default of its cluster', () => {
    expect(of(service({ cluster: '@{main}', capacityProviderStrategy: spot }))).toBe('web')
    expect(of(service({ cluster: '@{main}', capacityProviderStrategy: [] }))).toBe('main')
    expect(of(service({ cluster: '@{main}' }), { main: element('cluster') })).toBeUndefined()
  })

  it('is none beside a launch type', () => {
    expect(of(service({ cluster: '@{main}', launchType: 'FARGATE' }))).toBeUndefined()
  })
})

describe('a capacity provider', () => {
  const graph = graphOf(drawing({ main: element('cluster'), group, managed }))

  it.each([
    ['FARGATE_SPOT', { name: 'FARGATE_SPOT', type: 'fargate' }],
    ['@{group}', { name: 'on-demand', id: 'group', type: 'auto-scaling-group' }],
    ['@{managed}', { name: 'managed', id: 'managed', type: 'managed-instances' }],
    ['arn:aws:ecs:eu-west-1:123456789012:capacity-provider/spot', { name: 'spot', type: undefined }],
    ['<provider>', undefined],
    ['@{main}', undefined],
    [undefined, undefined],
  ])('named %s', (text, provider) => expect(providerOf(graph, text)).toEqual(provider))
})

describe('the capacity providers of a cluster', () => {
  const of = (main: Element, rest: Readonly<Record<string, Element>> = {}) =>
    providersIn(graphOf(drawing({ main, ...rest })), 'main')

  it('are those that it lists, and managed instances that name it', () => {
    const main = element('cluster', { capacityProviders: ['FARGATE', '@{group}'] })
    expect(of(main, { group, managed })).toEqual(new Set(['FARGATE', 'on-demand', 'managed']))
    expect(of(element('cluster'))).toEqual(new Set())
  })

  it('are not known of a cluster in AWS, nor with a placeholder among them', () => {
    expect(of(element('cluster', {}, { existing: { name: 'main' } }))).toBeUndefined()
    expect(of(element('cluster', { capacityProviders: ['FARGATE', '<provider>'] }))).toBeUndefined()
    expect(of(element('cluster', { capacityProviders: '<providers>' }))).toBeUndefined()
  })
})
