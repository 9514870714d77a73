import { objectsAt } from '../../elements/parts/reading'
import { service as serviceKind } from '../../elements/service'
import { targetGroup } from '../../elements/target-group'
import { elementsOfKind, type Graph, nameOf } from '../../graph/graph'
import { namedBy } from '../../graph/named'
import { frontsOf } from '../../graph/traffic'
import { behindBalancer, element, marked, onFargate, registered } from '../examples'
import { isAbsent, isUnknown } from '../reading'
import { defineRule } from '../rule'
import { attach } from './attach'
import { behindNetworkBalancer, differing, ELSEWHERE, GROUP, listener, withElements } from './examples'
import { balancerKinds } from './new-balancer'

const existing = { existing: { arn: ELSEWHERE } }

export const lbTargetGroupDetached = defineRule({
  id: 'lb-target-group-detached',
  severity: 'error',
  on: [serviceKind],
  needs: ['/loadBalancers'],
  title: 'A service’s target group has a listener in front of it',
  message:
    'No listener forwards to target group “{group}”; connect it with a load balancer before the service is made.',
  why: 'A target group gets traffic, and health checks, only from a load balancer whose listener forwards to it. CreateService refuses one that has no load balancer.',
  sources: [
    { ref: 'CDK:TargetGroupNeedsAttachedLoad', checked: '2026-11-21' },
    {
      ref: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    if (!spec.loadBalancers) return
    for (const { targetGroup: group, kind, listeners, pointer } of frontsOf(graph, id)) {
      // A group for a gateway is of no use, with a listener or without: lb-gateway-unsupported.
      if (group === undefined || listeners.length > 0 || kind === 'gateway') continue
      // A group that exists may have a listener that is not drawn, and so may a load balancer that exists.
      if (graph.element(group)?.existing || hasUnknownListeners(graph)) continue
      report({
        at: `${pointer}/targetGroupArn`,
        values: { group: nameOf(graph, group) },
        ...attach(graph, id, group),
      })
    }
  },
  examples: () => ({
    valid: {
      'a listener': behindBalancer(),
      'a rule of a listener': differing(behindBalancer(), {
        balancer: {
          Listeners: [
            {
              Protocol: 'HTTP',
              Port: 80,
              DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }],
              Rules: [
                {
                  Priority: 1,
                  Conditions: [{ Field: 'path-pattern', Values: ['/web/*'] }],
                  Actions: [{ Type: 'forward', TargetGroupArn: '@{targets}' }],
                },
              ],
            },
          ],
        },
      }),
      'a target group that exists': marked(detached(), 'targets', existing),
      'a load balancer that exists, whose listeners are not drawn': marked(detached(), 'balancer', existing),
      'a listener whose target group is not known yet': differing(behindBalancer(), {
        balancer: {
          Listeners: [
            listener('HTTP', 80, { DefaultActions: [{ Type: 'forward', TargetGroupArn: '<targets>' }] }),
          ],
        },
      }),
      'a listener without a default action, which lb-listener-members reports': differing(behindBalancer(), {
        balancer: { Listeners: [{ Protocol: 'HTTP', Port: 80 }] },
      }),
      'a target group that is not drawn': onFargate({
        loadBalancers: [{ ...registered, targetGroupArn: ELSEWHERE }],
      }),
    },
    invalid: {
      'a load balancer without listeners': { design: detached(), element: 'web', at: GROUP },
      'a load balancer that forwards elsewhere': {
        design: withElements(
          differing(behindBalancer(), {
            balancer: {
              Listeners: [listener('HTTP', 80, { DefaultActions: [{ Type: 'redirect' }] }), toOther(443)],
            },
          }),
          { other: behindBalancer().elements.targets ?? element('target-group') },
        ),
        element: 'web',
        at: GROUP,
      },
      'no load balancer': {
        design: onlyGroup(),
        element: 'web',
        at: GROUP,
      },
      'no load balancer, with TCP': {
        design: differing(onlyGroup(), { targets: { Protocol: 'TCP' } }),
        element: 'web',
        at: GROUP,
      },
      'two load balancers that could be meant': {
        design: withElements(detached(), {
          second: element('application-load-balancer', { Name: 'second' }),
        }),
        element: 'web',
        at: GROUP,
      },
      'a Network Load Balancer whose port is taken': {
        design: withElements(
          differing(behindNetworkBalancer('TCP', 6379), {
            balancer: { Listeners: [toOther(6379, 'TCP')] },
          }),
          { other: behindNetworkBalancer().elements.targets ?? element('target-group') },
        ),
        element: 'web',
        at: GROUP,
      },
    },
  }),
})

function toOther(port: number, protocol = 'HTTP') {
  return listener(protocol, port, { DefaultActions: [{ Type: 'forward', TargetGroupArn: '@{other}' }] })
}

function detached() {
  return differing(behindBalancer(), { balancer: { Listeners: undefined } })
}

function onlyGroup() {
  const { balancer: _, ...elements } = behindBalancer().elements
  return { ...behindBalancer(), elements }
}

/** May a load balancer forward to more than is drawn? */
function hasUnknownListeners(graph: Graph): boolean {
  return Object.values(balancerKinds)
    .flatMap((kind) => elementsOfKind(graph, kind))
    .some((id) => {
      const element = graph.element(id)
      if (element?.existing !== undefined && isAbsent(element.spec.Listeners)) return true
      return isUnknown(element?.spec.Listeners) || hasOpenEnd(graph, id)
    })
}

/** A placeholder may stand for any group, and lb-listener-members asks for a default action that is missing. */
function hasOpenEnd(graph: Graph, balancer: string): boolean {
  const listeners = objectsAt(graph.element(balancer)?.spec, '/Listeners')
  return (
    namedBy(graph, balancer, targetGroup.kind).others.some(isUnknown) ||
    listeners.some(([, { DefaultActions: actions }]) => isAbsent(actions))
  )
}
