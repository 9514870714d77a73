import { ssmParameter } from '../elements/ssm-parameter'
import { defineFigure } from './figure'
import { factLine } from './forms/marks'
import { node } from './forms/node'

export const ssmParameterFigure = defineFigure({
  kind: ssmParameter,
  draw: (context) => node(context, { fact: factLine(['Parameter', context.spec.Type]) }),
})
