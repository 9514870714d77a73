/** What rules ask about the listeners of a load balancer, of any kind. */
import { joinTexts } from '../../basics/convert'
import { membersAt } from '../../basics/members'
import { memoLast } from '../../basics/memo'

/** A listener, as far as load balancers of all kinds have it in common. */
export interface Listener {
  readonly at: string
  readonly protocol: string | undefined
  /** A Classic Load Balancer's has another name. */
  readonly port: number | undefined
  /** "HTTPS 443", for messages. */
  readonly name: string
  readonly members: Readonly<Record<string, unknown>>
}

export const listenersOf: (spec: object) => readonly Listener[] = memoLast((spec: object) =>
  membersAt(spec, '/Listeners/*').map(({ value, at }, index) => {
    const members = value as Readonly<Record<string, unknown>>
    const protocol = members.Protocol
    const port = members.Port ?? members.LoadBalancerPort
    return {
      at,
      protocol: typeof protocol === 'string' ? protocol : undefined,
      port: typeof port === 'number' ? port : undefined,
      name: joinTexts([protocol, port], ' ') || `number ${index + 1}`,
      members,
    }
  }),
)

/** The default actions of a listener, and those of its rules. */
export function actionsOf({ members }: Listener): readonly Readonly<Record<string, unknown>>[] {
  return [...membersAt(members, '/DefaultActions/*'), ...membersAt(members, '/Rules/*/Actions/*')].map(
    ({ value }) => value as Readonly<Record<string, unknown>>,
  )
}
