import { toText } from '../../basics/convert'
import { taskDefinition } from '../../elements/task-definition'
import {
  commonPort,
  containerPortsOf,
  type PlacedMapping,
  type PortRange,
  portMappingsOf,
  protocolOf,
} from '../ports'
import { containerName, type TaskDefinitionSpec } from '../reading'
import { defineRule } from '../rule'
import { ec2Containers, fargatePorts, SECOND } from './examples'

export const portRangeOverlap = defineRule({
  id: 'port-range-overlap',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/portMappings/*/containerPortRange'],
  title: 'Port ranges of a container do not overlap',
  message:
    'Container “{container}” maps port {port} twice, here and in {other}; let one of the two end before it.',
  why: 'As soon as a container has a port range, each of its ports may be in one mapping only. ECS refuses ranges that overlap, because it could not tell to which host port such a port belongs.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
      checked: '2026-11-26',
    },
  ],
  check({ spec, report }) {
    if (!portMappingsOf(spec).some(({ mapping }) => mapping.containerPortRange)) return
    for (const { one, earlier, port } of overlaps(spec)) {
      report({
        at: `${one.at}/${one.mapping.containerPortRange ? 'containerPortRange' : 'containerPort'}`,
        values: {
          container: containerName(one.container.name, one.index),
          port,
          other: earlier.mapping.containerPortRange || toText(earlier.mapping.containerPort),
        },
        // What AWS says of ranges is not said of protocols: single ports were seen to pass for tcp and udp.
        ...(protocolOf(one.mapping) !== protocolOf(earlier.mapping) && { severity: 'warning' }),
      })
    }
  },
  examples: () => ({
    valid: {
      'a range and a port beside it': fargatePorts(
        { containerPortRange: '8000-8010' },
        { containerPort: 8011 },
      ),
      'the same range in two containers': ec2Containers([
        [{ containerPortRange: '8000-8010' }],
        [{ containerPortRange: '8000-8010' }],
      ]),
      'the same port twice without a range': fargatePorts(
        { containerPort: 53 },
        { containerPort: 53, protocol: 'udp' },
      ),
      'reversed, which port-range-format reports': fargatePorts(
        { containerPortRange: '8010-8000' },
        { containerPort: 8005 },
      ),
    },
    invalid: {
      'a port within a range': {
        design: fargatePorts({ containerPortRange: '8000-8010' }, { containerPort: 8010 }),
        element: 'task',
        at: `${SECOND}/containerPort`,
      },
      'two ranges': {
        design: fargatePorts({ containerPortRange: '8000-8010' }, { containerPortRange: '8005-8020' }),
        element: 'task',
        at: `${SECOND}/containerPortRange`,
      },
      'for another protocol': {
        design: fargatePorts(
          { containerPortRange: '8000-8010' },
          { containerPortRange: '8000-8010', protocol: 'udp' },
        ),
        element: 'task',
        at: `${SECOND}/containerPortRange`,
        severity: 'warning',
      },
      'in the second container': {
        design: ec2Containers([
          [{ containerPort: 80 }],
          [{ containerPort: 443 }, { containerPortRange: '400-500' }],
        ]),
        element: 'task',
        at: '/containerDefinitions/1/portMappings/1/containerPortRange',
      },
    },
  }),
})

interface Overlap {
  readonly one: PlacedMapping
  /** The mapping before it that has the port, too. */
  readonly earlier: PlacedMapping
  readonly port: number
}

/** For each mapping the first one before it, in the same container, that has a port of it; one of the two is a range. */
function overlaps(spec: TaskDefinitionSpec): readonly Overlap[] {
  const before: { readonly placed: PlacedMapping; readonly ports: PortRange }[] = []
  const found: Overlap[] = []
  for (const placed of portMappingsOf(spec)) {
    const ports = containerPortsOf(placed.mapping)
    if (ports === undefined || ports.first > ports.last || protocolOf(placed.mapping) === undefined) continue
    for (const old of before) {
      const range = placed.mapping.containerPortRange || old.placed.mapping.containerPortRange
      const port = old.placed.index === placed.index && range ? commonPort(old.ports, ports) : undefined
      if (port === undefined) continue
      found.push({ one: placed, earlier: old.placed, port })
      break
    }
    before.push({ placed, ports })
  }
  return found
}
