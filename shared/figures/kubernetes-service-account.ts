import { kubernetesServiceAccount } from '../elements/kubernetes-service-account'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const kubernetesServiceAccountFigure = defineFigure({
  kind: kubernetesServiceAccount,
  draw: (context) => node(context, { facts: [term('service account')] }),
})
