import { kubernetesConfigMap } from '../elements/kubernetes-config-map'
import { defineFigure } from './figure'
import { count } from './forms/marks'
import { node } from './forms/node'

export const kubernetesConfigMapFigure = defineFigure({
  kind: kubernetesConfigMap,
  draw: (context) => {
    const { data, binaryData } = context.spec
    const keys = Object.keys(data ?? {}).length + Object.keys(binaryData ?? {}).length
    return node(context, { facts: ['ConfigMap', count(keys, 'key')] })
  },
})
