import { dynamicPortRanges } from '../../aws/facts/ports'
import { valueAt } from '../../basics/json'
import type { Element, Spec } from '../../design/design'
import { refer } from '../../design/references'
import { securityGroup } from '../../elements/security-group'
import { type Graph, incoming, nameOf, outgoing, targetOf } from '../../graph/graph'
import { letsPort } from '../../graph/security-groups'
import { type Front, frontsOf, kindOfBalancer } from '../../graph/traffic'
import { say } from '../../texts/text'
import { drawing, element } from '../examples'
import { protocolOf, staticHostPort } from '../ports'
import { givesOwnInterface } from '../reading'
import { defineRule, type Fix } from '../rule'
import { balancer, group, listener, onFargate, onInstances, open } from './examples'
import { servicesBehind } from './guarded'
import { isOpen, isOpenItem } from './inbound'

type InboundRule = Parameters<typeof letsPort>[0]

export const secOpenSecurityGroup = defineRule({
  id: 'sec-open-security-group',
  severity: 'warning',
  on: [securityGroup],
  needs: ['/SecurityGroupIngress'],
  title: 'Tasks behind a load balancer admit only the load balancer',
  message:
    'Everybody on the internet may reach “{service}” on port {port} past “{balancer}”; admit only the load balancer’s security group.',
  why: 'A load balancer ends TLS, spreads the load and may carry a web ACL. All of that is worth nothing to a task that can be reached directly. A rule with the load balancer’s security group for its source stays right when addresses change.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html',
      checked: '2026-11-21',
    },
    { ref: 'ACR:ecs-infrastructure-patterns', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    for (const [index, rule] of (spec.SecurityGroupIngress ?? []).entries()) {
      const exposed = isOpen(rule) ? exposedBy(graph, id, rule) : undefined
      if (!exposed) continue
      const { runner, balancer, port } = exposed
      const fix = admitBalancer(graph, id, index, balancer)
      report({
        at: `/SecurityGroupIngress/${index}`,
        values: { service: nameOf(graph, runner), balancer: nameOf(graph, balancer), port },
        ...(fix && { fix }),
      })
    }
  },
  examples: () => ({
    valid: {
      'the load balancer’s group only': behindBalancer(onFargate, {
        IpProtocol: 'tcp',
        FromPort: 8080,
        ToPort: 8080,
        SourceSecurityGroupId: '@{outer}',
      }),
      'another port': behindBalancer(onFargate, open(9000)),
      'no load balancer in front': drawing({
        ...onFargate,
        targets: element('target-group', { Name: 'web', Protocol: 'HTTP', Port: 8080, TargetType: 'ip' }),
        inner: group([open(8080)]),
      }),
      'a Network Load Balancer without a group, whose clients come with their own addresses': drawing({
        ...onFargate,
        inner: group([open(8080)]),
        targets: element('target-group', { Name: 'web', Protocol: 'TCP', Port: 8080, TargetType: 'ip' }),
        front: element('network-load-balancer', { Name: 'web', Listeners: [listener('TCP')] }),
      }),
    },
    invalid: {
      'tasks with interfaces of their own': {
        design: behindBalancer(onFargate, open(8080)),
        element: 'inner',
        at: '/SecurityGroupIngress/0',
      },
      'a container instance with a fixed port': {
        design: behindBalancer(onInstances(80), { IpProtocol: '-1', CidrIpv6: '::/0' }),
        element: 'inner',
        at: '/SecurityGroupIngress/0',
      },
      'a container instance with dynamic ports': {
        design: behindBalancer(onInstances(0), {
          IpProtocol: 'tcp',
          FromPort: 1024,
          ToPort: 65535,
          CidrIp: '0.0.0.0/0',
        }),
        element: 'inner',
        at: '/SecurityGroupIngress/0',
      },
      'a group that guards the load balancer, too': {
        design: drawing({
          ...onFargate,
          ...balancer('@{inner}'),
          inner: group([open(8080)]),
        }),
        element: 'inner',
        at: '/SecurityGroupIngress/0',
      },
    },
  }),
})

interface Exposed {
  readonly runner: string
  readonly balancer: string
  readonly port: number
}

/** The first service that an inbound rule lets everybody reach although a load balancer is there for that. */
function exposedBy(graph: Graph, group: string, rule: InboundRule): Exposed | undefined {
  for (const runner of servicesBehind(graph, group)) {
    const own = givesOwnInterface(graph, runner) === true
    for (const front of frontsOf(graph, runner)) {
      const balancer = front.loadBalancers.find((one) => hasOwnGroup(graph, one))
      const port = portsOf(front, own).find((one) => letsPort(rule, one, protocol(front)) === true)
      if (balancer !== undefined && port !== undefined) return { runner, balancer, port }
    }
  }
  return undefined
}

/** A Network Load Balancer without a security group can’t be named as a source. The others always have one. */
function hasOwnGroup(graph: Graph, balancer: string): boolean {
  return kindOfBalancer(graph, balancer) !== 'network' || outgoing(graph, balancer, 'guarded-by').length > 0
}

function protocol({ mapping }: Front): 'tcp' | 'udp' {
  return (mapping && protocolOf(mapping)) ?? 'tcp'
}

/** The ports on which the load balancer reaches the tasks; of a range one is enough. */
function portsOf({ containerPort, mapping }: Front, ownInterface: boolean): readonly number[] {
  if (containerPort === undefined) return []
  if (ownInterface || !mapping) return [containerPort]
  const fixed = staticHostPort(mapping)
  return fixed === undefined ? dynamicPortRanges.map(({ first }) => first) : [fixed]
}

/** Undefined where the same group guards the load balancer, which everybody may reach. */
function admitBalancer(graph: Graph, group: string, index: number, balancer: string): Fix | undefined {
  const source = targetOf(graph, balancer, 'guarded-by')
  const guarded = incoming(graph, group, 'guarded-by')
  if (source === undefined || guarded.some(({ from }) => kindOfBalancer(graph, from) !== undefined))
    return undefined
  return {
    title: say`Admit only security group “${nameOf(graph, source)}”`,
    apply: (draft) => {
      const item = valueAt(draft.elements[group]?.spec, `/SecurityGroupIngress/${index}`)
      if (!isOpenItem(item)) return
      delete item.CidrIp
      delete item.CidrIpv6
      item.SourceSecurityGroupId = refer(source)
    },
  }
}

function behindBalancer(elements: Readonly<Record<string, Element>>, rule: Spec) {
  const targetType = elements.instances ? 'instance' : 'ip'
  const outer = group([open(80)], 'outer')
  return drawing({ ...elements, ...balancer('@{outer}', targetType), outer, inner: group([rule]) })
}
