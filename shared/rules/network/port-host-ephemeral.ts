import { FIRST_EPHEMERAL_PORT, LAST_PORT, reservedHostPorts } from '../../aws/facts/ports'
import { taskDefinition } from '../../elements/task-definition'
import { portMappingsOf, staticHostPort } from '../ports'
import { defineRule } from '../rule'
import { dynamicPortFix } from './dynamic-port'
import { ec2Ports, FIRST } from './examples'
import { networkModesOf } from './modes'

export const portHostEphemeral = defineRule({
  id: 'port-host-ephemeral',
  severity: 'warning',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/portMappings/*/hostPort'],
  title: 'Fixed host ports lie below the ephemeral range',
  message:
    'Docker hands out host ports from {first} upwards by itself, so {port} may be taken; choose a lower port, or 0.',
  why: 'Connections and dynamic host ports get numbers of the ephemeral range as they come. A fixed port among them works until something else on the instance got it first; then the container does not start.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    for (const placed of portMappingsOf(spec)) {
      const port = staticHostPort(placed.mapping)
      if (port === undefined || port < FIRST_EPHEMERAL_PORT || port > LAST_PORT) continue
      // The agent's own ports are port-host-reserved.
      if (reservedHostPorts.includes(port) || !networkModesOf(graph, id).has('bridge')) continue
      const values = { port, first: FIRST_EPHEMERAL_PORT }
      report({ at: `${placed.at}/hostPort`, values, ...dynamicPortFix(graph, id, placed) })
    }
  },
  examples: () => ({
    valid: {
      'the last port below': ec2Ports([{ containerPort: 80, hostPort: 32767 }]),
      'a dynamic port': ec2Ports([{ containerPort: 40000, hostPort: 0 }]),
      'in host mode, where the port is the container’s own': ec2Ports(
        [{ containerPort: 40000, hostPort: 40000 }],
        { networkMode: 'host' },
      ),
    },
    invalid: {
      'the first port of the range': {
        design: ec2Ports([{ containerPort: 80, hostPort: 32768 }]),
        element: 'task',
        at: `${FIRST}/hostPort`,
      },
      'on external instances': {
        design: ec2Ports([{ containerPort: 80, hostPort: 50000 }], { requiresCompatibilities: ['EXTERNAL'] }),
        element: 'task',
        at: `${FIRST}/hostPort`,
      },
    },
  }),
})
