import { spec } from './fields'
import { defineKind } from './kind'
import { listenerRows, networkForwards } from './parts/listener-lines'
import {
  loadBalancerAttributes,
  loadBalancerFields,
  mappedInNetwork,
  placedInNetwork,
  trafficToTask,
} from './parts/load-balancer'

/** CreateLoadBalancer input with the CreateListener inputs of its listeners. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html */
export const networkLoadBalancer = defineKind({
  kind: 'network-load-balancer',
  label: 'Network Load Balancer',
  summary: 'Spreads TCP, TLS and UDP connections over tasks, with static addresses.',
  category: 'networking',
  keywords: ['nlb', 'elb', 'tcp', 'udp', 'tls'],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/nlb.html',
  icon: 'network-load-balancer',
  spec: spec(loadBalancerFields),
  defaults: (name) => ({ Name: name, Type: 'network', Scheme: 'internet-facing' }),
  name: '/Name',
  attributes: loadBalancerAttributes,
  relations: [...networkForwards, ...placedInNetwork, mappedInNetwork],
  links: [trafficToTask],
  rows: listenerRows,
})
