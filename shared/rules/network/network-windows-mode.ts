import { windowsWithoutAwsvpc } from '../../aws/facts/network-modes'
import { taskDefinition } from '../../elements/task-definition'
import type { Graph } from '../../graph/graph'
import { launchTypesOf, runsOf } from '../../graph/runs'
import { drawing, ec2Task, fargateTask, inSubnets, service } from '../examples'
import { removeMember } from '../fixes'
import { runsWindows } from '../reading'
import { defineRule, type Fix } from '../rule'

const AT = '/networkMode'

export const networkWindowsMode = defineRule({
  id: 'network-windows-mode',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/runtimePlatform/operatingSystemFamily'],
  title: 'Windows tasks use their default network or awsvpc',
  message: 'Windows tasks have no network mode {mode}; leave it out for the default network, or use awsvpc.',
  variants: { old: '{family} can’t run tasks in awsvpc mode; leave the mode out, or use a newer Windows.' },
  why: 'The Linux modes rest on Docker’s bridge and on network namespaces, which Windows does not have. Its containers are behind a NAT of their own unless the task gets a network interface, and that needs Windows Server 2019 or later.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html',
      checked: '2026-11-26',
    },
    { ref: 'DG-2023:task-networking-awsvpc', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    const mode = spec.networkMode
    if (mode === undefined || runsWindows(spec) !== true) return
    const launches = launchTypesOf(graph, id)
    const family = spec.runtimePlatform?.operatingSystemFamily ?? ''
    const fix = withoutMode(graph, id)
    if (mode === 'bridge' || mode === 'host' || mode === 'none') {
      // On Fargate network-fargate-awsvpc asks for awsvpc, which is right on Windows, too.
      if (!launches.has('FARGATE')) report({ at: AT, values: { mode }, ...fix })
    } else if (mode === 'awsvpc' && windowsWithoutAwsvpc.includes(family)) {
      const onInstances = launches.size === 0 || launches.has('EC2')
      if (onInstances) report({ at: AT, values: { family }, variant: 'old', ...fix })
    }
  },
  examples: () => ({
    valid: {
      'no mode, which means the default network': drawing({ task: windowsTask({}) }),
      'awsvpc on Windows Server 2019': drawing({ task: windowsTask({ networkMode: 'awsvpc' }, '2019_FULL') }),
      'bridge on Linux': drawing({ task: ec2Task({ networkMode: 'bridge' }) }),
      'bridge on Fargate, which network-fargate-awsvpc reports': drawing({
        task: windowsTask({
          requiresCompatibilities: ['FARGATE'],
          networkMode: 'bridge',
          cpu: '1024',
          memory: '2048',
        }),
      }),
      'a placeholder for the system': drawing({
        task: fargateTask({
          networkMode: 'host',
          requiresCompatibilities: ['EC2'],
          runtimePlatform: { operatingSystemFamily: '<os>' },
        }),
      }),
    },
    invalid: {
      host: {
        design: drawing({ task: windowsTask({ networkMode: 'host' }) }),
        element: 'task',
        at: AT,
      },
      'bridge, while nothing says how it is run': {
        design: drawing({ task: windowsTask({ networkMode: 'bridge', requiresCompatibilities: [] }) }),
        element: 'task',
        at: AT,
      },
      'awsvpc on Windows Server 2016': {
        design: drawing({ task: windowsTask({ networkMode: 'awsvpc' }, '2016_FULL') }),
        element: 'task',
        at: AT,
      },
      'awsvpc on Windows Server 2016, with subnets that the default network can’t use': {
        design: drawing({
          task: windowsTask({ networkMode: 'awsvpc' }, '2016_FULL'),
          web: service({ launchType: 'EC2', networkConfiguration: inSubnets }),
        }),
        element: 'task',
        at: AT,
      },
    },
  }),
})

function windowsTask(spec: Readonly<Record<string, unknown>>, version = '2022_CORE') {
  return ec2Task({ runtimePlatform: { operatingSystemFamily: `WINDOWS_SERVER_${version}` }, ...spec })
}

/** Where subnets are named, leaving the mode out asks for more. Managed instances have awsvpc by default. */
function withoutMode(graph: Graph, id: string): { readonly fix?: Fix } {
  const hasSubnets = runsOf(graph, id).some(
    ({ runner }) => graph.element(runner)?.spec.networkConfiguration !== undefined,
  )
  if (hasSubnets || launchTypesOf(graph, id).has('MANAGED_INSTANCES')) return {}
  return { fix: removeMember('Leave the network mode out', id, AT) }
}
