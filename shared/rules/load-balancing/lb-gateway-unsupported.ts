import { service as serviceKind } from '../../elements/service'
import { type Graph, nameOf } from '../../graph/graph'
import { frontsOf, kindOfBalancer } from '../../graph/traffic'
import { behindBalancer, element } from '../examples'
import { defineRule } from '../rule'
import { behindNetworkBalancer, differing, forwardTo, GROUP, withElements } from './examples'

export const lbGatewayUnsupported = defineRule({
  id: 'lb-gateway-unsupported',
  severity: 'error',
  refusesLine: true,
  on: [serviceKind],
  needs: ['/loadBalancers'],
  title: 'A service can’t stand behind a Gateway Load Balancer',
  message:
    'Target group “{group}” is for a Gateway Load Balancer, which does not carry a service’s traffic; use an Application or Network Load Balancer.',
  why: 'A Gateway Load Balancer sends whole packets, wrapped in GENEVE, through appliances such as firewalls. ECS registers tasks with the target groups of Application and Network Load Balancers only.',
  sources: [
    { ref: 'E3711', checked: '2026-11-21' },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    if (!spec.loadBalancers) return
    for (const { kind, pointer, targetGroup, loadBalancers } of frontsOf(graph, id)) {
      if (targetGroup === undefined) continue
      if (kind !== 'gateway' && !loadBalancers.some((one) => isGateway(graph, one))) continue
      report({ at: `${pointer}/targetGroupArn`, values: { group: nameOf(graph, targetGroup) } })
    }
  },
  examples: () => ({
    valid: {
      'a Network Load Balancer': behindNetworkBalancer(),
      'an Application Load Balancer': behindBalancer(),
    },
    invalid: {
      'a Gateway Load Balancer': {
        design: withElements(differing(behindBalancer(), { targets: geneve() }), {
          balancer: element('gateway-load-balancer', {
            Name: 'inspection',
            Listeners: [{ DefaultActions: [forwardTo('targets')] }],
          }),
        }),
        element: 'web',
        at: GROUP,
      },
      'its protocol, before it is drawn': {
        design: differing(behindBalancer(), { targets: geneve(), balancer: { Listeners: undefined } }),
        element: 'web',
        at: GROUP,
      },
    },
  }),
})

function isGateway(graph: Graph, id: string): boolean {
  return kindOfBalancer(graph, id) === 'gateway'
}

function geneve() {
  return { Protocol: 'GENEVE', Port: 6081 }
}
