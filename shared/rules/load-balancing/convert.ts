/** Making one kind of load balancer of another in its place: lines, name and subnets stay. */
import { balancerProtocols } from '../../aws/facts/load-balancers'
import { toText } from '../../basics/convert'
import { isObject } from '../../basics/json'
import { own } from '../../basics/own'
import type { Element } from '../../design/design'
import type { DesignDraft } from '../../design/edit'
import { objectsAt } from '../../elements/parts/reading'
import { targetGroup } from '../../elements/target-group'
import { type Graph, incoming, nameOf, outgoing } from '../../graph/graph'
import { specOf } from '../../graph/spec'
import { targetGroupUsers } from '../../graph/traffic'
import { say } from '../../texts/text'
import { isAbsent } from '../reading'
import type { Fix } from '../rule'
import { balancerKinds, balancerLabels, type NewBalancer } from './new-balancer'

/** The new protocol of each old one, for listeners and target groups alike. */
export type Protocols = Readonly<Record<string, string>>

/** What a listener has beside protocol, port and actions, and only some protocols know. */
const ENCRYPTION = ['Certificates', 'SslPolicy', 'AlpnPolicy', 'MutualAuthentication']

/**
 * Undefined where that is not the whole of it: a load balancer that exists, listeners with rules or without a new
 * protocol, target groups that others share, or a firewall that only Application Load Balancers have.
 */
export function convertBalancer(
  graph: Graph,
  id: string,
  as: NewBalancer,
  protocols: Protocols,
): Fix | undefined {
  const element = graph.element(id)
  const groups = [...new Set(outgoing(graph, id, 'forwards').map(({ to }) => to))]
  if (!element || element.existing || groups.length === 0) return undefined
  if (!listenersFit(element, protocols) || incoming(graph, id, 'protects').length > 0) return undefined
  if (!groups.every((group) => groupFits(graph, group, id, protocols))) return undefined
  return {
    title: say`Make “${nameOf(graph, id)}” ${balancerLabels[as]}`,
    apply: (draft) => {
      if (draft.elements[id]?.kind === balancerKinds[as]) return
      convert(draft, id, as, protocols)
      for (const group of groups) convertGroup(draft, group, protocols)
    },
  }
}

/** One plain forward for each listener. */
function listenersFit({ spec }: Element, protocols: Protocols): boolean {
  return objectsAt(spec, '/Listeners').every(([, listener]) => {
    const actions = objectsAt(listener, '/DefaultActions')
    const plain = actions.length === 1 && actions[0]?.[1].Type === 'forward'
    return plain && isAbsent(listener.Rules) && Object.hasOwn(protocols, toText(listener.Protocol))
  })
}

function groupFits(graph: Graph, group: string, balancer: string, protocols: Protocols): boolean {
  const spec = specOf(graph, targetGroup, group)
  const mine = targetGroupUsers(graph, group).every((user) => user.loadBalancer === balancer)
  const exists = graph.element(group)?.existing !== undefined
  return mine && !exists && Object.hasOwn(protocols, spec?.Protocol ?? '')
}

function convert(draft: DesignDraft, id: string, as: NewBalancer, protocols: Protocols): void {
  const element = draft.elements[id]
  if (!element) return
  element.kind = balancerKinds[as]
  if (element.spec.Type !== undefined) element.spec.Type = as
  for (const [, listener] of objectsAt(element.spec, '/Listeners')) {
    const protocol = protocolOf(protocols, listener.Protocol)
    listener.Protocol = protocol
    const kept = protocol === 'HTTPS' || protocol === 'TLS' ? ['Certificates', 'SslPolicy'] : []
    for (const member of ENCRYPTION) if (!kept.includes(member)) delete listener[member]
  }
}

function convertGroup(draft: DesignDraft, group: string, protocols: Protocols): void {
  const spec = draft.elements[group]?.spec
  if (!isObject(spec)) return
  const protocol = protocolOf(protocols, spec.Protocol)
  spec.Protocol = protocol
  if (balancerProtocols.application.group.some((one) => one === protocol)) {
    // HTTP is what is asked by default there, and TCP can't be.
    if (spec.HealthCheckProtocol === 'TCP') delete spec.HealthCheckProtocol
    return
  }
  delete spec.ProtocolVersion
  // TCP is what is asked by default there, without a path.
  if (spec.HealthCheckProtocol !== undefined) return
  delete spec.HealthCheckPath
  delete spec.Matcher
}

/** What a protocol becomes; a word that is none becomes nothing, whatever it is. */
function protocolOf(protocols: Protocols, from: unknown): Protocols[string] | undefined {
  return own(protocols, toText(from))
}
