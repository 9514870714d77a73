import { balancerProtocols, networkPairs } from '../../aws/facts/load-balancers'
import { toText } from '../../basics/convert'
import { valueAt } from '../../basics/json'
import { own } from '../../basics/own'
import { applicationLoadBalancer } from '../../elements/application-load-balancer'
import { gatewayLoadBalancer } from '../../elements/gateway-load-balancer'
import { networkLoadBalancer } from '../../elements/network-load-balancer'
import { targetGroup } from '../../elements/target-group'
import { type Graph, nameOf, outgoing } from '../../graph/graph'
import { specOf } from '../../graph/spec'
import { kindOfBalancer } from '../../graph/traffic'
import { inWords } from '../../texts/text'
import { behindBalancer, element } from '../examples'
import { isKnown } from '../reading'
import { defineRule } from '../rule'
import { behindNetworkBalancer, differing, forwardTo, listener, withElements } from './examples'
import { listenersOf } from './listeners'

const FORWARD = '/Listeners/0/DefaultActions/0/TargetGroupArn'

export const lbListenerProtocol = defineRule({
  id: 'lb-listener-protocol',
  severity: 'error',
  on: [applicationLoadBalancer, networkLoadBalancer, gatewayLoadBalancer],
  needs: ['/Listeners'],
  title: 'Listeners and target groups speak a protocol that their load balancer has',
  message: '“{balancer}” does not speak {protocol}; use one of {protocols}.',
  variants: {
    gateway: 'The listener of Gateway Load Balancer “{balancer}” takes no protocol; leave {protocol} out.',
    group:
      'Target group “{group}” has protocol {protocol}, and “{balancer}” sends {protocols}; change the protocol, or the load balancer.',
    pair: 'A {listener} listener forwards to target groups with {protocols}, and “{group}” has {protocol}.',
  },
  why: 'An Application Load Balancer reads HTTP requests, a Network one passes on TCP, TLS, UDP and QUIC, a Gateway one wraps packets in GENEVE. Each refuses listeners and target groups of the others’ protocols, and a listener for two transports needs a group for both.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    const kind = kindOfBalancer(graph, id)
    if (!spec.Listeners || kind === undefined || kind === 'classic') return
    const speaks = balancerProtocols[kind]
    const balancer = nameOf(graph, id)
    for (const { at, protocol } of listenersOf(spec)) {
      if (!isKnown(protocol) || among(speaks.listener, protocol)) continue
      const values = { balancer, protocol, protocols: speaks.listener.join(', ') }
      report({ at: `${at}/Protocol`, values, ...(kind === 'gateway' && { variant: 'gateway' }) })
    }
    for (const { to, pointer } of outgoing(graph, id, 'forwards')) {
      const protocol = groupProtocol(graph, to)
      if (pointer === undefined || protocol === undefined) continue
      const values = { balancer, group: nameOf(graph, to), protocol }
      const from = valueAt(spec, `/Listeners/${pointer.split('/')[2]}/Protocol`)
      const pair = kind === 'network' && typeof from === 'string' ? own(networkPairs, from) : undefined
      if (!among(speaks.group, protocol)) {
        report({ at: pointer, values: { ...values, protocols: speaks.group.join(', ') }, variant: 'group' })
      } else if (pair && !pair.includes(protocol)) {
        const protocols = inWords(pair, 'or')
        report({ at: pointer, values: { ...values, listener: toText(from), protocols }, variant: 'pair' })
      }
    }
  },
  examples: () => ({
    valid: {
      'HTTP throughout': behindBalancer(),
      'HTTPS in front of HTTP': differing(behindBalancer(), {
        balancer: { Listeners: [listener('HTTPS', 443, { Certificates: [{ CertificateArn: '<arn>' }] })] },
      }),
      'TLS in front of TCP': network('TLS', 'TCP'),
      'UDP in front of a group for both': network('UDP', 'TCP_UDP'),
      'a placeholder': differing(behindBalancer(), { balancer: { Listeners: [listener('<protocol>', 80)] } }),
    },
    invalid: {
      'TCP at an Application Load Balancer': {
        design: differing(behindBalancer(), { balancer: { Listeners: [listener('TCP', 80)] } }),
        element: 'balancer',
        at: '/Listeners/0/Protocol',
      },
      'HTTP at a Network Load Balancer': {
        design: network('HTTP', 'TCP'),
        element: 'balancer',
        at: '/Listeners/0/Protocol',
      },
      'a TCP group behind an Application Load Balancer': {
        design: differing(behindBalancer(), { targets: { Protocol: 'TCP' } }),
        element: 'balancer',
        at: FORWARD,
      },
      'a TCP group behind a listener for TCP and UDP': {
        design: network('TCP_UDP', 'TCP'),
        element: 'balancer',
        at: FORWARD,
      },
      'a UDP group behind a TCP listener': {
        design: network('TCP', 'UDP'),
        element: 'balancer',
        at: FORWARD,
      },
      'a protocol at a Gateway Load Balancer': {
        design: gateway(),
        element: 'balancer',
        at: '/Listeners/0/Protocol',
      },
    },
  }),
})

function network(from: string, to: string) {
  return differing(behindNetworkBalancer(to, 53), { balancer: { Listeners: [listener(from, 53)] } })
}

function gateway() {
  const Listeners = [{ Protocol: 'TCP', DefaultActions: [forwardTo('targets')] }]
  return withElements(differing(behindBalancer(), { targets: { Protocol: 'GENEVE', Port: 6081 } }), {
    balancer: element(gatewayLoadBalancer.kind, { Name: 'inspection', Listeners }),
  })
}

function among(protocols: readonly string[], protocol: string): boolean {
  return protocols.includes(protocol)
}

/** Undefined for a Lambda function’s group, which has none. */
function groupProtocol(graph: Graph, id: string): string | undefined {
  const protocol = specOf(graph, targetGroup, id)?.Protocol
  return isKnown(protocol) ? protocol : undefined
}
