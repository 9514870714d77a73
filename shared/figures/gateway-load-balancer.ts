import { gatewayLoadBalancer } from '../elements/gateway-load-balancer'
import { defineFigure } from './figure'
import { loadBalancer } from './forms/load-balancer'

export const gatewayLoadBalancerFigure = defineFigure({
  kind: gatewayLoadBalancer,
  draw: (context) => loadBalancer(context, 'GENEVE'),
})
