import { taskDefinition } from '../../elements/task-definition'
import { launchTypesOf } from '../../graph/runs'
import { drawing, ec2Task, fargateTask, service } from '../examples'
import { networkModeOf } from '../reading'
import { defineRule } from '../rule'
import { awsvpcFix, canBecomeAwsvpc } from './awsvpc'

export const networkBridgePreferAwsvpc = defineRule({
  id: 'network-bridge-prefer-awsvpc',
  severity: 'advice',
  on: [taskDefinition],
  title: 'On EC2 awsvpc isolates tasks better than bridge',
  message: 'Tasks in bridge mode share the security groups of their instance; with awsvpc each gets its own.',
  why: 'Behind Docker’s bridge all tasks of an instance look the same to a security group and to flow logs, and their host ports must not meet. In awsvpc mode a task has an address and security groups like an instance. It costs a network interface for each task.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html',
      checked: '2026-11-26',
    },
    { ref: 'DG-2023:networking-networkmode-bridge', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    const launches = launchTypesOf(graph, id)
    if (!launches.has('EC2') || networkModeOf(spec, 'EC2') !== 'bridge') return
    // There bridge is an error of its own.
    if (launches.has('FARGATE') || launches.has('MANAGED_INSTANCES')) return
    report({ at: '/networkMode', ...(canBecomeAwsvpc(graph, id, spec) && { fix: awsvpcFix(id) }) })
  },
  examples: () => ({
    valid: {
      awsvpc: drawing({ task: ec2Task({ networkMode: 'awsvpc' }) }),
      'Windows, which has a network of its own': drawing({
        task: ec2Task({ runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }),
      }),
      'on Fargate, where network-fargate-awsvpc reports it': drawing({
        task: fargateTask({ networkMode: 'bridge' }),
      }),
      'on external instances, which have no awsvpc': drawing({
        task: ec2Task({ requiresCompatibilities: ['EXTERNAL'], networkMode: 'bridge' }),
      }),
    },
    invalid: {
      bridge: {
        design: drawing({ task: ec2Task({ networkMode: 'bridge' }) }),
        element: 'task',
        at: '/networkMode',
      },
      'left out, which means bridge': {
        design: drawing({ task: ec2Task(), web: service({ launchType: 'EC2' }) }),
        element: 'task',
        at: '/networkMode',
      },
    },
  }),
})
