import { eksPodIdentityAssociation } from '../elements/eks-pod-identity-association'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const eksPodIdentityAssociationFigure = defineFigure({
  kind: eksPodIdentityAssociation,
  draw: (context) => node(context, { facts: ['Pod Identity'] }),
})
