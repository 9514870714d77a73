import { LEAST_MEMORY } from '../../aws/facts/container-limits'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, ec2Task } from '../examples'
import { setMembers } from '../fixes'
import { defineRule } from '../rule'
import { containersOf } from './containers'

export const containerMemoryMinimum = defineRule({
  id: 'container-memory-minimum',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/memory', '/containerDefinitions/*/memoryReservation'],
  title: 'A container has the memory that Docker reserves for any',
  message: 'Container “{container}” is given {value} MiB; Docker reserves at least {least} MiB for each one.',
  why: 'Docker needs some memory for a container whatever runs in it: 4 MiB before version 20.10, 6 MiB since. With less the container is not created.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, report }) {
    for (const { at, called, container } of containersOf(spec)) {
      const { memory, memoryReservation } = container
      const small = { memory, memoryReservation }
      for (const [member, value] of Object.entries(small)) {
        // 0 counts as not set.
        if (!value || value >= LEAST_MEMORY.today) continue
        // The hard limit may not be below the soft one.
        const enough =
          member === 'memory' ? Math.max(LEAST_MEMORY.today, memoryReservation ?? 0) : LEAST_MEMORY.today
        report({
          at: `${at}/${member}`,
          values: { container: called, value, least: LEAST_MEMORY.today },
          ...(value >= LEAST_MEMORY.before && { severity: 'warning' }),
          fix: setMembers(say`Set ${member} to ${enough} MiB`, id, {
            ...(memory && memory < LEAST_MEMORY.today && { [`${at}/memory`]: LEAST_MEMORY.today }),
            [`${at}/${member}`]: enough,
          }),
        })
      }
    }
  },
  examples: () => ({
    valid: {
      'the least that Docker takes': limits({ memory: 6 }),
      '0, which is not set': limits({ memory: 0, memoryReservation: 128 }),
      'no size of its own': limits({}),
    },
    invalid: {
      'a hard limit that no Docker takes': {
        design: limits({ memory: 2 }),
        element: 'task',
        at: '/containerDefinitions/0/memory',
      },
      'a hard limit that an old Docker takes': {
        design: limits({ memory: 4 }),
        element: 'task',
        at: '/containerDefinitions/0/memory',
        severity: 'warning',
      },
      'a small reservation': {
        design: limits({ memory: 64, memoryReservation: 3 }),
        element: 'task',
        at: '/containerDefinitions/0/memoryReservation',
      },
    },
  }),
})

function limits(members: Readonly<Record<string, number>>) {
  return drawing({ task: ec2Task({ memory: '64', containerDefinitions: [container(members)] }) })
}
