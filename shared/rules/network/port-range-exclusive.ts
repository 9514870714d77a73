import { removeAt } from '../../basics/json'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { portMappingsOf } from '../ports'
import { defineRule, type Fix } from '../rule'
import { ec2Ports, FIRST, fargatePorts } from './examples'

export const portRangeExclusive = defineRule({
  id: 'port-range-exclusive',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/portMappings/*/containerPortRange'],
  title: 'A port mapping has a range or a single port',
  message:
    'Range {range} stands beside container port {containerPort} in one port mapping; keep one of them.',
  variants: {
    host: 'Range {range} stands beside host port {hostPort}, which a range does not take; remove the port.',
  },
  why: 'A mapping is about one port or about one range. With a range ECS chooses the host ports itself, so a single container port or host port beside it says something else, and the definition is refused.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:CannotContainerPortContainerPortRange', checked: '2026-11-21' },
    { ref: 'CDK:CannotSetHostPortWithRange', checked: '2026-11-21' },
  ],
  check({ id, spec, report }) {
    for (const { mapping, at } of portMappingsOf(spec)) {
      const { containerPortRange: range, containerPort, hostPort } = mapping
      // Host port 0 asks for a dynamic port, which a range gets in any case.
      if (!range || (containerPort === undefined && !hostPort)) continue
      report({
        at: `${at}/containerPortRange`,
        ...(containerPort === undefined
          ? { variant: 'host', values: { range, hostPort: hostPort ?? 0 } }
          : { values: { range, containerPort } }),
        fix: keepRange(id, at, range),
      })
    }
  },
  examples: () => ({
    valid: {
      'a range': fargatePorts({ containerPortRange: '8000-8010' }),
      'a range and a port, each in its mapping': fargatePorts(
        { containerPortRange: '8000-8010' },
        { containerPort: 80 },
      ),
      'with host port 0': ec2Ports([{ containerPortRange: '8000-8010', hostPort: 0 }]),
    },
    invalid: {
      'with a container port': {
        design: fargatePorts({ containerPort: 80, containerPortRange: '8000-8010' }),
        element: 'task',
        at: `${FIRST}/containerPortRange`,
      },
      'with a host port': {
        design: ec2Ports([{ containerPortRange: '8000-8010', hostPort: 8000 }]),
        element: 'task',
        at: `${FIRST}/containerPortRange`,
      },
    },
  }),
})

function keepRange(id: string, at: string, range: string): Fix {
  return {
    title: say`Keep range ${range} and remove the single ports`,
    apply: (draft) => {
      const spec = draft.elements[id]?.spec
      if (spec) for (const member of ['containerPort', 'hostPort']) removeAt(spec, `${at}/${member}`)
    },
  }
}
