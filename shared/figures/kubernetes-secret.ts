import { kubernetesSecret } from '../elements/kubernetes-secret'
import { defineFigure } from './figure'
import { count } from './forms/marks'
import { node } from './forms/node'

export const kubernetesSecretFigure = defineFigure({
  kind: kubernetesSecret,
  draw: (context) => {
    const keys = Object.keys(context.spec.data ?? {}).length
    return node(context, { facts: ['Secret', count(keys, 'key')] })
  },
})
