import { parseMemory } from '../../aws/facts/task-size'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { defineRule } from '../rule'
import { containersOf } from './containers'

export const containerMemoryOverTask = defineRule({
  id: 'container-memory-over-task',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/memory'],
  title: 'No container may use more memory than its task has',
  message:
    'Container “{container}” may use {memory} MiB, more than the {task} MiB of the task; lower it, or raise the task.',
  why: 'The task’s memory is a limit for all its containers together, so a higher limit for one of them could never be reached. RegisterTaskDefinition refuses it.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
    { ref: 'ERR:pulumi/pulumi-awsx#1220', checked: '2026-11-26' },
    { ref: 'CDK:ContainerMemoryLimitMiLess', checked: '2026-11-21' },
  ],
  check({ id, spec, report }) {
    const task = parseMemory(spec.memory ?? '')
    if (!task) return
    for (const { at, called, container } of containersOf(spec)) {
      const { memory = 0, memoryReservation = 0 } = container
      if (memory <= task) continue
      report({
        at: `${at}/memory`,
        values: { container: called, memory, task },
        fix: setMembers(say`Lower the memory of “${called}” to ${task} MiB`, id, {
          [`${at}/memory`]: task,
          ...(memoryReservation > task && { [`${at}/memoryReservation`]: task }),
        }),
      })
    }
  },
  examples: () => ({
    valid: {
      'all of the task’s memory': limited('512', { memory: 512 }),
      'no task memory to compare with': drawing({
        task: ec2Task({ containerDefinitions: [container({ memory: 4096 })] }),
      }),
      'a task size in GB': limited('1 GB', { memory: 1024 }),
      'limits that overlap, each within the task': limited(
        '512',
        { memory: 512, memoryReservation: 128 },
        { memory: 512, memoryReservation: 128 },
      ),
      'a placeholder for the task': limited('<memory>', { memory: 1024 }),
    },
    invalid: {
      'more than the task': {
        design: limited('512', { memory: 1024 }),
        element: 'task',
        at: '/containerDefinitions/0/memory',
      },
      'with a reservation that is too high, too': {
        design: limited('0.5GB', { memory: 1024, memoryReservation: 600 }),
        element: 'task',
        at: '/containerDefinitions/0/memory',
      },
    },
  }),
})

function limited(memory: string, ...containers: readonly Readonly<Record<string, number>>[]) {
  return drawing({
    task: fargateTask({
      memory,
      containerDefinitions: containers.map((limits, i) => container({ name: `app-${i}`, ...limits })),
    }),
  })
}
