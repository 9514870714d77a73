/** How many tasks are wanted, and on how many container instances they could be placed. */
import { scalingPolicy } from '../../elements/scaling-policy'
import { service } from '../../elements/service'
import type { InstanceGroup } from '../../graph/capacity'
import { type Graph, incoming } from '../../graph/graph'
import { instancesFor } from '../../graph/reach'
import { specOf } from '../../graph/spec'
import { schedulingOf } from '../rollout'

/** An instance group whose size the drawing tells. */
export type CountedGroup = InstanceGroup & { readonly count: NonNullable<InstanceGroup['count']> }

/**
 * The container instances that a service's tasks may be placed on. Undefined unless there are some, all of them are
 * drawn, and each group says how many it has.
 */
export function instancesInReach(graph: Graph, runner: string): readonly CountedGroup[] | undefined {
  const groups = instancesFor(graph, runner)
  return groups?.every(isCounted) ? groups : undefined
}

function isCounted(group: InstanceGroup): group is CountedGroup {
  return group.count !== undefined
}

/** The most tasks that a service may have: the desired ones, or as many as its scaling goes up to. */
export function mostTasks(graph: Graph, id: string): number {
  const spec = specOf(graph, service, id)
  if (!spec || schedulingOf(spec) !== 'REPLICA') return 0
  const scaled = incoming(graph, id, 'scales').map(
    ({ from }) => specOf(graph, scalingPolicy, from)?.MaxCapacity ?? 0,
  )
  return Math.max(spec.desiredCount ?? 0, ...scaled)
}
