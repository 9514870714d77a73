import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { containersOf } from '../container/containers'
import { container, drawing, ec2Task, element, fargateTask, service } from '../examples'
import { setMembers } from '../fixes'
import { isWritten, launchesAmong } from '../reading'
import { defineRule } from '../rule'
import { isDrawnWhole } from './drawn'

/** MiB; a soft limit, so the container may still take more. */
const SOFT_LIMIT = 256

export const taskdefMemoryMissing = defineRule({
  id: 'taskdef-memory-missing',
  severity: 'error',
  on: [taskDefinition],
  title: 'On EC2 every container has memory, or the task has',
  message: 'Container “{container}” has no memory and neither has the task; set one of them.',
  why: 'ECS places tasks on instances by the memory that they reserve, so it needs an amount: the task’s, or a hard or soft limit of every container. RegisterTaskDefinition refuses a container without any; 0 does not count.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:validateEc2', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    if (isWritten(element, '/memory') || !isDrawnWhole(element)) return
    if (launchesAmong(graph, id, ['EC2', 'EXTERNAL']).length === 0) return
    for (const { at, called, container } of containersOf(spec)) {
      const sizes = ['memory', 'memoryReservation'] as const
      if (sizes.some((size) => container[size] !== 0 && isWritten(element, `${at}/${size}`))) continue
      report({
        at,
        values: { container: called },
        fix: setMembers(say`Reserve ${SOFT_LIMIT} MiB for “${called}”`, id, {
          [`${at}/memoryReservation`]: SOFT_LIMIT,
        }),
      })
    }
  },
  examples: () => ({
    valid: {
      'a hard limit': drawing({ task: ec2Task() }),
      'a soft limit': drawing({
        task: ec2Task({ containerDefinitions: [container({ memoryReservation: 128 })] }),
      }),
      'the memory of the task': drawing({
        task: ec2Task({ memory: '512', containerDefinitions: [container()] }),
      }),
      'a placeholder': drawing({ task: ec2Task({ containerDefinitions: [container({ memory: '<mib>' })] }) }),
      'Fargate, where the task has it': drawing({ task: fargateTask() }),
      'a file that held only containers, whose task may have it': drawing({
        task: element(
          'task-definition',
          { containerDefinitions: [container()] },
          { imported: { shape: 'containers' } },
        ),
        web: service({ launchType: 'EC2' }),
      }),
      'nothing says how it runs': drawing({
        task: ec2Task({ requiresCompatibilities: undefined, containerDefinitions: [container()] }),
      }),
    },
    invalid: {
      'no memory anywhere': {
        design: drawing({ task: ec2Task({ containerDefinitions: [container()] }) }),
        element: 'task',
        at: '/containerDefinitions/0',
      },
      'the second container, with 0': {
        design: drawing({
          task: ec2Task({
            requiresCompatibilities: ['EXTERNAL'],
            containerDefinitions: [container({ memory: 512 }), container({ name: 'agent', memory: 0 })],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/1',
      },
    },
  }),
})
