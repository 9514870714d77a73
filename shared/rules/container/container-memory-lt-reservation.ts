import { parseMemory } from '../../aws/facts/task-size'
import { removeAt, setAt } from '../../basics/json'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, fargateTask } from '../examples'
import { defineRule, type Fix } from '../rule'
import { containersOf } from './containers'

export const containerMemoryLtReservation = defineRule({
  id: 'container-memory-lt-reservation',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/memoryReservation'],
  yieldsTo: ['container-memory-minimum'],
  title: 'The hard memory limit is not below the soft one',
  message:
    'Container “{container}” reserves {reservation} MiB but may use only {memory} MiB; raise the hard limit.',
  why: 'The soft limit, memoryReservation, is what is set aside for the container; the hard limit, memory, is where it is killed. A container that is killed before it has used its reservation makes no sense, and RegisterTaskDefinition refuses it.',
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
      // 0 counts as not set.
      if (!memory || !memoryReservation || memory >= memoryReservation) continue
      const most = parseMemory(spec.memory ?? '') ?? Number.POSITIVE_INFINITY
      report({
        at: `${at}/memory`,
        values: { container: called, memory, reservation: memoryReservation },
        ...(memoryReservation <= most && { fix: raise(id, at, memoryReservation) }),
      })
    }
  },
  examples: () => ({
    valid: {
      'a hard limit above the reservation': limits({ memory: 256, memoryReservation: 128 }),
      'equal, which container-memory-eq-reservation reports': limits({
        memory: 256,
        memoryReservation: 256,
      }),
      'no hard limit, or 0, which is none': limits({ memory: 0, memoryReservation: 256 }),
      'a placeholder': limits({ memory: '<memory>', memoryReservation: 256 }),
    },
    invalid: {
      'a hard limit below the reservation': {
        design: limits({ memory: 128, memoryReservation: 256 }),
        element: 'task',
        at: '/containerDefinitions/0/memory',
      },
      'a reservation that the task does not have': {
        design: limits({ memory: 128, memoryReservation: 1024 }),
        element: 'task',
        at: '/containerDefinitions/0/memory',
      },
    },
  }),
})

/** A reservation that equals the hard limit would say nothing, so it is left out. */
function raise(id: string, at: string, memory: number): Fix {
  return {
    title: say`Set memory to ${memory} MiB, without a separate reservation`,
    apply: (draft) => {
      const element = draft.elements[id]
      if (!element) return
      setAt(element.spec, `${at}/memory`, memory)
      removeAt(element.spec, `${at}/memoryReservation`)
    },
  }
}

function limits(members: Readonly<Record<string, number | string>>) {
  return drawing({ task: fargateTask({ containerDefinitions: [container(members)] }) })
}
