import { parseCpu } from '../../aws/facts/task-size'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { defineRule } from '../rule'
import { containersOf, type PlacedContainer } from './containers'

export const containerCpuSum = defineRule({
  id: 'container-cpu-sum',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/cpu'],
  title: 'Containers reserve no more CPU than their task has',
  message:
    'The containers reserve {sum} CPU units, but the task has {cpu}; give them less, or the task more.',
  why: 'A task’s CPU is a limit for all its containers together, and what a container reserves is taken from it. RegisterTaskDefinition refuses reservations that the task can’t hold; exactly all of it is fine.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
    { ref: 'ERR:aws/aws-cdk#1553', checked: '2026-11-26' },
    { ref: 'CDK:ContainerValuesCannotGreater', checked: '2026-11-21' },
  ],
  check({ id, spec, report }) {
    const cpu = parseCpu(spec.cpu ?? '')
    if (!cpu) return
    const reserving = containersOf(spec).filter(({ container }) => (container.cpu ?? 0) > 0)
    const sum = total(reserving)
    if (sum <= cpu) return
    const scaled = reserving.map(({ at, container }) => ({
      at: `${at}/cpu`,
      cpu: Math.floor(((container.cpu ?? 0) * cpu) / sum),
    }))
    report({
      at: '/cpu',
      values: { sum, cpu },
      // Nothing left for a container would mean no reservation at all.
      ...(scaled.every((one) => one.cpu > 0) && {
        fix: setMembers(
          say`Scale the containers down to ${cpu} CPU units`,
          id,
          Object.fromEntries(scaled.map((one) => [one.at, one.cpu])),
        ),
      }),
    })
  },
  examples: () => ({
    valid: {
      'exactly what the task has': reserving('256', 128, 128),
      'no task CPU to compare with': drawing({
        task: ec2Task({ containerDefinitions: [container({ cpu: 4096, memory: 512 })] }),
      }),
      'a task size in vCPU': reserving('.5 vCPU', 256, 256),
      'a container without a reservation': reserving('256', 256, undefined),
      'a placeholder for the task': reserving('<cpu>', 256, 256),
    },
    invalid: {
      'two that are too much together': { design: reserving('256', 200, 100), element: 'task', at: '/cpu' },
      'one that is too much alone': { design: reserving('0.25 vCPU', 1024), element: 'task', at: '/cpu' },
      'too many to scale down': { design: reserving('256', 8192, 1), element: 'task', at: '/cpu' },
    },
  }),
})

function total(containers: readonly PlacedContainer[]): number {
  return containers.reduce((sum, { container }) => sum + (container.cpu ?? 0), 0)
}

function reserving(cpu: string, ...units: readonly (number | undefined)[]) {
  const containers = units.map((one, i) =>
    container({ name: `app-${i}`, ...(one === undefined ? {} : { cpu: one }) }),
  )
  return drawing({ task: fargateTask({ cpu, memory: '1024', containerDefinitions: containers }) })
}
