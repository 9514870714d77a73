import { secret } from '../elements/secret'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const secretFigure = defineFigure({
  kind: secret,
  draw: (context) => node(context, { facts: ['Secrets Manager'] }),
})
