import { service as serviceKind } from '../../elements/service'
import { frontsOf } from '../../graph/traffic'
import { container, registered } from '../examples'
import { protocolOf } from '../ports'
import { defineRule } from '../rule'
import { behindNetworkBalancer, differing } from './examples'
import { servingMappings } from './served'

const PORT = '/loadBalancers/0/containerPort'

export const lbPortTwoProtocols = defineRule({
  id: 'lb-port-two-protocols',
  severity: 'error',
  on: [serviceKind],
  needs: ['/loadBalancers'],
  title: 'A load balancer’s port is mapped for one protocol',
  message:
    'Port {port} of “{container}” is mapped for tcp and for udp, so the load balancer can’t use it; keep one of them, or make it two services.',
  why: 'An entry names a container and a port, and no protocol. Where the container maps the port for both, ECS can’t tell which of them to register, and the service’s tasks never get into the target group.',
  sources: [
    { ref: 'ERR:aws/amazon-ecs-agent#3428', checked: '2026-11-21' },
    { ref: 'ERR:terraform-aws-modules/terraform-aws-ecs#89', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    if (!spec.loadBalancers) return
    for (const front of frontsOf(graph, id)) {
      const protocols = new Set(servingMappings(graph, id, front).map(({ mapping }) => protocolOf(mapping)))
      if (!protocols.has('tcp') || !protocols.has('udp')) continue
      const { containerName: name = '', containerPort: port = '' } = front
      report({ at: `${front.pointer}/containerPort`, values: { container: name, port } })
    }
  },
  examples: () => ({
    valid: {
      'udp only': dns([{ containerPort: 53, protocol: 'udp' }]),
      'the other protocol on another port': dns([
        { containerPort: 53, protocol: 'udp' },
        { containerPort: 8080, protocol: 'tcp' },
      ]),
      'a placeholder': dns([
        { containerPort: 53, protocol: 'udp' },
        { containerPort: 53, protocol: '<protocol>' },
      ]),
      'both, on a port that no load balancer uses': differing(
        dns([
          { containerPort: 53, protocol: 'udp' },
          { containerPort: 53, protocol: 'tcp' },
          { containerPort: 8080 },
        ]),
        { web: { loadBalancers: [{ ...registered, containerPort: 8080 }] } },
      ),
    },
    invalid: {
      'tcp and udp': {
        design: dns([
          { containerPort: 53, protocol: 'tcp' },
          { containerPort: 53, protocol: 'udp' },
        ]),
        element: 'web',
        at: PORT,
      },
      'the protocol left out, which means tcp': {
        design: dns([{ containerPort: 53 }, { containerPortRange: '50-60', protocol: 'udp' }]),
        element: 'web',
        at: PORT,
      },
    },
  }),
})

function dns(portMappings: readonly Readonly<Record<string, unknown>>[]) {
  return differing(behindNetworkBalancer('UDP', 53), {
    task: { containerDefinitions: [container({ portMappings })] },
  })
}
