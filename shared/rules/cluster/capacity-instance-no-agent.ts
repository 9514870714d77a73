import { containerInstance } from '../../elements/container-instance'
import { nameOf, targetOf } from '../../graph/graph'
import { drawing, element } from '../examples'
import { setMembers } from '../fixes'
import { defineRule } from '../rule'

const main = element('cluster', { clusterName: 'main' })

export const capacityInstanceNoAgent = defineRule({
  id: 'capacity-instance-no-agent',
  severity: 'error',
  on: [containerInstance],
  needs: ['/agentConnected'],
  title: 'A container instance runs the ECS agent',
  message:
    'Without the ECS agent “{instance}” can’t join cluster “{cluster}”; use an ECS-optimized image or install the agent.',
  why: 'The agent registers the instance with its cluster, starts and stops containers on ECS’s behalf and reports their state. An EC2 instance without it is invisible to ECS: no task is ever placed there. An image of your own is fine as long as the agent runs in it.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerInstance.html',
      checked: '2026-11-21',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterContainerInstance.html',
      checked: '2026-11-21',
    },
    { ref: 'DG-2023:ECS_agent', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    const cluster = targetOf(graph, id, 'in-cluster')
    if (spec.agentConnected !== false || cluster === undefined) return
    report({
      at: '/agentConnected',
      values: { instance: nameOf(graph, id), cluster: nameOf(graph, cluster) },
      fix: setMembers('Turn the ECS agent on', id, { '/agentConnected': true }),
    })
  },
  examples: () => ({
    valid: {
      'with the agent': drawing({ main, hosts: instances({ cluster: '@{main}', agentConnected: true }) }),
      'nothing said about the agent': drawing({ main, hosts: instances({ cluster: '@{main}' }) }),
      'an image of your own with the agent': drawing({
        main,
        hosts: instances({ cluster: '@{main}', agentConnected: true, ImageId: 'ami-0a1b2c3d4e5f60718' }),
      }),
      'an instance that belongs to no cluster': drawing({
        main,
        hosts: instances({ agentConnected: false }),
      }),
    },
    invalid: {
      'agent off': {
        design: drawing({ main, hosts: instances({ cluster: '@{main}', agentConnected: false }) }),
        element: 'hosts',
        at: '/agentConnected',
      },
    },
  }),
})

function instances(spec: Readonly<Record<string, unknown>>) {
  return element(
    'container-instance',
    { InstanceType: 'm7g.large', MinCount: 2, MaxCount: 2, ...spec },
    { label: 'hosts' },
  )
}
