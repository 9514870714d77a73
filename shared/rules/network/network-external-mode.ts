import { defaultNetworkMode } from '../../aws/facts/network-modes'
import { taskDefinition } from '../../elements/task-definition'
import { launchTypesOf } from '../../graph/runs'
import { say } from '../../texts/text'
import { drawing, ec2Task, service } from '../examples'
import { removeMember, setMembers } from '../fixes'
import { runsWindows } from '../reading'
import { defineRule } from '../rule'

const external = { requiresCompatibilities: ['EXTERNAL'] }

export const networkExternalMode = defineRule({
  id: 'network-external-mode',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/networkMode'],
  title: 'External instances have no awsvpc',
  message: 'External instances can’t give a task a network interface of its own; use bridge, host or none.',
  variants: {
    windows:
      'External instances can’t give a task a network interface of its own; on Windows leave the mode out.',
  },
  why: 'The interface of awsvpc is one of a VPC, attached to an EC2 instance. A machine in your own data centre has none: its containers share the network that it has.',
  sources: [
    { ref: 'CDK:ExternalTasksOnlyBridge', checked: '2026-11-21' },
    { ref: 'DG-2023:ecs-anywhere', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    const launches = launchTypesOf(graph, id)
    if (spec.networkMode !== 'awsvpc' || !launches.has('EXTERNAL')) return
    const at = '/networkMode'
    // Elsewhere awsvpc may be right: then the launch types don't go together, and somebody has to choose.
    const mode = runsWindows(spec) ? undefined : defaultNetworkMode('EXTERNAL', 'LINUX')
    const fix =
      mode === undefined
        ? removeMember('Leave the network mode out', id, at)
        : setMembers(say`Set the network mode to ${mode}`, id, { [at]: mode })
    report({
      at,
      ...(mode === undefined && { variant: 'windows' }),
      ...(launches.size === 1 && { fix }),
    })
  },
  examples: () => ({
    valid: {
      bridge: drawing({ task: ec2Task({ ...external, networkMode: 'bridge' }) }),
      'left out, which means bridge': drawing({ task: ec2Task(external) }),
      'awsvpc on EC2': drawing({ task: ec2Task({ networkMode: 'awsvpc' }) }),
    },
    invalid: {
      awsvpc: {
        design: drawing({ task: ec2Task({ ...external, networkMode: 'awsvpc' }) }),
        element: 'task',
        at: '/networkMode',
      },
      'on Windows, where bridge is no way out': {
        design: drawing({
          task: ec2Task({
            ...external,
            networkMode: 'awsvpc',
            runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
          }),
        }),
        element: 'task',
        at: '/networkMode',
      },
      'by a service, while the definition claims EC2': {
        design: drawing({
          task: ec2Task({ networkMode: 'awsvpc' }),
          web: service({ launchType: 'EXTERNAL' }),
        }),
        element: 'task',
        at: '/networkMode',
      },
    },
  }),
})
