import { spec } from './fields'
import { defineKind } from './kind'
import { gatewayForwards, listenerRows } from './parts/listener-lines'
import {
  loadBalancerAttributes,
  loadBalancerFields,
  mappedInNetwork,
  standsInSubnets,
} from './parts/load-balancer'

const { Name, Type, IpAddressType, Subnets, SubnetMappings, Listeners, Tags } = loadBalancerFields

/**
 * CreateLoadBalancer input with the CreateListener input of its listener; it has neither scheme nor security groups.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
 */
export const gatewayLoadBalancer = defineKind({
  kind: 'gateway-load-balancer',
  label: 'Gateway Load Balancer',
  summary: 'Sends packets through appliances, such as firewalls; ECS services can’t stand behind it.',
  category: 'networking',
  keywords: ['gwlb', 'geneve', 'appliance', 'firewall'],
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/introduction.html',
  icon: 'gateway-load-balancer',
  spec: spec({ Name, Type, IpAddressType, Subnets, SubnetMappings, Listeners, Tags }),
  defaults: (name) => ({ Name: name, Type: 'gateway' }),
  name: '/Name',
  attributes: loadBalancerAttributes,
  relations: [...gatewayForwards, standsInSubnets, mappedInNetwork],
  rows: listenerRows,
})
