import { expect, test } from 'vitest'
import { drawing, element, service } from '../rules/examples'
import { graphOf } from './graph'
import { launchOf } from './runs'

const elements = {
  main: element('cluster', { defaultCapacityProviderStrategy: [{ capacityProvider: 'FARGATE' }] }),
  hosts: element('capacity-provider', { name: 'hosts', autoScalingGroupProvider: {} }),
  managed: element('capacity-provider', { name: 'managed', managedInstancesProvider: {} }),
}
const by = (capacityProvider: string) => ({ capacityProviderStrategy: [{ capacityProvider }] })

test.each([
  ['its launch type', { launchType: 'EXTERNAL' }, 'EXTERNAL'],
  ['Fargate Spot', by('FARGATE_SPOT'), 'FARGATE'],
  ['an Auto Scaling group', by('@{hosts}'), 'EC2'],
  ['managed instances', by('@{managed}'), 'MANAGED_INSTANCES'],
  ['the default of its cluster', {}, 'FARGATE'],
  ['a provider of which only the name is known', by('other'), undefined],
  ['a placeholder for the provider', by('<provider>'), undefined],
  ['a placeholder for the launch type, beside the cluster’s default', { launchType: '<type>' }, undefined],
])('a service runs by %s', (_, spec, launch) => {
  const web = service({ cluster: '@{main}', ...spec })
  expect(launchOf(graphOf(drawing({ web, ...elements })), 'web')).toBe(launch)
})
