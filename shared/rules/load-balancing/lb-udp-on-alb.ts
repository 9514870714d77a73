import { applicationLoadBalancer } from '../../elements/application-load-balancer'
import { service as serviceKind } from '../../elements/service'
import { type Graph, nameOf } from '../../graph/graph'
import { specOf } from '../../graph/spec'
import { type Front, frontsOf } from '../../graph/traffic'
import { say } from '../../texts/text'
import { behindBalancer, container, element } from '../examples'
import { protocolOf } from '../ports'
import { defineRule, type Fix } from '../rule'
import { convertBalancer } from './convert'
import { behindNetworkBalancer, differing, listener, withElements } from './examples'
import { servingMappings } from './served'

const PORT = '/loadBalancers/0/containerPort'

/** Each listener and group of the load balancer is for the one UDP port. */
const TO_UDP = { HTTP: 'UDP', HTTPS: 'UDP' }

export const lbUdpOnAlb = defineRule({
  id: 'lb-udp-on-alb',
  severity: 'error',
  on: [serviceKind],
  needs: ['/loadBalancers'],
  title: 'UDP needs a Network Load Balancer',
  message:
    'Port {port} of “{container}” is UDP, which an Application Load Balancer does not carry; use a Network Load Balancer.',
  why: 'An Application Load Balancer reads HTTP requests, which come over TCP. Datagrams pass a Network Load Balancer, with a listener and a target group for UDP.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    if (!spec.loadBalancers) return
    for (const front of frontsOf(graph, id)) {
      if (front.kind !== 'application') continue
      const mappings = servingMappings(graph, id, front)
      // Mapped for tcp as well it is lb-port-two-protocols.
      if (mappings.length === 0 || mappings.some(({ mapping }) => protocolOf(mapping) !== 'udp')) continue
      report({
        at: `${front.pointer}/containerPort`,
        values: { port: front.containerPort ?? '', container: front.containerName ?? '' },
        ...toNetwork(graph, front),
      })
    }
  },
  examples: () => ({
    valid: {
      'tcp behind an Application Load Balancer': behindBalancer(),
      'udp behind a Network Load Balancer': behindNetworkBalancer('UDP', 53),
      'a placeholder': udp('<protocol>'),
    },
    invalid: {
      'udp behind an Application Load Balancer': { design: udp('udp'), element: 'web', at: PORT },
      'udp behind one that serves others, too': {
        design: withElements(
          differing(udp('udp'), {
            balancer: {
              Listeners: [
                listener('HTTP', 80, {
                  Rules: [{ Priority: 1, Actions: [{ Type: 'forward', TargetGroupArn: '@{other}' }] }],
                }),
              ],
            },
          }),
          { other: element('target-group', { Name: 'other', Protocol: 'HTTP', Port: 80, VpcId: '<vpc>' }) },
        ),
        element: 'web',
        at: PORT,
      },
    },
  }),
})

function udp(protocol: string) {
  return differing(behindBalancer(), {
    task: { containerDefinitions: [container({ portMappings: [{ containerPort: 80, protocol }] })] },
  })
}

/** A Network Load Balancer with addresses of both versions takes UDP only under further conditions. */
function toNetwork(graph: Graph, { loadBalancers, listeners }: Front): { readonly fix?: Fix } {
  const [only, ...others] = loadBalancers
  const spec = specOf(graph, applicationLoadBalancer, only)
  if (only === undefined || others.length > 0 || !spec || listeners.length !== spec.Listeners?.length)
    return {}
  if ((spec.IpAddressType ?? 'ipv4') !== 'ipv4') return {}
  const fix = convertBalancer(graph, only, 'network', TO_UDP)
  return fix
    ? { fix: { ...fix, title: say`Make “${nameOf(graph, only)}” a Network Load Balancer for UDP` } }
    : {}
}
