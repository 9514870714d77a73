import type { z } from 'zod'
import { autoScalingGroup } from '../elements/auto-scaling-group'
import { say, type Text, term } from '../texts/text'
import { defineFigure } from './figure'
import { node } from './forms/node'
import { occupancyMeters } from './forms/occupancy'

type Spec = z.output<typeof autoScalingGroup.spec>

export const autoScalingGroupFigure = defineFigure({
  kind: autoScalingGroup,
  draw: (context) =>
    node(context, {
      facts: [types(context.spec), size(context.spec)],
      otherwise: term('Auto Scaling group'),
      meters: occupancyMeters(context),
    }),
})

/** The instance type; of several the first, and how many more. */
function types({ MixedInstancesPolicy, LaunchTemplateData }: Spec): string | undefined {
  const overrides = MixedInstancesPolicy?.LaunchTemplate?.Overrides ?? []
  const [first, ...others] = overrides.flatMap(({ InstanceType }) => InstanceType ?? [])
  if (first === undefined) return LaunchTemplateData?.InstanceType
  return others.length === 0 ? first : `${first} +${others.length}`
}

function size({ MinSize, MaxSize }: Spec): Text | undefined {
  if (MinSize === undefined && MaxSize === undefined) return undefined
  return say`${MinSize ?? '?'}–${MaxSize ?? '?'} instances`
}
