import { networkLoadBalancer } from '../elements/network-load-balancer'
import { defineFigure } from './figure'
import { loadBalancer } from './forms/load-balancer'

export const networkLoadBalancerFigure = defineFigure({ kind: networkLoadBalancer, draw: loadBalancer })
