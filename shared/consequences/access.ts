/** Opening the one port that a line needs, from the groups that guard its one end to those that guard the other. */

import { type Graph, nameOf } from '../graph/graph'
import { admits } from '../graph/security-groups'
import { admit } from '../rules/fixes-security-groups'
import { say, type Text } from '../texts/text'
import type { Consequence } from './consequence'

const SECURITY_GROUPS = 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'

interface Opening {
  readonly id: string
  readonly port: number
  readonly protocol?: 'tcp' | 'udp'
  /** Groups that guard the sender. */
  readonly from: readonly string[]
  /** Groups that guard the receiver; the rule goes into the first. */
  readonly to: readonly string[]
  readonly reason: Text
}

/** Nothing where the port is open already. */
export function openPort(graph: Graph, opening: Opening): readonly Consequence[] {
  const { id, port, protocol = 'tcp', from, to, reason } = opening
  const [group] = to
  const [source] = from
  if (group === undefined || source === undefined) return []
  if (admits(graph, to, { port, protocol, from }) === true) return []
  const what = `${protocol.toUpperCase()} ${port}`
  return [
    {
      id,
      title: say`Let ${what} from “${nameOf(graph, source)}” into “${nameOf(graph, group)}”`,
      reason,
      source: SECURITY_GROUPS,
      apply: (draft) => admit(draft, group, source, { first: port, last: port }, protocol),
    },
  ]
}
