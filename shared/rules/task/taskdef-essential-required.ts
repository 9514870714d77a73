import { endConditions } from '../../aws/facts/container-dependencies'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { containerName, type TaskDefinitionSpec } from '../reading'
import { defineRule } from '../rule'

export const taskdefEssentialRequired = defineRule({
  id: 'taskdef-essential-required',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/essential'],
  title: 'At least one container is essential',
  message: 'No container of this task is essential; mark the one that the task is there for.',
  why: 'A task lives as long as its essential containers do, so ECS has to know at least one. A container is essential unless it says otherwise; this definition says so of every one, and RegisterTaskDefinition refuses it.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
    { ref: 'E3042', checked: '2026-11-21' },
  ],
  check({ id, spec, report }) {
    const containers = spec.containerDefinitions ?? []
    if (containers.length === 0 || containers.some(({ essential }) => essential !== false)) return
    const index = mainContainer(spec)
    report({
      at: '/containerDefinitions',
      ...(index >= 0 && {
        fix: setMembers(
          say`Make container “${containerName(containers[index]?.name, index)}” essential`,
          id,
          {
            [`/containerDefinitions/${index}/essential`]: true,
          },
        ),
      }),
    })
  },
  examples: () => ({
    valid: {
      'left out, which means essential': drawing({ task: fargateTask() }),
      'helpers beside one essential container': withContainers(
        { name: 'web' },
        { name: 'proxy', essential: false },
        { name: 'agent', essential: false },
      ),
      'a placeholder': withContainers({ essential: '<essential>' }),
    },
    invalid: {
      'the only one is not': {
        design: withContainers({ essential: false }),
        element: 'task',
        at: '/containerDefinitions',
      },
      'the first has to end before the second starts': {
        design: withContainers(
          { name: 'migrate', essential: false },
          { name: 'web', essential: false, dependsOn: [{ containerName: 'migrate', condition: 'SUCCESS' }] },
        ),
        element: 'task',
        at: '/containerDefinitions',
      },
    },
  }),
})

/** The first container that no other one waits for to end, because an essential one that ends takes the task along. */
function mainContainer({ containerDefinitions = [] }: TaskDefinitionSpec): number {
  const awaited = new Set(
    containerDefinitions.flatMap(({ dependsOn = [] }) =>
      dependsOn.flatMap(({ condition, containerName }) =>
        endConditions.includes(condition ?? '') ? [containerName] : [],
      ),
    ),
  )
  return containerDefinitions.findIndex(({ name }) => !awaited.has(name))
}

function withContainers(...containers: readonly Readonly<Record<string, unknown>>[]) {
  return drawing({ task: fargateTask({ containerDefinitions: containers.map((one) => container(one)) }) })
}
