import { targetGroup } from '../elements/target-group'
import { defineFigure } from './figure'
import { targetGroupFact } from './forms/load-balancer'
import { node } from './forms/node'

export const targetGroupFigure = defineFigure({
  kind: targetGroup,
  draw: (context) => node(context, { facts: [targetGroupFact(context.spec)] }),
})
