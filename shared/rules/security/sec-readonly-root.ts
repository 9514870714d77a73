import { isObject, setAt, valueAt } from '../../basics/json'
import { taskDefinition } from '../../elements/task-definition'
import type { Graph } from '../../graph/graph'
import { runsOf } from '../../graph/runs'
import { say } from '../../texts/text'
import { linuxContainersOf } from '../container/containers'
import { container, drawing, ec2Task, fargateTask, inSubnets, service } from '../examples'
import { isWrittenIn } from '../reading'
import { defineRule, type Fix } from '../rule'

export const secReadonlyRoot = defineRule({
  id: 'sec-readonly-root',
  severity: 'advice',
  on: [taskDefinition],
  title: 'The root file system of a container is read-only',
  message: 'Make the root file system of container “{container}” read-only.',
  why: 'A program that can’t change its own files can’t be replaced by somebody who breaks in, and keeps nothing that would be lost with the container. What it has to write belongs in a volume or, as long as the task lives, in a tmpfs.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
    { ref: 'SH:ECS.5', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    const writable = linuxContainersOf(spec).filter(({ at, container }) =>
      container.readonlyRootFilesystem === undefined
        ? !isWrittenIn(element, at, 'readonlyRootFilesystem')
        : !container.readonlyRootFilesystem,
    )
    if (writable.length === 0 || takesCommands(graph, id)) return
    for (const { at, called } of writable) {
      report({
        at: `${at}/readonlyRootFilesystem`,
        values: { container: called },
        fix: makeReadOnly(id, at),
      })
    }
  },
  examples: () => ({
    valid: {
      'read-only': drawing({
        task: fargateTask({ containerDefinitions: [container({ readonlyRootFilesystem: true })] }),
      }),
      'a placeholder': drawing({
        task: fargateTask({ containerDefinitions: [container({ readonlyRootFilesystem: '<read-only>' })] }),
      }),
      'ECS Exec, whose agent has to write': drawing({
        task: fargateTask(),
        web: service({ launchType: 'FARGATE', networkConfiguration: inSubnets, enableExecuteCommand: true }),
      }),
      'Windows, which has no such thing': drawing({
        task: ec2Task({
          runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
          containerDefinitions: [container({ cpu: 512, memory: 1024 })],
        }),
      }),
    },
    invalid: {
      'not said': {
        design: drawing({ task: fargateTask() }),
        element: 'task',
        at: '/containerDefinitions/0/readonlyRootFilesystem',
      },
      'writable in so many words, with a volume at /tmp': {
        design: drawing({
          task: fargateTask({
            volumes: [{ name: 'scratch' }],
            containerDefinitions: [
              container({
                readonlyRootFilesystem: false,
                mountPoints: [{ sourceVolume: 'scratch', containerPath: '/tmp' }],
              }),
            ],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/readonlyRootFilesystem',
      },
    },
  }),
})

/** ECS Exec puts an agent into the container that writes to its root file system: service-exec-readonly. */
function takesCommands(graph: Graph, id: string): boolean {
  return runsOf(graph, id).some(({ runner }) => graph.element(runner)?.spec.enableExecuteCommand === true)
}

/** Nearly every program wants to write to /tmp. */
const scratch = { containerPath: '/tmp', size: 64 }

function makeReadOnly(id: string, at: string): Fix {
  return {
    title: say`Make it read-only, with ${scratch.size} MiB of tmpfs at ${scratch.containerPath}`,
    apply: (draft) => {
      const container = valueAt(draft.elements[id]?.spec, at)
      if (!isObject(container)) return
      container.readonlyRootFilesystem = true
      const mounted = [container.mountPoints, valueAt(container, '/linuxParameters/tmpfs')].flatMap((list) =>
        Array.isArray(list) ? list.filter(isObject) : [],
      )
      if (mounted.some((one) => one.containerPath === scratch.containerPath)) return
      setAt(container, '/linuxParameters/tmpfs/-', { ...scratch })
    },
  }
}
