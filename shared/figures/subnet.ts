import { subnet } from '../elements/subnet'
import { defineFigure } from './figure'
import { frame } from './forms/frame'

export const subnetFigure = defineFigure({
  kind: subnet,
  draw: (context) => frame(context, { border: 'none', facts: [context.spec.CidrBlock], small: true }),
})
