import { applicationLoadBalancer } from '../elements/application-load-balancer'
import { defineFigure } from './figure'
import { loadBalancer } from './forms/load-balancer'

export const applicationLoadBalancerFigure = defineFigure({
  kind: applicationLoadBalancer,
  draw: loadBalancer,
})
