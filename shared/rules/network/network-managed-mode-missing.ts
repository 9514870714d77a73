import { taskDefinition } from '../../elements/task-definition'
import { launchTypesOf } from '../../graph/runs'
import { drawing, ec2Task, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { isAbsent } from '../reading'
import { defineRule } from '../rule'

const managed = { requiresCompatibilities: ['MANAGED_INSTANCES'] }

export const networkManagedModeMissing = defineRule({
  id: 'network-managed-mode-missing',
  severity: 'advice',
  on: [taskDefinition],
  title: 'A task definition for managed instances names its network mode',
  message: 'Name the network mode: AWS’s guide wants one for managed instances.',
  why: 'Tools take awsvpc when none is named, while the guide says that a definition without a network mode can’t be run on managed instances. Naming it is right either way.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-instance-networking.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, graph, report }) {
    if (!isAbsent(element.spec.networkMode)) return
    const launches = launchTypesOf(graph, id)
    // On Fargate a missing mode is network-fargate-awsvpc.
    if (!launches.has('MANAGED_INSTANCES') || launches.has('FARGATE')) return
    const fix = setMembers('Set the network mode to awsvpc', id, { '/networkMode': 'awsvpc' })
    report({ at: '/networkMode', ...(launches.size === 1 && { fix }) })
  },
  examples: () => ({
    valid: {
      awsvpc: drawing({ task: fargateTask(managed) }),
      host: drawing({ task: fargateTask({ ...managed, networkMode: 'host' }) }),
      'left out on instances of your own': drawing({ task: ec2Task() }),
    },
    invalid: {
      'left out': {
        design: drawing({ task: fargateTask({ ...managed, networkMode: undefined }) }),
        element: 'task',
        at: '/networkMode',
      },
    },
  }),
})
