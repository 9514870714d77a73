import { logGroup } from '../elements/log-group'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const logGroupFigure = defineFigure({
  kind: logGroup,
  draw: (context) => node(context, { facts: ['CloudWatch Logs'] }),
})
