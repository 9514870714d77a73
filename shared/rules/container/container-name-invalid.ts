import { CONTAINER_NAME_LENGTH } from '../../aws/facts/container-limits'
import { quote } from '../../basics/quote'
import { taskDefinition } from '../../elements/task-definition'
import { container, drawing, element, fargateTask, inSubnets, service } from '../examples'
import { isKnown } from '../reading'
import { defineRule } from '../rule'
import { freeContainerName, isContainerName, nameAskedFor, renameContainerFix } from './container-names'
import { containersOf } from './containers'

export const containerNameInvalid = defineRule({
  id: 'container-name-invalid',
  severity: 'error',
  on: [taskDefinition],
  title: 'A container’s name is letters, digits, hyphens and underscores',
  message:
    'Container name {name} can’t be used; take at most {most} letters, digits, hyphens and underscores.',
  why: 'The name becomes part of Docker’s name for the container, of host names and of log streams, so ECS allows only characters that fit everywhere. RegisterTaskDefinition refuses others.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    for (const { index, at, container } of containersOf(spec)) {
      const { name } = container
      // Nothing but blanks is container-name-required.
      if (!isKnown(name) || name.trim() === '' || isContainerName(name)) continue
      const better = nameAskedFor(graph, id, spec) ?? freeContainerName(spec, name)
      report({
        at: `${at}/name`,
        values: { name: quote(name), most: CONTAINER_NAME_LENGTH },
        ...(better !== undefined && { fix: renameContainerFix(id, index, name, better) }),
      })
    }
  },
  examples: () => ({
    valid: {
      'every character that is allowed': named('My_app-2'),
      'as long as a name may be': named('a'.repeat(CONTAINER_NAME_LENGTH)),
      'a placeholder': named('<app-name>'),
      'blanks, which container-name-required reports': named('  '),
    },
    invalid: {
      'a dot': { design: named('my.app'), element: 'task', at: '/containerDefinitions/0/name' },
      'one character too many': {
        design: named('a'.repeat(CONTAINER_NAME_LENGTH + 1)),
        element: 'task',
        at: '/containerDefinitions/0/name',
      },
      'nothing that a name could keep': {
        design: named('…'),
        element: 'task',
        at: '/containerDefinitions/0/name',
      },
      'a name that others refer to': {
        design: drawing({
          task: fargateTask({
            containerDefinitions: [
              container({ name: 'my app', portMappings: [{ containerPort: 80 }] }),
              container({
                name: 'my-app',
                dependsOn: [{ containerName: 'my app', condition: 'START' }],
                volumesFrom: [{ sourceContainer: 'my app' }],
              }),
            ],
          }),
          targets: element('target-group', { Name: 'web', Protocol: 'HTTP', Port: 80, TargetType: 'ip' }),
          web: service({
            launchType: 'FARGATE',
            networkConfiguration: inSubnets,
            loadBalancers: [{ targetGroupArn: '@{targets}', containerName: 'my app', containerPort: 80 }],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/name',
      },
    },
  }),
})

function named(name: string) {
  return drawing({ task: fargateTask({ containerDefinitions: [container({ name })] }) })
}
