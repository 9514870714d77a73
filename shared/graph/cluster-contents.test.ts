import { expect, it } from 'vitest'
import type { Element } from '../design/design'
import { drawing, element, fargateTask, service } from '../rules/examples'
import { heldBy } from './cluster-contents'
import { graphOf } from './graph'

const held = (elements: Readonly<Record<string, Element>>) => heldBy(graphOf(drawing(elements)), 'main')
const main = element('cluster', { clusterName: 'main', capacityProviders: ['FARGATE', '@{ec2}'] })

it('an empty cluster can be deleted, whatever Fargate brings', () => {
  expect(held({ main: element('cluster', { capacityProviders: ['FARGATE'] }), task: fargateTask() })).toEqual(
    [],
  )
})

it('what a cluster holds is named in the order in which it has to go', () => {
  const elements = {
    main,
    other: element('cluster', { clusterName: 'other' }),
    ec2: element('capacity-provider', { name: 'ec2' }),
    managed: element('capacity-provider', { name: 'managed', cluster: '@{main}' }),
    hosts: element('container-instance', { cluster: '@{main}' }),
    workers: element('container-instance', { capacityProviderName: '@{ec2}' }),
    nightly: element('task', { cluster: '@{main}' }),
    web: service({ cluster: '@{main}', desiredCount: 0 }),
    elsewhere: service({
      cluster: '@{other}',
      capacityProviderStrategy: [{ capacityProvider: '@{ec2}', weight: 1 }],
    }),
    task: fargateTask(),
  }
  expect(held(elements)).toEqual([
    { kind: 'service', ids: ['web'] },
    { kind: 'task', ids: ['nightly'] },
    { kind: 'container-instance', ids: ['hosts', 'workers'] },
    { kind: 'capacity-provider', ids: ['ec2', 'managed'] },
  ])
})
