import { parseMemory } from '../../aws/facts/task-size'
import { taskDefinition } from '../../elements/task-definition'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import type { ContainerSpec } from '../reading'
import { defineRule } from '../rule'
import { containersOf } from './containers'

export const containerMemorySum = defineRule({
  id: 'container-memory-sum',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/memory', '/containerDefinitions/*/memoryReservation'],
  title: 'Containers reserve no more memory than their task has',
  message: 'The containers reserve {sum} MiB, but the task has {task} MiB; give them less, or the task more.',
  why: 'What a container reserves, its soft limit or else its hard one, is taken from the memory of the task. RegisterTaskDefinition refuses reservations that the task can’t hold; exactly all of it is fine.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
    { ref: 'ERR:cloudnativedaysjp/dreamkast-infra#4766', checked: '2026-11-26' },
  ],
  check({ spec, report }) {
    const task = parseMemory(spec.memory ?? '')
    if (!task) return
    const sum = containersOf(spec).reduce((total, { container }) => total + reserved(container, task), 0)
    if (sum > task) report({ at: '/memory', values: { sum, task } })
  },
  examples: () => ({
    valid: {
      'exactly what the task has': reserving('512', { memory: 256 }, { memory: 256 }),
      'a soft limit counts instead of the hard one': reserving(
        '512',
        { memory: 512, memoryReservation: 256 },
        { memory: 512, memoryReservation: 256 },
      ),
      'no task memory to compare with': drawing({
        task: ec2Task({ containerDefinitions: [container({ memory: 4096 })] }),
      }),
      'one hard limit above the task, which container-memory-over-task reports': reserving('512', {
        memory: 1024,
      }),
      'a container without a size': reserving('512', { memory: 512 }, {}),
      'a placeholder for the task': reserving('<memory>', { memory: 512 }, { memory: 512 }),
    },
    invalid: {
      'two hard limits': {
        design: reserving('512', { memory: 300 }, { memory: 300 }),
        element: 'task',
        at: '/memory',
      },
      'two soft limits': {
        design: reserving(
          '.5 GB',
          { memory: 512, memoryReservation: 400 },
          { memory: 512, memoryReservation: 200 },
        ),
        element: 'task',
        at: '/memory',
      },
      'one soft limit that is too much alone': {
        design: reserving('512', { memoryReservation: 600 }),
        element: 'task',
        at: '/memory',
      },
    },
  }),
})

/** 0 counts as not set. A hard limit above the task is container-memory-over-task, so it counts as lowered already. */
function reserved({ memory, memoryReservation }: ContainerSpec, task: number): number {
  return memoryReservation || Math.min(memory ?? 0, task)
}

function reserving(memory: string, ...containers: readonly Readonly<Record<string, number>>[]) {
  return drawing({
    task: fargateTask({
      memory,
      containerDefinitions: containers.map((limits, i) => container({ name: `app-${i}`, ...limits })),
    }),
  })
}
