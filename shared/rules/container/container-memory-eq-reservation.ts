import { taskDefinition } from '../../elements/task-definition'
import { container, drawing, fargateTask } from '../examples'
import { removeMember } from '../fixes'
import { defineRule } from '../rule'
import { containersOf } from './containers'

export const containerMemoryEqReservation = defineRule({
  id: 'container-memory-eq-reservation',
  severity: 'advice',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/memoryReservation'],
  title: 'A memory reservation is below the hard limit',
  message:
    'Hard limit and reservation of container “{container}” are both {memory} MiB; the reservation adds nothing.',
  why: 'Without a reservation ECS reserves the hard limit, so an equal one changes nothing. The API’s documentation asks for a hard limit above the reservation; equal values have been accepted, but leaving the reservation out is right either way.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:MemoryLimitMibShouldLessThan', checked: '2026-11-21' },
  ],
  check({ id, spec, report }) {
    for (const { at, called, container } of containersOf(spec)) {
      const { memory, memoryReservation } = container
      if (!memory || memory !== memoryReservation) continue
      report({
        at: `${at}/memoryReservation`,
        values: { container: called, memory },
        fix: removeMember('Remove the reservation', id, `${at}/memoryReservation`),
      })
    }
  },
  examples: () => ({
    valid: {
      'only a hard limit': limits({ memory: 256 }),
      'a reservation below it': limits({ memory: 256, memoryReservation: 255 }),
      'both 0, which is not set': limits({ memory: 0, memoryReservation: 0 }),
    },
    invalid: {
      'the same value': {
        design: limits({ memory: 256, memoryReservation: 256 }),
        element: 'task',
        at: '/containerDefinitions/0/memoryReservation',
      },
    },
  }),
})

function limits(members: Readonly<Record<string, number>>) {
  return drawing({ task: fargateTask({ containerDefinitions: [container(members)] }) })
}
