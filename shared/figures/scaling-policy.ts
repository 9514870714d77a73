import type { z } from 'zod'
import { scalingPolicy } from '../elements/scaling-policy'
import { say, type Text, term } from '../texts/text'
import { defineFigure } from './figure'
import { node } from './forms/node'

type Spec = z.output<typeof scalingPolicy.spec>

export const scalingPolicyFigure = defineFigure({
  kind: scalingPolicy,
  draw: (context) =>
    node(context, {
      facts: [tasks(context.spec), goal(context.spec)],
      otherwise: term('Scaling policy'),
    }),
})

function tasks({ MinCapacity, MaxCapacity }: Spec): Text | undefined {
  if (MinCapacity === undefined && MaxCapacity === undefined) return undefined
  return say`${MinCapacity ?? '?'}–${MaxCapacity ?? '?'} tasks`
}

function goal({ PolicyType, TargetTrackingScalingPolicyConfiguration: tracking }: Spec): Text | undefined {
  const metric = tracking?.PredefinedMetricSpecification?.PredefinedMetricType ?? ''
  const what = /CPU/.test(metric) ? 'CPU' : /Memory/.test(metric) ? term('memory') : undefined
  if (what && tracking?.TargetValue !== undefined) return say`${what} ${tracking.TargetValue} %`
  return PolicyType === 'StepScaling' ? term('steps') : undefined
}
