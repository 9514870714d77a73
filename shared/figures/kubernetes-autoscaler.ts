import type { z } from 'zod'
import { kubernetesAutoscaler } from '../elements/kubernetes-autoscaler'
import { say, type Text, term } from '../texts/text'
import { defineFigure } from './figure'
import { node } from './forms/node'

type Spec = z.output<typeof kubernetesAutoscaler.spec>

export const kubernetesAutoscalerFigure = defineFigure({
  kind: kubernetesAutoscaler,
  draw: (context) =>
    node(context, { facts: [size(context.spec), metric(context.spec)], otherwise: term('Autoscaler') }),
})

function size({ spec }: Spec): Text | undefined {
  if (spec?.maxReplicas === undefined) return undefined
  return say`${spec.minReplicas ?? 1}–${spec.maxReplicas} pods`
}

function metric({ spec }: Spec): string | undefined {
  const resource = spec?.metrics?.find((one) => one.resource !== undefined)?.resource
  if (!resource) return undefined
  const { averageUtilization } = resource.target ?? {}
  const name = resource.name === 'cpu' ? 'CPU' : resource.name
  return averageUtilization === undefined ? name : `${name} ${averageUtilization} %`
}
