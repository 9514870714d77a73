import type { z } from 'zod'
import { autoScalingGroup } from '../elements/auto-scaling-group'
import { defineFigure } from './figure'
import { factLine } from './forms/marks'
import { node } from './forms/node'
import { occupancyMeters } from './forms/occupancy'

type Spec = z.output<typeof autoScalingGroup.spec>

export const autoScalingGroupFigure = defineFigure({
  kind: autoScalingGroup,
  draw: (context) =>
    node(context, {
      fact: factLine([types(context.spec), size(context.spec)]) || 'Auto Scaling group',
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

function size({ MinSize, MaxSize }: Spec): string | undefined {
  if (MinSize === undefined && MaxSize === undefined) return undefined
  return `${MinSize ?? '?'}–${MaxSize ?? '?'} instances`
}
