import { eksFargateProfile } from '../elements/eks-fargate-profile'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const eksFargateProfileFigure = defineFigure({
  kind: eksFargateProfile,
  draw: (context) => {
    const namespaces = (context.spec.selectors ?? []).flatMap(({ namespace }) => namespace ?? [])
    return node(context, { facts: ['Fargate', namespaces.join(', ')] })
  },
})
