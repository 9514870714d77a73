import { securityGroup } from '../elements/security-group'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const securityGroupFigure = defineFigure({
  kind: securityGroup,
  draw: (context) => node(context, { fact: 'Security group' }),
})
