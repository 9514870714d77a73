import { iamRole } from '../elements/iam-role'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { count } from './forms/marks'
import { node } from './forms/node'

export const iamRoleFigure = defineFigure({
  kind: iamRole,
  draw: (context) =>
    node(context, {
      facts: [term('IAM role'), count(context.spec.ManagedPolicyArns?.length, 'policy', 'policies')],
    }),
})
