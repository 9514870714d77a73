import { parseCpu, UNITS_PER_VCPU } from '../../aws/facts/task-size'
import { taskDefinition } from '../../elements/task-definition'
import { launchTypesOf } from '../../graph/runs'
import { say } from '../../texts/text'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { isWrittenIn, runsWindows, type TaskDefinitionSpec } from '../reading'
import { defineRule } from '../rule'
import { containersOf } from './containers'

const windows = { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' }

export const containerWindowsCpuZero = defineRule({
  id: 'container-windows-cpu-zero',
  severity: 'warning',
  on: [taskDefinition],
  needs: ['/runtimePlatform/operatingSystemFamily'],
  title: 'A container on a Windows instance says how much CPU it gets',
  message:
    'Windows takes no CPU value for 1 % of one CPU; say how many CPU units container “{container}” gets.',
  why: 'On Linux a container without CPU units shares what is left. Windows enforces the value as a quota, and reads a missing one, or 0, as one hundredth of a CPU, in which hardly anything starts.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, graph, report }) {
    if (runsWindows(spec) !== true) return
    const launches = launchTypesOf(graph, id)
    // Fargate divides the task's CPU itself; sizes of containers are optional there.
    if (launches.has('FARGATE') && launches.size === 1) return
    for (const { at, called, container } of containersOf(spec)) {
      if (container.cpu || (container.cpu === undefined && isWrittenIn(element, at, 'cpu'))) continue
      const units = Math.min(UNITS_PER_VCPU, unreserved(spec))
      report({
        at: `${at}/cpu`,
        values: { container: called },
        ...(units > 0 && { fix: setMembers(say`Set CPU to ${units} units`, id, { [`${at}/cpu`]: units }) }),
      })
    }
  },
  examples: () => ({
    valid: {
      'a value': onInstances({ cpu: 1024 }),
      'on Linux': drawing({ task: ec2Task() }),
      'on Fargate, where container sizes may be left out': drawing({
        task: fargateTask({ cpu: '1024', memory: '2048', runtimePlatform: windows }),
      }),
      'a placeholder': onInstances({ cpu: '<cpu>' }),
    },
    invalid: {
      'left out': { design: onInstances({}), element: 'task', at: '/containerDefinitions/0/cpu' },
      '0': { design: onInstances({ cpu: 0 }), element: 'task', at: '/containerDefinitions/0/cpu' },
      'in a task with less than one CPU': {
        design: onInstances({}, { cpu: '512' }),
        element: 'task',
        at: '/containerDefinitions/0/cpu',
      },
    },
  }),
})

/** CPU units of the task that no container reserves yet; without a task size there is no end to them. */
function unreserved(spec: TaskDefinitionSpec): number {
  const task = parseCpu(spec.cpu ?? '')
  if (!task) return Number.POSITIVE_INFINITY
  return containersOf(spec).reduce((left, { container }) => left - (container.cpu ?? 0), task)
}

function onInstances(
  members: Readonly<Record<string, unknown>>,
  spec: Readonly<Record<string, unknown>> = {},
) {
  return drawing({
    task: ec2Task({
      runtimePlatform: windows,
      containerDefinitions: [container({ memory: 1024, ...members })],
      ...spec,
    }),
  })
}
