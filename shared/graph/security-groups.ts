/** Which security groups guard an element, and what they let in. */
import { referencesIn } from '../design/references'
import { securityGroup } from '../elements/security-group'
import { hasPlaceholder } from '../elements/view'
import type { Graph } from './graph'
import { namedBy } from './named'
import { query } from './query'
import { specOf } from './spec'

/**
 * The drawn security groups that an element names. Undefined when it names none (the VPC's default one guards it, of
 * which a drawing says nothing), or when one of them is not drawn.
 */
export const securityGroupsOf = query((graph, id: string): readonly string[] | undefined => {
  const { ids, others } = namedBy(graph, id, securityGroup.kind)
  return ids.length > 0 && others.length === 0 ? ids : undefined
})

export interface Traffic {
  readonly port: number
  /** `tcp` when left out. */
  readonly protocol?: 'tcp' | 'udp'
  /** The security groups that guard the sender; `anywhere`: everybody on the internet. */
  readonly from: readonly string[] | 'anywhere'
}

/**
 * Does one of some security groups let that traffic in? Undefined where a group says nothing about what comes in, or
 * where a range, a prefix list or a placeholder may cover the sender.
 */
export function admits(graph: Graph, groups: readonly string[], traffic: Traffic): boolean | undefined {
  let open = false
  for (const group of groups) {
    const rules = specOf(graph, securityGroup, group)?.SecurityGroupIngress
    if (rules === undefined) open = true
    for (const rule of rules ?? []) {
      const match = lets(rule, traffic)
      if (match === true) return true
      if (match === undefined) open = true
    }
  }
  return open ? undefined : false
}

interface Rule {
  readonly IpProtocol?: string | undefined
  readonly FromPort?: number | undefined
  readonly ToPort?: number | undefined
  readonly CidrIp?: string | undefined
  readonly CidrIpv6?: string | undefined
  readonly SourceSecurityGroupId?: string | undefined
  readonly SourcePrefixListId?: string | undefined
}

function lets(rule: Rule, { port, protocol = 'tcp', from }: Traffic): boolean | undefined {
  const onPort = letsPort(rule, port, protocol)
  if (onPort === false) return false
  const sender = letsSender(rule, from)
  return sender === true && onPort === undefined ? undefined : sender
}

const PROTOCOL_NUMBERS = { tcp: '6', udp: '17' } as const

/** Does an inbound rule speak of a port? Undefined where it does not say which, or not yet. */
export function letsPort(rule: Rule, port: number, protocol: 'tcp' | 'udp'): boolean | undefined {
  const written = rule.IpProtocol?.toLowerCase()
  if (written === undefined || hasPlaceholder(written)) return undefined
  if (written === '-1') return true
  if (written !== protocol && written !== PROTOCOL_NUMBERS[protocol]) return false
  if (rule.FromPort === undefined || rule.ToPort === undefined) return undefined
  return rule.FromPort <= port && port <= rule.ToPort
}

function letsSender(rule: Rule, from: Traffic['from']): boolean | undefined {
  if (rule.CidrIp === '0.0.0.0/0' || rule.CidrIpv6 === '::/0') return true
  const source = rule.SourceSecurityGroupId
  if (from === 'anywhere') {
    // A known range or group is not everybody.
    return rule.SourcePrefixListId ? undefined : false
  }
  if (source) {
    const drawn = referencesIn(source)[0]?.id
    return drawn === undefined ? undefined : from.includes(drawn)
  }
  // The sender's addresses may be in the range.
  return undefined
}
