import { balancerProtocols, networkPairs } from '../../aws/facts/load-balancers'
import { toText } from '../../basics/convert'
import { own } from '../../basics/own'
import { targetGroup } from '../../elements/target-group'
import { type Graph, nameOf } from '../../graph/graph'
import {
  type BalancerKind,
  balancerKind,
  frontsOf,
  targetGroupServices,
  targetGroupUsers,
} from '../../graph/traffic'
import { say } from '../../texts/text'
import { behindBalancer, element } from '../examples'
import { setMembers } from '../fixes'
import { vpcIdFor } from '../fixes-load-balancing'
import { isUnknown, isWritten } from '../reading'
import { defineRule, type Fix } from '../rule'
import { behindNetworkBalancer, differing, ELSEWHERE, network, withElements } from './examples'

const MEMBERS = ['Protocol', 'Port', 'VpcId'] as const
type Member = (typeof MEMBERS)[number]

export const lbTargetGroupFields = defineRule({
  id: 'lb-target-group-fields',
  severity: 'error',
  on: [targetGroup],
  yieldsTo: ['lb-vpc-mismatch'],
  title: 'A target group has a protocol, a port and a VPC',
  message: 'Target group “{group}” has no {missing}; fill it in.',
  why: 'A target group says how and where its targets are reached, and in which VPC they are. Only one for a Lambda function needs none of it; CreateTargetGroup refuses any other without the three.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html',
      checked: '2026-11-26',
    },
    { ref: 'E3681', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    const { TargetType: type } = spec
    if (element.existing || type === 'lambda' || isUnknown(type)) return
    const missing = MEMBERS.filter((member) => !isWritten(element, `/${member}`))
    const [first] = missing
    if (first === undefined) return
    report({
      at: `/${first}`,
      values: { group: nameOf(graph, id), missing: missing.join(', ') },
      ...fillIn(graph, id, missing),
    })
  },
  examples: () => ({
    valid: {
      'all three': behindBalancer(),
      'a Lambda function': differing(behindBalancer(), {
        targets: { TargetType: 'lambda', Protocol: undefined, Port: undefined, VpcId: undefined },
      }),
      placeholders: differing(behindBalancer(), { targets: { Port: '<port>', VpcId: '<vpc>' } }),
      'a group that exists, of which only the ARN is known': withElements(behindBalancer(), {
        targets: element('target-group', {}, { existing: { arn: ELSEWHERE } }),
      }),
    },
    invalid: {
      'no VPC, and none drawn': {
        design: differing(behindBalancer(), { targets: { VpcId: undefined } }),
        element: 'targets',
        at: '/VpcId',
      },
      'no VPC, where the tasks are in one': {
        design: differing(
          withElements(
            behindBalancer({ networkConfiguration: { awsvpcConfiguration: { subnets: ['@{subnet-a}'] } } }),
            network,
          ),
          { targets: { VpcId: undefined }, balancer: { Subnets: ['@{subnet-a}', '@{subnet-b}'] } },
        ),
        element: 'targets',
        at: '/VpcId',
      },
      'nothing at all, behind a Network Load Balancer': {
        design: differing(behindNetworkBalancer(), {
          targets: { Protocol: undefined, Port: undefined, VpcId: undefined },
        }),
        element: 'targets',
        at: '/Protocol',
      },
      'no protocol, and nothing that tells which': {
        design: {
          ...behindBalancer(),
          elements: {
            targets: element('target-group', { Name: 'web', Port: 80, VpcId: 'vpc-0a1b2c3d4e5f60001' }),
          },
        },
        element: 'targets',
        at: '/Protocol',
      },
    },
  }),
})

/** From what stands on either side of the group; no fix where neither tells. */
function fillIn(graph: Graph, id: string, missing: readonly Member[]): { readonly fix?: Fix } {
  const services = targetGroupServices(graph, id)
  const users = targetGroupUsers(graph, id)
  const ports = services.flatMap((one) =>
    frontsOf(graph, one).flatMap((front) => (front.targetGroup === id ? (front.containerPort ?? []) : [])),
  )
  const known: Readonly<Record<Member, string | number | undefined>> = {
    Protocol: protocolFor(balancerKind(graph, id), users[0]?.protocol),
    Port: ports[0] ?? users[0]?.port,
    VpcId: vpcIdFor(graph, [id, ...services, ...users.map((user) => user.loadBalancer)]),
  }
  if (missing.some((member) => known[member] === undefined)) return {}
  const members = Object.fromEntries(missing.map((member) => [`/${member}`, known[member]]))
  const said = missing.map((member) => `${member} ${nameIn(graph, known[member])}`).join(', ')
  return { fix: setMembers(say`Fill in ${said}`, id, members) }
}

/** What the listener in front can forward to, else what its load balancer speaks. */
function protocolFor(kind: BalancerKind | undefined, listener: string | undefined): string | undefined {
  if (kind === undefined || kind === 'classic') return undefined
  const pair = kind === 'network' && listener !== undefined ? own(networkPairs, listener) : undefined
  return pair?.[0] ?? balancerProtocols[kind].group[0]
}

/** A reference is shown by the name of what it stands for. */
function nameIn(graph: Graph, value: string | number | undefined): string {
  const id = /^@\{([^}]+)\}$/.exec(toText(value))?.[1]
  return id === undefined ? toText(value) : `“${nameOf(graph, id)}”`
}
