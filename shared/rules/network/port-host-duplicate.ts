import { taskDefinition } from '../../elements/task-definition'
import { type PlacedMapping, portMappingsOf, protocolOf, staticHostPort } from '../ports'
import { containerName, type TaskDefinitionSpec } from '../reading'
import { defineRule } from '../rule'
import { dynamicPortFix } from './dynamic-port'
import { ec2Containers, ec2Ports, IN_SECOND_CONTAINER, SECOND } from './examples'
import { networkModesOf } from './modes'

export const portHostDuplicate = defineRule({
  id: 'port-host-duplicate',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/portMappings/*/hostPort'],
  title: 'A task takes a host port only once',
  message:
    'Container “{other}” takes host port {port} ({protocol}) of the instance already; choose another port for this mapping.',
  why: 'All containers of a task run on one instance, and a port of it belongs to whoever gets it first. ECS reserves each port once, so a task that asks twice can be placed nowhere.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    for (const { placed, taken, port } of takenTwice(spec)) {
      const modes = networkModesOf(graph, id)
      // In host mode, where ports are equal, port-container-duplicate-shared tells of two containers.
      const within = modes.has('host') && taken.index === placed.index
      if (!modes.has('bridge') && !within) continue
      const values = {
        port,
        protocol: protocolOf(placed.mapping) ?? '',
        other: containerName(taken.container.name, taken.index),
      }
      const fix = modes.has('bridge') ? dynamicPortFix(graph, id, placed) : {}
      report({ at: `${placed.at}/hostPort`, values, ...fix })
    }
  },
  examples: () => ({
    valid: {
      'two ports': ec2Containers([
        [{ containerPort: 80, hostPort: 80 }],
        [{ containerPort: 80, hostPort: 81 }],
      ]),
      'one of them dynamic': ec2Containers([
        [{ containerPort: 80, hostPort: 80 }],
        [{ containerPort: 80, hostPort: 0 }],
      ]),
      'dynamic ports twice': ec2Containers([
        [{ containerPort: 80, hostPort: 0 }],
        [{ containerPort: 80, hostPort: 0 }],
      ]),
      'once for tcp and once for udp': ec2Ports([
        { containerPort: 53, hostPort: 53 },
        { containerPort: 53, hostPort: 53, protocol: 'udp' },
      ]),
    },
    invalid: {
      'by two containers': {
        design: ec2Containers([
          [{ containerPort: 80, hostPort: 80 }],
          [{ containerPort: 8080, hostPort: 80, protocol: 'tcp' }],
        ]),
        element: 'task',
        at: `${IN_SECOND_CONTAINER}/hostPort`,
      },
      'by one container': {
        design: ec2Ports([
          { containerPort: 80, hostPort: 80 },
          { containerPort: 8080, hostPort: 80 },
        ]),
        element: 'task',
        at: `${SECOND}/hostPort`,
      },
      'by one container in host mode': {
        design: ec2Ports(
          [
            { containerPort: 80, hostPort: 80 },
            { containerPort: 80, hostPort: 80 },
          ],
          { networkMode: 'host' },
        ),
        element: 'task',
        at: `${SECOND}/hostPort`,
      },
    },
  }),
})

interface TakenTwice {
  readonly placed: PlacedMapping
  /** The mapping that has the port already. */
  readonly taken: PlacedMapping
  readonly port: number
}

function takenTwice(spec: TaskDefinitionSpec): readonly TakenTwice[] {
  const first = new Map<string, PlacedMapping>()
  const found: TakenTwice[] = []
  for (const placed of portMappingsOf(spec)) {
    const port = staticHostPort(placed.mapping)
    const protocol = protocolOf(placed.mapping)
    if (port === undefined || protocol === undefined) continue
    const taken = first.get(`${port} ${protocol}`)
    if (taken) found.push({ placed, taken, port })
    else first.set(`${port} ${protocol}`, placed)
  }
  return found
}
