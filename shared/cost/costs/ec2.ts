import { autoScalingGroup } from '../../elements/auto-scaling-group'
import { capacityProvider } from '../../elements/capacity-provider'
import { containerInstance } from '../../elements/container-instance'
import { groupOf, type InstanceGroup, instancesIn } from '../../graph/capacity'
import type { Graph } from '../../graph/graph'
import { homesOf, homesOfInstances } from '../../graph/homes'
import { specOf } from '../../graph/spec'
import { say } from '../../texts/text'
import { type CostContext, defineCost } from '../cost'
import { instanceCharges } from '../instances'

/**
 * Tasks on EC2 cost their instances and the disks of these; ECS itself adds nothing, except a fee for instances that it
 * manages. https://aws.amazon.com/ecs/pricing/
 */
export const ec2 = defineCost({
  id: 'ec2',
  on: [containerInstance.kind, autoScalingGroup.kind, capacityProvider.kind],
  charges(context) {
    const { graph, id } = context
    const group = groupOf(graph, id)
    // A provider's instances are those of its group, where that is drawn.
    if (group?.id !== id || !counts(graph, id)) return []
    if (group.kind === 'capacity-provider' && !group.managed) {
      context.lacks(say`Its Auto Scaling group is not drawn.`)
      return []
    }
    return instanceCharges(context, {
      types: group.types,
      system: group.os ?? 'LINUX',
      managed: group.managed,
      ...countOf(graph, group),
      spot: spotOf(graph, group),
      disks: disksOf(context, group),
    })
  },
})

/** Instances that are drawn themselves are counted there, and not once more by their Auto Scaling group. */
function counts(graph: Graph, id: string): boolean {
  const homes = [...homesOf(graph, id), ...homesOfInstances(graph, id)]
  return homes.length === 0 || homes.some((home) => instancesIn(graph, home).some((one) => one.id === id))
}

/** How many there are by the drawing: a group that may be empty says nothing. */
function countOf(graph: Graph, { id, count }: InstanceGroup) {
  const group = specOf(graph, autoScalingGroup, id)
  if (!group) return { count: count?.max }
  const wanted = group.DesiredCapacity ?? (count?.min ? count.min : undefined)
  return { count: wanted, ...(count ? { least: count.min, most: count.max } : {}) }
}

/** Which part of them is Spot. */
function spotOf(graph: Graph, { id }: InstanceGroup): (count: number) => number {
  const market = specOf(graph, containerInstance, id)?.InstanceMarketOptions?.MarketType
  const mixed = specOf(graph, autoScalingGroup, id)?.MixedInstancesPolicy?.InstancesDistribution
  const base = mixed?.OnDemandBaseCapacity ?? 0
  const percent = mixed?.OnDemandPercentageAboveBaseCapacity ?? 100
  if (market === 'spot') return (count) => count
  return (count) => (Math.max(0, count - base) * (100 - percent)) / 100
}

/** The disks of one instance, where the drawing tells. */
function disksOf({ graph, id }: CostContext, { managed }: InstanceGroup) {
  const mappings = specOf(graph, containerInstance, id)?.BlockDeviceMappings ?? []
  const disks = mappings.flatMap(({ Ebs }) =>
    Ebs?.VolumeSize === undefined
      ? []
      : [{ type: Ebs.VolumeType ?? 'gp3', size: Ebs.VolumeSize, iops: Ebs.Iops, throughput: Ebs.Throughput }],
  )
  return disks.length > 0 || managed ? disks : undefined
}
