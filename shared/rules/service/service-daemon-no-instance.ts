import { service as serviceKind } from '../../elements/service'
import { nameOf, targetOf } from '../../graph/graph'
import { mayHaveInstances } from '../../graph/reach'
import { launchOf } from '../../graph/runs'
import { drawing, ec2Task, element, service } from '../examples'
import { isWritten } from '../reading'
import { schedulingOf } from '../rollout'
import { defineRule } from '../rule'
import { daemon } from './examples'

export const serviceDaemonNoInstance = defineRule({
  id: 'service-daemon-no-instance',
  severity: 'warning',
  on: [serviceKind],
  needs: ['/schedulingStrategy'],
  title: 'A daemon’s cluster has container instances',
  message: 'Cluster “{cluster}” has no container instance, so the daemon runs nowhere until one joins.',
  why: 'A daemon has as many tasks as its cluster has fitting instances, and here that is none. AWS takes the service; it waits.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, graph, report }) {
    if (schedulingOf(spec) !== 'DAEMON' || isWritten(element, '/capacityProviderStrategy')) return
    const cluster = targetOf(graph, id, 'in-cluster')
    if (cluster === undefined || mayHaveInstances(graph, cluster)) return
    const launch = launchOf(graph, id)
    if (launch === 'FARGATE' || launch === 'EXTERNAL') return
    report({ at: '/schedulingStrategy', values: { cluster: nameOf(graph, cluster) } })
  },
  examples: () => ({
    valid: {
      'one instance': inCluster({
        instance: element('container-instance', { cluster: '@{main}', agentConnected: true }),
      }),
      'an existing cluster, whose instances are not drawn': inCluster({
        main: element('cluster', {}, { existing: { name: 'main' } }),
      }),
      'a capacity provider that is not drawn': inCluster({
        main: element('cluster', { clusterName: 'main', capacityProviders: ['on-demand'] }),
      }),
      'no cluster yet': daemon(),
    },
    invalid: { 'an empty cluster': { design: inCluster({}), element: 'web', at: '/schedulingStrategy' } },
  }),
})

function inCluster(rest: Parameters<typeof drawing>[0]) {
  return drawing({
    main: element('cluster', { clusterName: 'main' }),
    task: ec2Task(),
    web: service({
      cluster: '@{main}',
      launchType: 'EC2',
      schedulingStrategy: 'DAEMON',
      desiredCount: undefined,
    }),
    ...rest,
  })
}
