import type { z } from 'zod'
import { scalingPolicy } from '../elements/scaling-policy'
import { defineFigure } from './figure'
import { factLine } from './forms/marks'
import { node } from './forms/node'

type Spec = z.output<typeof scalingPolicy.spec>

export const scalingPolicyFigure = defineFigure({
  kind: scalingPolicy,
  draw: (context) =>
    node(context, {
      fact: factLine([tasks(context.spec), goal(context.spec)]) || 'Scaling policy',
    }),
})

function tasks({ MinCapacity, MaxCapacity }: Spec): string | undefined {
  if (MinCapacity === undefined && MaxCapacity === undefined) return undefined
  return `${MinCapacity ?? '?'}–${MaxCapacity ?? '?'} tasks`
}

function goal({ PolicyType, TargetTrackingScalingPolicyConfiguration: tracking }: Spec): string | undefined {
  const metric = tracking?.PredefinedMetricSpecification?.PredefinedMetricType ?? ''
  const what = /CPU/.test(metric) ? 'CPU' : /Memory/.test(metric) ? 'memory' : undefined
  if (what && tracking?.TargetValue !== undefined) return `${what} ${tracking.TargetValue} %`
  return PolicyType === 'StepScaling' ? 'steps' : undefined
}
