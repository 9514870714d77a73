import { classicLoadBalancer } from '../elements/classic-load-balancer'
import { defineFigure } from './figure'
import { schemeText } from './forms/load-balancer'
import { count } from './forms/marks'
import { node } from './forms/node'

export const classicLoadBalancerFigure = defineFigure({
  kind: classicLoadBalancer,
  draw: (context) => {
    const { Scheme, Listeners } = context.spec
    return node(context, {
      facts: [schemeText(Scheme), count(Listeners?.length, 'listener')],
    })
  },
})
