import { isObject, valueAt } from '../../basics/json'
import { taskDefinition } from '../../elements/task-definition'
import { launchTypesOf } from '../../graph/runs'
import { inWords } from '../../texts/text'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { isWritten, runsWindows, type TaskDefinitionSpec } from '../reading'
import { defineRule, type Fix } from '../rule'
import { type Size, taskCpu, taskMemory } from './size'

const windows = { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' }

export const taskdefWindowsTaskSizeIgnored = defineRule({
  id: 'taskdef-windows-task-size-ignored',
  severity: 'warning',
  on: [taskDefinition],
  needs: ['/runtimePlatform/operatingSystemFamily'],
  title: 'On EC2 Windows ignores the size of the task',
  message: 'Windows containers on EC2 ignore task-level {members}; give the containers their sizes instead.',
  why: 'The size of a task is a limit around all its containers, and Windows has nothing to make such a limit with. ECS takes the members and does not use them: only the sizes of containers count.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, graph, report }) {
    if (runsWindows(spec) !== true) return
    const members = ['cpu', 'memory'].filter((member) => isWritten(element, `/${member}`))
    const launches = launchTypesOf(graph, id)
    // Fargate needs the size, on Windows too.
    if (members.length === 0 || !launches.has('EC2') || launches.has('FARGATE')) return
    const size = { cpu: taskCpu(element), memory: taskMemory(element) }
    const readable = members.every((member) => size[member as keyof Size] !== undefined)
    const fix = readable ? toContainers(id, spec, size) : undefined
    report({ at: `/${members[0]}`, values: { members: inWords(members, 'and') }, ...(fix && { fix }) })
  },
  examples: () => ({
    valid: {
      'sizes of containers': drawing({
        task: ec2Task({
          runtimePlatform: windows,
          containerDefinitions: [container({ cpu: 1024, memory: 2048 })],
        }),
      }),
      'Fargate, which needs it': drawing({
        task: fargateTask({ cpu: '1024', memory: '2048', runtimePlatform: windows }),
      }),
      Linux: drawing({ task: ec2Task({ cpu: '1024', memory: '2048' }) }),
    },
    invalid: {
      'one container without sizes': {
        design: drawing({
          task: ec2Task({
            cpu: '1 vCPU',
            memory: '2 GB',
            runtimePlatform: windows,
            containerDefinitions: [container()],
          }),
        }),
        element: 'task',
        at: '/cpu',
      },
      'containers that have sizes': {
        design: drawing({
          task: ec2Task({
            memory: '2048',
            runtimePlatform: windows,
            containerDefinitions: [container({ memory: 1024 }), container({ name: 'agent', memory: 512 })],
          }),
        }),
        element: 'task',
        at: '/memory',
      },
      'several containers to share it among': {
        design: drawing({
          task: ec2Task({
            memory: '2048',
            runtimePlatform: windows,
            containerDefinitions: [container(), container({ name: 'agent' })],
          }),
        }),
        element: 'task',
        at: '/memory',
      },
    },
  }),
})

type PartOfSize = Readonly<Record<keyof Size, number | undefined>>

/**
 * Takes the size away from the task. An only container gets what it has not got itself; of several containers each must
 * have its memory already.
 */
function toContainers(
  id: string,
  { containerDefinitions = [] }: TaskDefinitionSpec,
  size: PartOfSize,
): Fix | undefined {
  const alone = containerDefinitions.length === 1
  const sized = containerDefinitions.every(({ memory, memoryReservation }) => memory || memoryReservation)
  if (!alone && !(sized && containerDefinitions.length > 0)) return undefined
  return {
    title: alone ? 'Move the size to the container' : 'Remove the size of the task',
    apply: (draft) => {
      const spec = draft.elements[id]?.spec
      if (!spec) return
      delete spec.cpu
      delete spec.memory
      const only = alone ? valueAt(spec, '/containerDefinitions/0') : undefined
      if (!isObject(only)) return
      if (size.cpu !== undefined) only.cpu ||= size.cpu
      if (size.memory !== undefined && !only.memoryReservation) only.memory ||= size.memory
    },
  }
}
