/** A load balancer that a conversion reads: whether it goes with its service, and what is said of its members. */
import { objectsAt } from '../../elements/parts/reading'
import { outgoing } from '../../graph/graph'
import { became, implied, lost, type Source, source } from '../conversion'
import type { Making } from './making'

/** Nothing else is behind it, so that it goes with its service, and each of its members is told of. */
export function balancerSource(making: Making, id: string, replaced: string[]): Source {
  const { graph, tracker } = making
  const spec = graph.element(id)?.spec ?? {}
  const own = outgoing(graph, id, 'forwards').every(({ to }) => replaced.includes(to))
  if (!own) return { element: id, spec }
  replaced.push(id)
  return source(tracker, id, spec)
}

/** What the controller does by itself, and what its annotations say. */
export function tellBalancer(making: Making, from: Source, object: string, prefix: string): void {
  const { tracker } = making
  const at = (name: string) => `/metadata/annotations/${prefix.replaceAll('/', '~1')}${name}`
  implied(tracker, from, '/Name', '/Type', '/IpAddressType')
  became(tracker, from, '/Scheme', [object, at('scheme'), from.spec.Scheme])
  became(tracker, from, '/Subnets', [object, at('subnets'), from.spec.Subnets])
  became(tracker, from, '/SecurityGroups', [object, at('security-groups'), from.spec.SecurityGroups])
  became(tracker, from, '/Attributes', [object, at('load-balancer-attributes'), from.spec.Attributes])
  lost(
    tracker,
    from,
    '/SubnetMappings',
    'The controller takes subnets, and Elastic IP addresses by an annotation of their own.',
  )
  lost(tracker, from, '/Tags', 'The controller tags what it makes; say which tags by its annotation “tags”.')
  for (const [index] of objectsAt(from.spec, '/Listeners')) {
    const listener = `/Listeners/${index}`
    for (const member of ['Protocol', 'Port', 'Certificates', 'SslPolicy'])
      became(tracker, from, `${listener}/${member}`, [object, at(PLACES[member] ?? ''), member])
  }
}

const PLACES: Readonly<Record<string, string>> = {
  Protocol: 'listen-ports',
  Port: 'listen-ports',
  Certificates: 'certificate-arn',
  SslPolicy: 'ssl-policy',
}
