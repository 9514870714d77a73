import { securityGroup } from '../elements/security-group'
import { defineFigure } from './figure'
import { count, factLine } from './forms/marks'
import { node } from './forms/node'

export const securityGroupFigure = defineFigure({
  kind: securityGroup,
  draw: (context) =>
    node(context, {
      fact: factLine(['Security group', count(context.spec.SecurityGroupIngress?.length, 'inbound rule')]),
    }),
})
