/** The lines between security groups: who may reach whom. */

import { joinTexts } from '../../basics/convert'
import { valueAt } from '../../basics/json'
import { type Text, term } from '../../texts/text'
import type { Relation } from '../kind'
import { append, dropItem } from './editing'
import { above } from './reading'

/** A line admits all traffic of the other group; the inspector narrows it to ports. */
export const securityGroupRelations: readonly Relation[] = [
  { path: '/VpcId', to: ['vpc'], meaning: 'in-network', draw: 'inside' },
  {
    path: '/SecurityGroupIngress/*/SourceSecurityGroupId',
    to: ['security-group'],
    meaning: 'admits',
    draw: 'line',
    flow: 'in',
    connect: (spec, { reference }) =>
      append(spec, 'SecurityGroupIngress', { IpProtocol: '-1', SourceSecurityGroupId: reference }),
    disconnect: dropItem,
    label: portsLabel,
  },
  {
    path: '/SecurityGroupEgress/*/DestinationSecurityGroupId',
    to: ['security-group'],
    meaning: 'sends',
    draw: 'line',
    drawable: false,
    disconnect: dropItem,
    label: portsLabel,
  },
]

/** `tcp 8080`, `udp 53-60`, `all traffic`. */
function portsLabel(spec: Readonly<Record<string, unknown>>, pointer: string): Text | undefined {
  const rule = above(pointer)
  const protocol = valueAt(spec, `${rule}/IpProtocol`)
  const from = valueAt(spec, `${rule}/FromPort`)
  const to = valueAt(spec, `${rule}/ToPort`)
  if (protocol === '-1') return term('all traffic')
  const ports =
    from === undefined || to === undefined || from === to ? (from ?? to) : joinTexts([from, to], '-')
  return joinTexts([protocol, ports], ' ') || undefined
}
