import { service as serviceKind } from '../../elements/service'
import { drawing, ec2Task, element, fargateTask, inSubnets, service } from '../examples'
import { runsOnFargate } from '../reading'
import type { Fix } from '../rule'
import { defineRule } from '../rule'

export const serviceDaemonFargate = defineRule({
  id: 'service-daemon-fargate',
  severity: 'error',
  on: [serviceKind],
  needs: ['/schedulingStrategy'],
  title: 'A daemon service needs container instances',
  message: 'A daemon runs one task on each container instance, and Fargate has none; use REPLICA there.',
  why: 'The DAEMON strategy means “one task on every container instance that fits”. On Fargate there is no instance to count, so CreateService refuses the strategy. What a daemon does on an instance is done on Fargate by a sidecar container in each task.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
      checked: '2026-11-21',
    },
    { ref: 'E3044', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    if (spec.schedulingStrategy !== 'DAEMON' || !runsOnFargate(graph, id)) return
    report({ at: '/schedulingStrategy', fix: toReplica(id) })
  },
  examples: () => ({
    valid: {
      'a daemon on EC2': drawing({
        task: ec2Task(),
        agent: service({ launchType: 'EC2', schedulingStrategy: 'DAEMON', desiredCount: undefined }),
      }),
      'a replica service on Fargate': drawing({
        task: fargateTask(),
        web: service({
          launchType: 'FARGATE',
          schedulingStrategy: 'REPLICA',
          networkConfiguration: inSubnets,
        }),
      }),
      'no strategy, which means REPLICA': drawing({
        task: fargateTask(),
        web: service({ launchType: 'FARGATE', networkConfiguration: inSubnets }),
      }),
      'a daemon that nothing says where to run': drawing({
        task: ec2Task({ requiresCompatibilities: undefined }),
        agent: service({ schedulingStrategy: 'DAEMON', desiredCount: undefined }),
      }),
    },
    invalid: {
      'launch type FARGATE': {
        design: drawing({
          task: fargateTask(),
          agent: daemon({ launchType: 'FARGATE' }),
        }),
        element: 'agent',
        at: '/schedulingStrategy',
      },
      'a Fargate capacity provider': {
        design: drawing({
          task: fargateTask(),
          agent: daemon({ capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] }),
        }),
        element: 'agent',
        at: '/schedulingStrategy',
      },
      'the cluster’s default strategy': {
        design: drawing({
          main: element('cluster', {
            clusterName: 'main',
            defaultCapacityProviderStrategy: [{ capacityProvider: 'FARGATE' }],
          }),
          task: fargateTask(),
          agent: daemon({ cluster: '@{main}' }),
        }),
        element: 'agent',
        at: '/schedulingStrategy',
      },
    },
  }),
})

function daemon(spec: Readonly<Record<string, unknown>>) {
  return service({
    schedulingStrategy: 'DAEMON',
    desiredCount: undefined,
    networkConfiguration: inSubnets,
    ...spec,
  })
}

function toReplica(id: string): Fix {
  return {
    title: 'Set the scheduling strategy to REPLICA with a desired count of 1',
    apply: (draft) => {
      const spec = draft.elements[id]?.spec
      if (!spec) return
      spec.schedulingStrategy = 'REPLICA'
      spec.desiredCount = 1
    },
  }
}
