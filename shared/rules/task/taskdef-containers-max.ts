import { CONTAINERS } from '../../aws/facts/task-limits'
import { taskDefinition } from '../../elements/task-definition'
import { container, drawing, fargateTask } from '../examples'
import { defineRule } from '../rule'

export const taskdefContainersMax = defineRule({
  id: 'taskdef-containers-max',
  severity: 'error',
  on: [taskDefinition],
  title: 'A task definition has at most ten containers',
  message: 'This task definition has {count} containers, and at most {most} are allowed; split it.',
  why: 'The limit is fixed: AWS does not raise it. Containers of one task start, scale and stop together, so more than a few of them usually belong in tasks and services of their own.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html',
      checked: '2026-11-21',
    },
  ],
  check({ spec, report }) {
    const count = spec.containerDefinitions?.length ?? 0
    if (count > CONTAINERS) report({ at: '/containerDefinitions', values: { count, most: CONTAINERS } })
  },
  examples: () => ({
    valid: {
      one: drawing({ task: fargateTask() }),
      'as many as are allowed': withContainers(CONTAINERS),
    },
    invalid: {
      'one more': { design: withContainers(CONTAINERS + 1), element: 'task', at: '/containerDefinitions' },
    },
  }),
})

function withContainers(count: number) {
  const containers = Array.from({ length: count }, (_, i) => container({ name: `app-${i}` }))
  return drawing({ task: fargateTask({ containerDefinitions: containers }) })
}
