import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { type PlacedMapping, portMappingsOf } from '../ports'
import { containerName, isKnown } from '../reading'
import { defineRule } from '../rule'
import { fargatePorts, SECOND } from './examples'
import { nearestPortName } from './port-names'

export const portNameDuplicate = defineRule({
  id: 'port-name-duplicate',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/portMappings/*/name'],
  title: 'Each port of a task has a name of its own',
  message: 'A port of container “{other}” is called “{name}” already; give this one another name.',
  why: 'Services refer to a port by its name alone, without the container. Two ports of one name could not be told apart, so ECS refuses the definition.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:PortMappingNameAlready', checked: '2026-11-21' },
  ],
  check({ id, spec, report }) {
    const names = new Map<string, PlacedMapping>()
    for (const placed of portMappingsOf(spec)) {
      const { name, containerPort, containerPortRange } = placed.mapping
      if (!isKnown(name)) continue
      const first = names.get(name)
      if (!first) {
        names.set(name, placed)
        continue
      }
      const better = nearestPortName(spec, `${name}-${containerPort ?? containerPortRange ?? ''}`)
      report({
        at: `${placed.at}/name`,
        values: { name, other: containerName(first.container.name, first.index) },
        ...(better !== undefined && {
          fix: setMembers(say`Rename the port to ${better}`, id, { [`${placed.at}/name`]: better }),
        }),
      })
    }
  },
  examples: () => ({
    valid: {
      'two names': fargatePorts({ containerPort: 80, name: 'http' }, { containerPort: 81, name: 'admin' }),
      'one with a name, two without': fargatePorts(
        { containerPort: 80, name: 'http' },
        { containerPort: 81 },
        { containerPort: 82 },
      ),
    },
    invalid: {
      'in one container': {
        design: fargatePorts({ containerPort: 80, name: 'http' }, { containerPort: 81, name: 'http' }),
        element: 'task',
        at: `${SECOND}/name`,
      },
      'in two containers': {
        design: drawing({
          task: fargateTask({
            containerDefinitions: [
              container({ portMappings: [{ containerPort: 80, name: 'http' }] }),
              container({ name: 'proxy', portMappings: [{ containerPort: 8080, name: 'http' }] }),
            ],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/1/portMappings/0/name',
      },
    },
  }),
})
