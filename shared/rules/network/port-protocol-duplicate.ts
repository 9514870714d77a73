import { taskDefinition } from '../../elements/task-definition'
import { container as containerOf, onFargate } from '../examples'
import { frontsTo, portMappingsOf, protocolOf } from '../ports'
import { containerName } from '../reading'
import { defineRule } from '../rule'
import { ec2Containers, fargatePorts, SECOND } from './examples'

export const portProtocolDuplicate = defineRule({
  id: 'port-protocol-duplicate',
  severity: 'warning',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/portMappings'],
  title: 'A container publishes a port for tcp or for udp, not for both',
  message:
    'Container “{container}” publishes port {port} for tcp and for udp; no load balancer takes it then. Think of two ports or two services.',
  why: 'ECS finds a load balancer’s container port by its number alone and refuses a number that stands in two mappings. AWS once announced that registration would fail as well; today it is seen to succeed.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
      checked: '2026-11-26',
    },
    { ref: 'ERR:aws/amazon-ecs-agent#3428', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    const protocols = new Map<string, string>()
    for (const { mapping, at, container, index } of portMappingsOf(spec)) {
      const protocol = protocolOf(mapping)
      const port = mapping.containerPort
      if (port === undefined || protocol === undefined) continue
      const key = `${index} ${port}`
      const first = protocols.get(key)
      if (first === undefined) protocols.set(key, protocol)
      // Where a load balancer does send there, lb-port-two-protocols reports it to the service.
      else if (first !== protocol && frontsTo(graph, id, index, port).length === 0) {
        const values = { port, container: containerName(container.name, index) }
        report({ at: `${at}/containerPort`, values })
      }
    }
  },
  examples: () => ({
    valid: {
      'udp alone': fargatePorts({ containerPort: 53, protocol: 'udp' }),
      'two ports': fargatePorts({ containerPort: 53 }, { containerPort: 5353, protocol: 'udp' }),
      'behind a load balancer, where lb-port-two-protocols reports it': onFargate(
        { loadBalancers: [{ targetGroupArn: '<targets>', containerName: 'web', containerPort: 53 }] },
        {
          containerDefinitions: [
            containerOf({ portMappings: [{ containerPort: 53 }, { containerPort: 53, protocol: 'udp' }] }),
          ],
        },
      ),
      'two containers': ec2Containers([[{ containerPort: 53 }], [{ containerPort: 53, protocol: 'udp' }]]),
    },
    invalid: {
      'a DNS server': {
        design: fargatePorts({ containerPort: 53, protocol: 'tcp' }, { containerPort: 53, protocol: 'udp' }),
        element: 'task',
        at: `${SECOND}/containerPort`,
      },
    },
  }),
})
