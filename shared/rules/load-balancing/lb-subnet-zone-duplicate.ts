import { applicationLoadBalancer } from '../../elements/application-load-balancer'
import { gatewayLoadBalancer } from '../../elements/gateway-load-balancer'
import { networkLoadBalancer } from '../../elements/network-load-balancer'
import { nameOf } from '../../graph/graph'
import { say } from '../../texts/text'
import { drawing, element } from '../examples'
import { removeMember } from '../fixes'
import { defineRule } from '../rule'
import { network } from './examples'
import { lacksZones, placesOf, secondInZone } from './zones'

const more = {
  ...network,
  'other-a': element('subnet', { VpcId: '@{network}', AvailabilityZone: 'eu-west-1a' }),
}

export const lbSubnetZoneDuplicate = defineRule({
  id: 'lb-subnet-zone-duplicate',
  severity: 'error',
  on: [applicationLoadBalancer, networkLoadBalancer, gatewayLoadBalancer],
  needs: ['/Subnets', '/SubnetMappings'],
  title: 'A load balancer has one subnet in a zone',
  message: '“{name}” has a subnet in zone {zone} already; take “{subnet}” out.',
  why: 'A load balancer gets one node in each of its zones, and a node stands in one subnet. CreateLoadBalancer refuses a second subnet of the same zone.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, graph, report }) {
    const places = placesOf(graph, id, element, spec) ?? []
    const twin = secondInZone(places)
    if (!twin?.at || twin.subnet === undefined || twin.zone === undefined) return
    // With all in one zone an Application Load Balancer is short of zones first: lb-alb-two-zones.
    if (element.kind === applicationLoadBalancer.kind && lacksZones(places)) return
    const subnet = nameOf(graph, twin.subnet)
    report({
      at: twin.at,
      values: { name: nameOf(graph, id), zone: twin.zone, subnet },
      fix: removeMember(say`Take “${subnet}” out`, id, twin.at.replace(/\/SubnetId$/, '')),
    })
  },
  examples: () => ({
    valid: {
      'one in each zone': alb(['@{subnet-a}', '@{subnet-b}', '@{subnet-c}']),
      'subnets that are not drawn': alb(['subnet-0a1b2c3d4e5f60001', 'subnet-0a1b2c3d4e5f60002']),
      'both in one zone, which lb-alb-two-zones reports': alb(['@{subnet-a}', '@{other-a}']),
    },
    invalid: {
      'a third one in a zone that has one': {
        design: alb(['@{subnet-a}', '@{subnet-b}', '@{other-a}']),
        element: 'front',
        at: '/Subnets/2',
      },
      'two mappings of a Network Load Balancer': {
        design: drawing({
          ...more,
          front: element('network-load-balancer', {
            Name: 'web',
            SubnetMappings: [{ SubnetId: '@{subnet-a}' }, { SubnetId: '@{other-a}' }],
          }),
        }),
        element: 'front',
        at: '/SubnetMappings/1/SubnetId',
      },
    },
  }),
})

function alb(Subnets: readonly string[]) {
  return drawing({ ...more, front: element('application-load-balancer', { Name: 'web', Subnets }) })
}
