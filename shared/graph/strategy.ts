/** Capacity provider strategies: which one is in effect, what its providers are, and which a cluster has. */
import { FARGATE, FARGATE_SPOT } from '../aws/facts/capacity-providers'
import { referencesIn } from '../design/references'
import { capacityProvider } from '../elements/capacity-provider'
import { cluster } from '../elements/cluster'
import { service } from '../elements/service'
import { task } from '../elements/task'
import { hasPlaceholder } from '../elements/view'
import { type Graph, nameOf, sourcesOf, targetOf } from './graph'
import { query } from './query'
import { specOf } from './spec'

export type ProviderType = 'fargate' | 'auto-scaling-group' | 'managed-instances'

export interface Provider {
  /** The short name, which is unique in account and Region. */
  readonly name: string
  /** The element that draws it. */
  readonly id?: string
  /** Undefined for one of which only the name is known. */
  readonly type: ProviderType | undefined
}

export interface StrategyItem {
  readonly capacityProvider?: string | undefined
  readonly base?: number | undefined
  readonly weight?: number | undefined
}

/** Where a kind of element keeps its strategy, as a JSON pointer. */
export const strategyAt: Readonly<Record<string, string>> = {
  [service.kind]: '/capacityProviderStrategy',
  [task.kind]: '/capacityProviderStrategy',
  [cluster.kind]: '/defaultCapacityProviderStrategy',
}

export interface Strategy {
  /** Whose it is: the service or task itself, or its cluster. */
  readonly owner: string
  readonly items: readonly StrategyItem[]
}

/** The strategy that a service, task or cluster holds itself; none is an empty one. */
export function ownStrategy(graph: Graph, id: string): readonly StrategyItem[] {
  const runner = specOf(graph, service, id) ?? specOf(graph, task, id)
  return runner?.capacityProviderStrategy ?? specOf(graph, cluster, id)?.defaultCapacityProviderStrategy ?? []
}

/** The strategy by which ECS places a service or task: its own, else its cluster's, unless a launch type is given. */
export const strategyOf = query((graph, runner: string): Strategy | undefined => {
  const own = ownStrategy(graph, runner)
  if (own.length > 0) return { owner: runner, items: own }
  if (graph.element(runner)?.spec.launchType) return undefined
  const home = targetOf(graph, runner, 'in-cluster')
  const items = home === undefined ? [] : ownStrategy(graph, home)
  return home === undefined || items.length === 0 ? undefined : { owner: home, items }
})

/** The capacity provider that a text names: by reference, name or ARN. Undefined for a placeholder and for nothing. */
export function providerOf(graph: Graph, text: string | undefined): Provider | undefined {
  if (!text || hasPlaceholder(text)) return undefined
  if (text === FARGATE || text === FARGATE_SPOT) return { name: text, type: 'fargate' }
  const id = referencesIn(text)[0]?.id
  if (id === undefined) return { name: text.slice(text.lastIndexOf('/') + 1), type: undefined }
  const spec = specOf(graph, capacityProvider, id)
  if (!spec) return undefined
  const own = spec.autoScalingGroupProvider && 'auto-scaling-group'
  return { name: nameOf(graph, id), id, type: spec.managedInstancesProvider ? 'managed-instances' : own }
}

/**
 * The names of the capacity providers that a cluster has: those that it lists, and managed instances that name it.
 * Undefined when not all of them are known, as for a cluster in AWS.
 */
export const providersIn = query((graph, clusterId: string): ReadonlySet<string> | undefined => {
  const element = graph.element(clusterId)
  const listed = specOf(graph, cluster, clusterId)?.capacityProviders
  if (!element || (element.existing && !listed)) return undefined
  // A list of another shape, which the view leaves out, could hold anything.
  if (!listed && element.spec.capacityProviders) return undefined
  const names = (listed ?? []).map((one) => providerOf(graph, one)?.name)
  if (names.includes(undefined)) return undefined
  const inside = sourcesOf(graph, clusterId, 'in-cluster', capacityProvider.kind).map((id) =>
    nameOf(graph, id),
  )
  return new Set([...(names as string[]), ...inside])
})
