import { kubernetesObject } from '../elements/kubernetes-object'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const kubernetesObjectFigure = defineFigure({
  kind: kubernetesObject,
  draw: (context) => node(context, { facts: [context.spec.kind], otherwise: term('Kubernetes object') }),
})
