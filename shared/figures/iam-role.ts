import { iamRole } from '../elements/iam-role'
import { defineFigure } from './figure'
import { count, factLine } from './forms/marks'
import { node } from './forms/node'

export const iamRoleFigure = defineFigure({
  kind: iamRole,
  draw: (context) =>
    node(context, {
      fact: factLine(['IAM role', count(context.spec.ManagedPolicyArns?.length, 'policy', 'policies')]),
    }),
})
