import { taskDefinition } from '../../elements/task-definition'
import type { Graph } from '../../graph/graph'
import { say } from '../../texts/text'
import { container, drawing, element, fargateTask, onFargate } from '../examples'
import { setMembers } from '../fixes'
import { lacksText, type TaskDefinitionSpec } from '../reading'
import { defineRule } from '../rule'
import { freeContainerName, missingContainers, nameAskedFor, nameFromImage } from './container-names'
import { containersOf } from './containers'

export const containerNameRequired = defineRule({
  id: 'container-name-required',
  severity: 'error',
  on: [taskDefinition],
  title: 'Every container has a name',
  message: 'Container number {number} has no name; give it one.',
  why: 'The name is how everything else finds a container: dependencies between containers, load balancers, overrides of a task and log streams. RegisterTaskDefinition refuses a container without one.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, graph, report }) {
    const nameless = containersOf(spec).filter(({ at, container }) =>
      lacksText(element, at, 'name', container.name),
    )
    for (const { index, at, container } of nameless) {
      const name = nameFor(graph, id, spec, container.image, nameless.length === 1)
      report({
        at: `${at}/name`,
        values: { number: index + 1 },
        ...(name !== undefined && {
          fix: setMembers(say`Name the container “${name}”`, id, { [`${at}/name`]: name }),
        }),
      })
    }
  },
  examples: () => ({
    valid: {
      'with a name': drawing({ task: fargateTask({ containerDefinitions: [container({ name: 'app' })] }) }),
      'a placeholder': drawing({
        task: fargateTask({ containerDefinitions: [container({ name: '<app-name>' })] }),
      }),
      'a number, which spec-member-type reports': drawing({
        task: fargateTask({ containerDefinitions: [container({ name: 7 })] }),
      }),
    },
    invalid: {
      'no name': {
        design: drawing({ task: fargateTask({ containerDefinitions: [unnamed()] }) }),
        element: 'task',
        at: '/containerDefinitions/0/name',
      },
      'blanks, and the image’s name is taken': {
        design: drawing({
          task: fargateTask({
            containerDefinitions: [container({ name: 'nginx' }), { ...unnamed(), name: ' ' }],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/1/name',
      },
      'an image that is drawn': {
        design: drawing({
          repository: element('ecr-repository', { repositoryName: 'shop/orders' }),
          task: fargateTask({
            executionRoleArn: '<role-arn>',
            containerDefinitions: [{ image: '@{repository.uri}:1.4.2' }],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/name',
      },
      'a name by which its service asks for it': {
        design: onFargate(
          { loadBalancers: [{ targetGroupArn: '<targets>', containerName: 'web', containerPort: 80 }] },
          { containerDefinitions: [{ ...unnamed(), portMappings: [{ containerPort: 80 }] }] },
        ),
        element: 'task',
        at: '/containerDefinitions/0/name',
      },
      'no image to name it after': {
        design: drawing({ task: fargateTask({ containerDefinitions: [{ essential: true }] }) }),
        element: 'task',
        at: '/containerDefinitions/0/name',
      },
    },
  }),
})

/** The name that others ask for in vain; else one after the image. None where several could be meant. */
function nameFor(
  graph: Graph,
  id: string,
  spec: TaskDefinitionSpec,
  image: string | undefined,
  isOnly: boolean,
): string | undefined {
  if (missingContainers(graph, id, spec).length > 0) return isOnly ? nameAskedFor(graph, id, spec) : undefined
  const wish = nameFromImage(graph, image)
  return wish === undefined ? undefined : freeContainerName(spec, wish)
}

function unnamed() {
  return { image: 'public.ecr.aws/nginx/nginx:1.27' }
}
