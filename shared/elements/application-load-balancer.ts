import { spec } from './fields'
import { defineKind } from './kind'
import { applicationForwards, listenerRows } from './parts/listener-lines'
import {
  loadBalancerAttributes,
  loadBalancerFields,
  mappedInNetwork,
  placedInNetwork,
  trafficToTask,
} from './parts/load-balancer'

/** CreateLoadBalancer input with the CreateListener inputs of its listeners. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html */
export const applicationLoadBalancer = defineKind({
  kind: 'application-load-balancer',
  label: 'Application Load Balancer',
  summary: 'Spreads HTTP and HTTPS requests over tasks, by host, path or header.',
  category: 'networking',
  keywords: ['alb', 'elb', 'http', 'https', 'ingress'],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb.html',
  icon: 'application-load-balancer',
  spec: spec(loadBalancerFields),
  defaults: (name) => ({ Name: name, Type: 'application', Scheme: 'internet-facing' }),
  name: '/Name',
  attributes: loadBalancerAttributes,
  relations: [...applicationForwards, ...placedInNetwork, mappedInNetwork],
  links: [trafficToTask],
  rows: listenerRows,
})
