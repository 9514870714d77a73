import { taskDefinition } from '../../elements/task-definition'
import { container, drawing, fargateTask } from '../examples'
import { type PlacedMapping, portMappingsOf, protocolOf } from '../ports'
import { containerName, type TaskDefinitionSpec } from '../reading'
import { defineRule } from '../rule'
import { ec2Containers, fargatePorts, IN_SECOND_CONTAINER } from './examples'
import { networkModesOf } from './modes'

export const portContainerDuplicateShared = defineRule({
  id: 'port-container-duplicate-shared',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/portMappings'],
  title: 'Containers that share a network listen on different ports',
  message:
    'Containers “{first}” and “{second}” share one network, so they can’t both listen on port {port}; change one.',
  why: 'In awsvpc mode all containers of a task share its network interface, and in host mode that of the instance. Only one process can open a port there: the second container fails to start its server.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    if ((spec.containerDefinitions?.length ?? 0) < 2) return
    for (const { placed, taken, port } of sharedPorts(spec)) {
      const modes = networkModesOf(graph, id)
      if (!modes.has('awsvpc') && !modes.has('host')) return
      const first = containerName(taken.container.name, taken.index)
      const second = containerName(placed.container.name, placed.index)
      report({ at: `${placed.at}/containerPort`, values: { first, second, port } })
    }
  },
  examples: () => ({
    valid: {
      'different ports': containers([{ containerPort: 8080 }], [{ containerPort: 80 }]),
      'once for tcp and once for udp': containers(
        [{ containerPort: 53 }],
        [{ containerPort: 53, protocol: 'udp' }],
      ),
      'in bridge mode, where each container has a network of its own': ec2Containers([
        [{ containerPort: 80 }],
        [{ containerPort: 80 }],
      ]),
      'one container alone': fargatePorts({ containerPort: 80 }, { containerPort: 80, protocol: 'udp' }),
    },
    invalid: {
      'in awsvpc mode': {
        design: containers([{ containerPort: 80 }], [{ containerPort: 80, protocol: 'tcp' }]),
        element: 'task',
        at: `${IN_SECOND_CONTAINER}/containerPort`,
      },
      'in host mode': {
        design: ec2Containers([[{ containerPort: 80, hostPort: 80 }], [{ containerPort: 80 }]], {
          networkMode: 'host',
        }),
        element: 'task',
        at: `${IN_SECOND_CONTAINER}/containerPort`,
      },
    },
  }),
})

function containers(first: readonly object[], second: readonly object[]) {
  return drawing({
    task: fargateTask({
      containerDefinitions: [
        container({ portMappings: first }),
        container({ name: 'proxy', portMappings: second }),
      ],
    }),
  })
}

interface Shared {
  readonly placed: PlacedMapping
  /** The mapping of another container that has the port already. */
  readonly taken: PlacedMapping
  readonly port: number
}

function sharedPorts(spec: TaskDefinitionSpec): readonly Shared[] {
  const firsts = new Map<string, PlacedMapping>()
  const found: Shared[] = []
  for (const placed of portMappingsOf(spec)) {
    const port = placed.mapping.containerPort
    const protocol = protocolOf(placed.mapping)
    if (port === undefined || protocol === undefined) continue
    const taken = firsts.get(`${port} ${protocol}`)
    if (!taken) firsts.set(`${port} ${protocol}`, placed)
    else if (taken.index !== placed.index) found.push({ placed, taken, port })
  }
  return found
}
