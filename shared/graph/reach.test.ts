import { describe, expect, it } from 'vitest'
import type { Element, Spec } from '../design/design'
import { drawing, ec2Task, element, service } from '../rules/examples'
import { graphOf } from './graph'
import { instancesFor, mayHaveInstances } from './reach'

const main = (capacityProviders: readonly string[] = [], rest: Partial<Element> = {}) =>
  element('cluster', { clusterName: 'main', capacityProviders }, rest)
const hosts = element('container-instance', { cluster: '@{main}', InstanceType: 'm7i.large' })
const workers = element('auto-scaling-group', { MaxSize: 4 })
const ec2 = element('capacity-provider', {
  name: 'ec2',
  autoScalingGroupProvider: { autoScalingGroupArn: '@{workers}' },
})
const managed = element('capacity-provider', {
  name: 'managed',
  cluster: '@{main}',
  managedInstancesProvider: {},
})

describe('the instances in reach of a service', () => {
  const reached = (web: Spec, rest: Readonly<Record<string, Element>>) => {
    const elements = { main: main(), task: ec2Task(), web: service({ cluster: '@{main}', ...web }), ...rest }
    return instancesFor(graphOf(drawing(elements)), 'web')?.map(({ id }) => id)
  }

  it('are all of its cluster with a launch type, but managed ones', () => {
    const rest = { main: main(['@{ec2}']), hosts, ec2, workers, managed }
    expect(reached({ launchType: 'EC2' }, rest)).toEqual(['hosts', 'workers'])
  })

  it('are those of its capacity providers with a strategy, its own or the cluster’s', () => {
    const strategy = [{ capacityProvider: '@{ec2}', weight: 1 }]
    const byDefault = element('cluster', {
      capacityProviders: ['@{ec2}'],
      defaultCapacityProviderStrategy: strategy,
    })
    const rest = { main: main(['@{ec2}']), hosts, ec2, workers }
    expect(reached({ capacityProviderStrategy: strategy }, rest)).toEqual(['workers'])
    expect(reached({}, { ...rest, main: byDefault })).toEqual(['workers'])
  })

  it('are not known on Fargate, of a cluster in AWS, and beside a provider that is not drawn', () => {
    expect(reached({ launchType: 'FARGATE' }, { hosts })).toBeUndefined()
    expect(reached({ launchType: 'EC2' }, { hosts, main: main([], { existing: { name: 'x' } }) })).toBe(
      undefined,
    )
    expect(reached({ launchType: 'EC2' }, { hosts, main: main(['others']) })).toBeUndefined()
  })
})

describe('a cluster may have instances', () => {
  const may = (elements: Readonly<Record<string, Element>>) =>
    mayHaveInstances(graphOf(drawing(elements)), 'main')

  it.each([
    ['drawn ones', { main: main(), hosts }, true],
    ['those of a provider that is not drawn', { main: main(['FARGATE', 'others']) }, true],
    ['those of a cluster in AWS', { main: main([], { existing: { name: 'main' } }) }, true],
    ['none with Fargate only', { main: main(['FARGATE', 'FARGATE_SPOT']) }, false],
    ['none when it is empty', { main: main() }, false],
  ] as const)('%s', (_, elements, answer) => expect(may(elements)).toBe(answer))
})
