import { reservedHostPorts } from '../../aws/facts/ports'
import { taskDefinition } from '../../elements/task-definition'
import { portMappingsOf, protocolOf, staticHostPort } from '../ports'
import { defineRule } from '../rule'
import { dynamicPortFix } from './dynamic-port'
import { ec2Ports, FIRST, fargatePorts } from './examples'
import { networkModesOf } from './modes'

export const portHostReserved = defineRule({
  id: 'port-host-reserved',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/portMappings/*/hostPort'],
  title: 'Host ports of SSH, Docker and the ECS agent are taken',
  message:
    'Every container instance keeps port {port} for itself; take another host port, or 0 for a dynamic one.',
  why: 'SSH (22), the Docker daemon (2375, 2376) and the ECS agent (51678 to 51680) listen on the instance, and the agent reports their ports as used. ECS finds no instance on which such a task could be placed.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    for (const placed of portMappingsOf(spec)) {
      const port = staticHostPort(placed.mapping)
      // They are reserved for tcp; for udp the agent keeps none.
      if (port === undefined || !reservedHostPorts.includes(port)) continue
      if (protocolOf(placed.mapping) !== 'tcp' || !networkModesOf(graph, id).has('bridge')) continue
      report({ at: `${placed.at}/hostPort`, values: { port }, ...dynamicPortFix(graph, id, placed) })
    }
  },
  examples: () => ({
    valid: {
      'the port beside it': ec2Ports([{ containerPort: 22, hostPort: 23 }]),
      'a container port of that number': ec2Ports([{ containerPort: 22, hostPort: 0 }]),
      'in awsvpc mode, where no instance is involved': fargatePorts({ containerPort: 22 }),
      'for udp': ec2Ports([{ containerPort: 2375, hostPort: 2375, protocol: 'udp' }]),
    },
    invalid: {
      SSH: {
        design: ec2Ports([{ containerPort: 22, hostPort: 22 }]),
        element: 'task',
        at: `${FIRST}/hostPort`,
      },
      'the agent’s': {
        design: ec2Ports([{ containerPort: 8080, hostPort: 51680 }], { networkMode: 'bridge' }),
        element: 'task',
        at: `${FIRST}/hostPort`,
      },
    },
  }),
})
