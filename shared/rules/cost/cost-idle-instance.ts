import { autoScalingGroup } from '../../elements/auto-scaling-group'
import { containerInstance } from '../../elements/container-instance'
import { groupOf } from '../../graph/capacity'
import { nameOf } from '../../graph/graph'
import { homesOfInstances } from '../../graph/homes'
import { launchesIn } from '../../graph/runs'
import { drawing, ec2Task, element as elementOf, fargateTask, inSubnets, service } from '../examples'
import { defineRule } from '../rule'

const main = elementOf('cluster', { clusterName: 'main' })
const nodes = elementOf('container-instance', {
  cluster: '@{main}',
  agentConnected: true,
  IamInstanceProfile: { Name: 'ecsInstanceRole' },
})

export const costIdleInstance = defineRule({
  id: 'cost-idle-instance',
  severity: 'warning',
  on: [containerInstance, autoScalingGroup],
  title: 'Instances have something to run',
  message:
    'Nothing in cluster “{cluster}” runs on these instances, and they are paid for all the same; add a service, or remove them.',
  why: 'On EC2 you pay for the instances, whether tasks run on them or not. ECS itself costs nothing, so an empty cluster is free, but idle instances are not.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/create-capacity.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, graph, report }) {
    const [home, ...others] = homesOfInstances(graph, id)
    if (home === undefined || others.length > 0) return
    const group = groupOf(graph, id)
    const always = group?.kind === 'auto-scaling-group' ? group.count?.min : group?.count?.max
    if (!always) return
    const launches = launchesIn(graph, home)
    // A launch that nobody knows may be EC2.
    if (launches.has(undefined) || launches.has('EC2')) return
    // Instances beside tasks of Fargate, or in a group that can shrink, may be waiting for work.
    const surely = launches.size === 0 && group?.kind === 'container-instance'
    report({ at: '', values: { cluster: nameOf(graph, home) }, ...(!surely && { severity: 'advice' }) })
  },
  examples: () => ({
    valid: {
      'a service on EC2': drawing({
        main,
        nodes,
        task: ec2Task(),
        web: service({ cluster: '@{main}', launchType: 'EC2' }),
      }),
      'a service of which nobody knows where it runs': drawing({
        main,
        nodes,
        task: ec2Task(),
        web: service({ cluster: '@{main}' }),
      }),
      'a group that shrinks to nothing': drawing({ ...provided(0) }),
      'an empty cluster': drawing({ main }),
    },
    invalid: {
      'no service and no task': { design: drawing({ main, nodes }), element: 'nodes', at: '' },
      'a service on Fargate only': {
        design: drawing({
          main,
          nodes,
          task: fargateTask(),
          web: service({ cluster: '@{main}', launchType: 'FARGATE', networkConfiguration: inSubnets }),
        }),
        element: 'nodes',
        at: '',
        severity: 'advice',
      },
      'an Auto Scaling group that never shrinks to nothing': {
        design: drawing(provided(2)),
        element: 'group',
        at: '',
        severity: 'advice',
      },
    },
  }),
})

/** A cluster whose capacity provider has an Auto Scaling group with at least so many instances. */
function provided(MinSize: number) {
  return {
    main: elementOf('cluster', { clusterName: 'main', capacityProviders: ['@{provider}'] }),
    provider: elementOf('capacity-provider', {
      name: 'nodes',
      autoScalingGroupProvider: { autoScalingGroupArn: '@{group}', managedScaling: { status: 'ENABLED' } },
    }),
    group: elementOf('auto-scaling-group', { AutoScalingGroupName: 'nodes', MinSize, MaxSize: 4 }),
  }
}
