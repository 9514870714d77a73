import { ssmParameter } from '../elements/ssm-parameter'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const ssmParameterFigure = defineFigure({
  kind: ssmParameter,
  draw: (context) => node(context, { facts: [term('Parameter'), context.spec.Type] }),
})
