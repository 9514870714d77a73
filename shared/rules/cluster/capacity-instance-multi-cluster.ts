import { containerInstance } from '../../elements/container-instance'
import { type Graph, nameOf, outgoing } from '../../graph/graph'
import { homesByProvider, homesOf } from '../../graph/homes'
import { drawing, element, link } from '../examples'
import { removeMember } from '../fixes'
import { defineRule, type Fix } from '../rule'
import { asgProvider, cluster, instances } from './examples'

const other = element('cluster', { clusterName: 'other' })

export const capacityInstanceMultiCluster = defineRule({
  id: 'capacity-instance-multi-cluster',
  severity: 'error',
  on: [containerInstance],
  title: 'A container instance is in one cluster',
  message: '“{instances}” would be in clusters “{first}” and “{second}”; keep one of them.',
  why: 'The agent of an instance registers with one cluster, which its configuration names, or the Auto Scaling group that started it. To move an instance it is deregistered from one cluster and registered with the other.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterContainerInstance.html',
      checked: '2026-11-21',
    },
    { ref: 'DG-2023:deregister_container_instance', checked: '2026-11-21' },
  ],
  check({ id, graph, report }) {
    const [first, second] = homesOf(graph, id)
    if (first === undefined) return
    const brought = homesByProvider(graph, id)
    const elsewhere = brought.includes(first) ? undefined : brought[0]
    const another = second ?? elsewhere
    if (another === undefined) return
    report({
      at: second === undefined ? '/capacityProviderName' : '/cluster',
      values: {
        instances: nameOf(graph, id),
        first: nameOf(graph, first),
        second: nameOf(graph, another),
      },
      fix: keepFirst(graph, id, first, second !== undefined),
    })
  },
  examples: {
    valid: {
      'one cluster': drawing({ main: cluster(), other, hosts: instances() }),
      'started by a capacity provider of the same cluster': drawing({
        main: cluster({ capacityProviders: ['@{ec2}'] }),
        ec2: asgProvider({}, { autoScalingGroupArn: '<auto-scaling-group-arn>' }),
        hosts: instances({ capacityProviderName: '@{ec2}' }),
      }),
      'two instances in two clusters': drawing({
        main: cluster(),
        other,
        hosts: instances(),
        others: instances({ cluster: '@{other}' }),
      }),
    },
    invalid: {
      'a second line': {
        design: drawing(
          { main: cluster(), other, hosts: instances() },
          { second: link('hosts', 'in-cluster', 'other') },
        ),
        element: 'hosts',
        at: '/cluster',
      },
      'started by a capacity provider of another cluster': {
        design: drawing({
          main: cluster(),
          other: element('cluster', { clusterName: 'other', capacityProviders: ['@{ec2}'] }),
          ec2: asgProvider({}, { autoScalingGroupArn: '<auto-scaling-group-arn>' }),
          hosts: instances({ capacityProviderName: '@{ec2}' }),
        }),
        element: 'hosts',
        at: '/capacityProviderName',
      },
    },
  },
})

/** The cluster that the instances name stays; what says another goes. */
function keepFirst(graph: Graph, id: string, first: string, drawn: boolean): Fix {
  const title = `Keep it in cluster “${nameOf(graph, first)}” only`
  if (!drawn) return removeMember(title, id, '/capacityProviderName')
  const others = outgoing(graph, id, 'in-cluster').filter(({ to, relation }) => to !== first && !relation)
  return {
    title,
    apply: (draft) => {
      for (const line of others) delete draft.connections[line.id]
    },
  }
}
