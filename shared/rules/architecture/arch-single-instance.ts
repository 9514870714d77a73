import { referencesIn } from '../../design/references'
import { cluster as clusterKind } from '../../elements/cluster'
import { service as serviceKind } from '../../elements/service'
import { instancesIn, mostInstances } from '../../graph/capacity'
import { type Graph, incoming } from '../../graph/graph'
import { launchOf } from '../../graph/runs'
import { specOf } from '../../graph/spec'
import { drawing, ec2Task, element, fargateTask, inSubnets, service } from '../examples'
import { isSaid } from '../reading'
import { defineRule } from '../rule'

export const archSingleInstance = defineRule({
  id: 'arch-single-instance',
  severity: 'warning',
  on: [clusterKind],
  title: 'The services of a cluster do not depend on one instance',
  message:
    'One container instance carries every service of the cluster; use an Auto Scaling group with two instances or more, in two Availability Zones.',
  why: 'When the instance fails, or is replaced for a new AMI, all tasks stop at once and have nowhere else to go.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/asg-capacity-providers.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, element, spec, graph, report }) {
    // Of capacity that is not drawn nobody knows.
    const providers = spec.capacityProviders ?? []
    const elsewhere = providers.some((one) => !one.startsWith('FARGATE') && referencesIn(one).length === 0)
    if (element.existing || elsewhere || mostInstances(instancesIn(graph, id)) !== 1) return
    if (incoming(graph, id, 'in-cluster').some(({ from }) => dependsOnInstances(graph, from))) {
      report({ at: '' })
    }
  },
  examples: () => ({
    valid: {
      'two instances': onInstances({ MinCount: 2, MaxCount: 2 }),
      'one instance for tests': onInstances({ MinCount: 1, MaxCount: 1 }, { traits: ['test'] }),
      'one instance beside services on Fargate': drawing({
        ...onInstances({ MinCount: 1 }).elements,
        task: fargateTask(),
        web: service({ cluster: '@{main}', launchType: 'FARGATE', networkConfiguration: inSubnets }),
      }),
      'one instance for now, of a group that may grow': onInstances({ MinCount: 1, MaxCount: 3 }),
    },
    invalid: {
      'one instance': { design: onInstances({ MinCount: 1, MaxCount: 1 }), element: 'main', at: '' },
      'a number that is not said, which means one': { design: onInstances({}), element: 'main', at: '' },
    },
  }),
})

function onInstances(instances: Readonly<Record<string, unknown>>, rest: { traits?: string[] } = {}) {
  return drawing({
    main: element('cluster', { clusterName: 'main' }),
    instance: element('container-instance', {
      cluster: '@{main}',
      agentConnected: true,
      IamInstanceProfile: { Name: 'ecsInstanceRole' },
      ...instances,
    }),
    task: ec2Task(),
    web: { ...service({ cluster: '@{main}', launchType: 'EC2' }), ...rest },
  })
}

function dependsOnInstances(graph: Graph, id: string): boolean {
  const spec = specOf(graph, serviceKind, id)
  if (!spec || (spec.desiredCount ?? 0) < 1 || spec.schedulingStrategy === 'DAEMON') return false
  return launchOf(graph, id) === 'EC2' && !isSaid(graph, id, 'test')
}
