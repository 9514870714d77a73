/** What a fix makes of a new load balancer and a new target group: complete, with placeholders for what only people know. */
import { LEAST_ZONES } from '../../aws/facts/load-balancers'
import type { Spec } from '../../design/design'
import { refer } from '../../design/references'
import { elementsOfKind, type Graph } from '../../graph/graph'
import { routing, vpcOf, zoneOf } from '../../graph/network'

export const balancerKinds = {
  application: 'application-load-balancer',
  network: 'network-load-balancer',
} as const

/** Said in titles of fixes. */
export const balancerLabels = {
  application: 'an Application Load Balancer',
  network: 'a Network Load Balancer',
} as const

export type NewBalancer = keyof typeof balancerKinds

export const NEW_CERTIFICATE = '<certificate-arn>'

const NEW_SUBNETS = ['<subnet-in-one-zone>', '<subnet-in-another-zone>']

/** Public subnets of an element's VPC, one for each zone, where the drawing has two at least; else placeholders. */
export function subnetsFor(graph: Graph, id: string): readonly string[] {
  const vpc = vpcOf(graph, id)
  const byZone = new Map<string, string>()
  for (const subnet of elementsOfKind(graph, 'subnet')) {
    const zone = zoneOf(graph, subnet)
    const fits = vpc !== undefined && vpcOf(graph, subnet) === vpc && routing(graph, subnet) === 'public'
    if (fits && zone !== undefined && !byZone.has(zone)) byZone.set(zone, refer(subnet))
  }
  return byZone.size >= LEAST_ZONES ? [...byZone.values()] : NEW_SUBNETS
}

/** A listener that forwards to a target group; one that decrypts gets a certificate to be filled in. */
export function listenerTo(group: string, Protocol: string, Port: number, certificate?: string): Spec {
  const encrypted = Protocol === 'HTTPS' || Protocol === 'TLS'
  return {
    Protocol,
    Port,
    ...(encrypted && { Certificates: [{ CertificateArn: certificate ?? NEW_CERTIFICATE }] }),
    DefaultActions: [{ Type: 'forward', TargetGroupArn: refer(group) }],
  }
}
