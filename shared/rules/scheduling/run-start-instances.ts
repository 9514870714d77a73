import { START_INSTANCES } from '../../aws/facts/run-task'
import { task as taskKind } from '../../elements/task'
import { removeMember } from '../fixes'
import { runsOnFargate } from '../reading'
import { defineRule } from '../rule'
import { runOnEc2, runTask } from './examples'

const AT = '/containerInstances'

export const runStartInstances = defineRule({
  id: 'run-start-instances',
  severity: 'error',
  on: [taskKind],
  needs: ['/containerInstances'],
  title: 'StartTask names one to ten container instances',
  message: 'StartTask takes up to {most} container instances, and here are {count}; make several calls.',
  variants: {
    none: 'StartTask needs a container instance to start the task on; name one, or let ECS find a place.',
    fargate: 'Fargate has no container instances to start a task on; let ECS find a place.',
  },
  why: 'With StartTask the caller says on which instances a task is started, which is how schedulers of one’s own work. RunTask leaves that to ECS, and on Fargate there is nothing else.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StartTask.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    const count = spec.containerInstances?.length
    if (count === undefined) return
    const fix = removeMember('Let ECS find a place', id, AT)
    if (count === 0) report({ at: AT, variant: 'none', fix })
    else if (runsOnFargate(graph, id)) report({ at: AT, variant: 'fargate', fix })
    else if (count > START_INSTANCES) report({ at: AT, values: { count, most: START_INSTANCES } })
  },
  examples: () => ({
    valid: {
      'one instance': runOnEc2({ containerInstances: ['0a1b2c3d4e5f60718293a4b5c6d7e8f9'] }),
      'as many as one call takes': runOnEc2({ containerInstances: many(START_INSTANCES) }),
      'RunTask, which names none': runTask(),
    },
    invalid: {
      'one too many': {
        design: runOnEc2({ containerInstances: many(START_INSTANCES + 1) }),
        element: 'nightly',
        at: AT,
      },
      none: { design: runOnEc2({ containerInstances: [] }), element: 'nightly', at: AT },
      'on Fargate': { design: runTask({ containerInstances: many(1) }), element: 'nightly', at: AT },
    },
  }),
})

function many(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `instance-${i + 1}`)
}
