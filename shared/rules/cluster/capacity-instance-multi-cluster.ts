import { containerInstance } from '../../elements/container-instance'
import { nameOf } from '../../graph/graph'
import { homesByProvider, homesOf } from '../../graph/homes'
import { say } from '../../texts/text'
import { drawing, element, link } from '../examples'
import { removeMember } from '../fixes'
import { defineRule } from '../rule'
import { asgProvider, cluster, instances } from './examples'
import { keepCluster } from './keep-cluster'

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
    const title = say`Keep it in cluster “${nameOf(graph, first)}” only`
    const fix =
      second === undefined ? removeMember(title, id, '/capacityProviderName') : keepCluster(graph, id, first)
    report({
      at: second === undefined ? '/capacityProviderName' : '/cluster',
      values: {
        instances: nameOf(graph, id),
        first: nameOf(graph, first),
        second: nameOf(graph, another),
      },
      ...(fix && { fix }),
    })
  },
  examples: () => ({
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
  }),
})
