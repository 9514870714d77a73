import { vpc } from '../elements/vpc'
import { defineFigure } from './figure'
import { frame } from './forms/frame'

export const vpcFigure = defineFigure({
  kind: vpc,
  draw: (context) => frame(context, { border: 'strong', facts: [context.spec.CidrBlock] }),
})
