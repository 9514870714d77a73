import { securityGroup } from '../elements/security-group'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { count } from './forms/marks'
import { node } from './forms/node'

export const securityGroupFigure = defineFigure({
  kind: securityGroup,
  draw: (context) =>
    node(context, {
      facts: [term('Security group'), count(context.spec.SecurityGroupIngress?.length, 'inbound rule')],
    }),
})
