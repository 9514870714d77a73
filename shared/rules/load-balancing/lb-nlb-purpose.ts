import { webPorts, webProtocols } from '../../aws/facts/load-balancers'
import type { Element } from '../../design/design'
import { networkLoadBalancer } from '../../elements/network-load-balancer'
import { targetGroup } from '../../elements/target-group'
import { hasTrait } from '../../elements/traits'
import { type Graph, nameOf, outgoing } from '../../graph/graph'
import { specOf } from '../../graph/spec'
import { type Front, frontsOf, targetGroupServices } from '../../graph/traffic'
import { container, inSubnets, marked } from '../examples'
import { isAbsent } from '../reading'
import { defineRule, type Fix } from '../rule'
import { convertBalancer } from './convert'
import { behindNetworkBalancer, differing, listener } from './examples'
import { type Listener, listenersOf } from './listeners'
import { servingMappings } from './served'
import { lacksZones, placesOf } from './zones'

const REASONS = ['high-throughput', 'static-addresses', 'private-link'] as const
const TO_WEB = { TCP: 'HTTP', TLS: 'HTTPS' }
const TLS_PORT = 443

export const lbNlbPurpose = defineRule({
  id: 'lb-nlb-purpose',
  severity: 'advice',
  on: [networkLoadBalancer],
  needs: ['/Listeners'],
  title: 'For web traffic an Application Load Balancer is the usual choice',
  message:
    'Behind “{name}” there are web servers only; an Application Load Balancer knows paths, hosts and sign-in, or say what the Network one is for.',
  why: 'A Network Load Balancer passes connections on without reading them. It is the right one for very high throughput, fixed addresses, PrivateLink, and for what is not HTTP; web traffic gains from a load balancer that understands requests.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, graph, report }) {
    const listeners = listenersOf(spec)
    if (listeners.length === 0 || REASONS.some((one) => hasTrait(element, one))) return
    const fixed = spec.SubnetMappings?.some(
      (one) => one.AllocationId || one.PrivateIPv4Address || one.IPv6Address,
    )
    if (fixed || !listeners.every(isWeb)) return
    const served = servedBy(graph, id)
    if (served.length === 0 || !served.every(([service, front]) => isWebServer(graph, service, front))) return
    report({ at: '', values: { name: nameOf(graph, id) }, ...toApplication(graph, id, element, listeners) })
  },
  examples: () => ({
    valid: {
      'a database protocol': behindNetworkBalancer('TCP', 6379),
      'web servers with very high throughput': noted('high-throughput'),
      'web servers whose clients know the address': noted('static-addresses'),
      'web servers that are offered by PrivateLink': noted('private-link'),
      'fixed addresses': differing(behindNetworkBalancer('TCP', 80), {
        balancer: {
          Subnets: undefined,
          SubnetMappings: [{ SubnetId: 'subnet-0a1b2c3d4e5f60001', AllocationId: 'eipalloc-0a1b2c3d' }],
        },
      }),
      'nothing behind it': differing(behindNetworkBalancer('TCP', 80), { web: { loadBalancers: [] } }),
      'UDP, too': behindNetworkBalancer('TCP_UDP', 443),
    },
    invalid: {
      'a web server': { design: behindNetworkBalancer('TCP', 80), element: 'balancer', at: '' },
      'a container that says so': {
        design: differing(behindNetworkBalancer('TCP', 3000), {
          task: {
            containerDefinitions: [
              container({ portMappings: [{ name: 'http', containerPort: 3000, appProtocol: 'http' }] }),
            ],
          },
          balancer: { Listeners: [listener('TLS', 443, { Certificates: [{ CertificateArn: '<arn>' }] })] },
          targets: { HealthCheckProtocol: 'TCP' },
        }),
        element: 'balancer',
        at: '',
      },
      'TLS that the tasks decrypt': {
        design: behindNetworkBalancer('TCP', TLS_PORT),
        element: 'balancer',
        at: '',
      },
      'in one zone, which is not enough for an Application Load Balancer': {
        design: differing(behindNetworkBalancer('TCP', 80), {
          balancer: { Subnets: inSubnets.awsvpcConfiguration.subnets.slice(0, 1) },
        }),
        element: 'balancer',
        at: '',
      },
    },
  }),
})

function noted(trait: (typeof REASONS)[number]) {
  return marked(behindNetworkBalancer('TCP', 80), 'balancer', { traits: [trait] })
}

function isWeb({ protocol }: Listener): boolean {
  return protocol !== undefined && Object.hasOwn(TO_WEB, protocol)
}

/** What the load balancer sends to: entries of services. */
function servedBy(graph: Graph, balancer: string): readonly (readonly [service: string, Front])[] {
  const groups = new Set(outgoing(graph, balancer, 'forwards').map(({ to }) => to))
  return [...groups].flatMap((group) =>
    targetGroupServices(graph, group).flatMap((service) =>
      frontsOf(graph, service)
        .filter((front) => front.targetGroup === group)
        .map((front) => [service, front] as const),
    ),
  )
}

/** By what the port mapping says, else by the port, or by how health is checked. */
function isWebServer(graph: Graph, service: string, front: Front): boolean {
  const group = specOf(graph, targetGroup, front.targetGroup)
  if (group?.HealthCheckProtocol === 'HTTP' || group?.HealthCheckProtocol === 'HTTPS') return true
  if (webPorts.includes(front.containerPort ?? 0)) return true
  return servingMappings(graph, service, front).some(({ mapping }) =>
    webProtocols.includes(mapping.appProtocol ?? ''),
  )
}

/** Plain TCP on the port of HTTPS is TLS that the tasks decrypt: that would take a certificate. */
function toApplication(
  graph: Graph,
  id: string,
  element: Element,
  listeners: readonly Listener[],
): { readonly fix?: Fix } {
  const spec = specOf(graph, networkLoadBalancer, id)
  const places = spec && placesOf(graph, id, element, spec)
  if (!places || lacksZones(places)) return {}
  const passed = listeners.some(({ protocol, port }) => protocol === 'TCP' && port === TLS_PORT)
  const bare = listeners.some(({ protocol, members }) => protocol === 'TLS' && isAbsent(members.Certificates))
  const fix = passed || bare ? undefined : convertBalancer(graph, id, 'application', TO_WEB)
  return fix ? { fix } : {}
}
