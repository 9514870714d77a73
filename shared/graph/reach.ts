/** Which EC2 instances the tasks of a service, or a standalone task, may be placed on. */
import { referencesIn } from '../design/references'
import { cluster } from '../elements/cluster'
import { type InstanceGroup, instancesIn } from './capacity'
import type { Graph } from './graph'
import { query } from './query'
import { runOf } from './runs'
import { specOf } from './spec'
import { providerOf, type Strategy, strategyOf } from './strategy'

/**
 * The instances in reach: with a launch type all that the cluster has, with a strategy those of its providers. Undefined
 * where it does not run on EC2, or not all of them are drawn.
 */
export const instancesFor = query((graph, runner: string): readonly InstanceGroup[] | undefined => {
  const run = runOf(graph, runner)
  if (run?.launch !== 'EC2' || run.cluster === undefined || hasMore(graph, run.cluster)) return undefined
  const groups = instancesIn(graph, run.cluster)
  const strategy = strategyOf(graph, runner)
  const providers = strategy && drawnProviders(graph, strategy)
  // ECS puts nothing on managed instances but by a strategy.
  const found = groups.filter(({ provider, managed }) =>
    providers ? provider !== undefined && providers.has(provider) : !managed,
  )
  return found.length > 0 ? found : undefined
})

function drawnProviders(graph: Graph, { items }: Strategy): ReadonlySet<string> {
  return new Set(items.flatMap((item) => providerOf(graph, item.capacityProvider)?.id ?? []))
}

/** May a cluster have EC2 instances, drawn or not? */
export function mayHaveInstances(graph: Graph, clusterId: string): boolean {
  return hasMore(graph, clusterId) || instancesIn(graph, clusterId).length > 0
}

/** Of a cluster in AWS, and of capacity providers that are not drawn, nobody knows. */
function hasMore(graph: Graph, clusterId: string): boolean {
  const element = graph.element(clusterId)
  if (!element || element.existing) return true
  const listed = specOf(graph, cluster, clusterId)?.capacityProviders
  if (!listed) return Boolean(element.spec.capacityProviders)
  return listed.some((one) => !one.startsWith('FARGATE') && referencesIn(one).length === 0)
}
