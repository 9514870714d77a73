import { classicLoadBalancer } from '../elements/classic-load-balancer'
import { defineFigure } from './figure'
import { count, factLine } from './forms/marks'
import { node } from './forms/node'

export const classicLoadBalancerFigure = defineFigure({
  kind: classicLoadBalancer,
  draw: (context) => {
    const { Scheme, Listeners } = context.spec
    return node(context, {
      fact: factLine([Scheme ?? 'internet-facing', count(Listeners?.length, 'listener')]),
    })
  },
})
