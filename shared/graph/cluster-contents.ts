/** What hinders a cluster from being deleted. */
import { containerInstance } from '../elements/container-instance'
import { elementsOfKind, type Graph } from './graph'
import { homesByProvider, homesOfProvider } from './homes'

/**
 * The order in which a cluster is emptied, by kind: services would start new tasks, and tasks still run on instances.
 * DeleteCluster refuses a cluster that holds any of them (ClusterContainsServicesException and its sisters).
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeleteCluster.html
 */
const order = ['service', 'task', 'container-instance', 'capacity-provider'] as const

export interface Held {
  readonly kind: (typeof order)[number]
  readonly ids: readonly string[]
}

/** What a cluster still holds, in the order in which it has to go; nothing for an empty one. */
export function heldBy(graph: Graph, clusterId: string): readonly Held[] {
  return order
    .map((kind) => ({ kind, ids: elementsOfKind(graph, kind).filter((id) => isIn(graph, id, clusterId)) }))
    .filter(({ ids }) => ids.length > 0)
}

function isIn(graph: Graph, id: string, clusterId: string): boolean {
  if (homesOfProvider(graph, id).includes(clusterId)) return true
  // A service may name a provider that its cluster does not have; instances come with theirs.
  const { kind } = graph.element(id) ?? {}
  return kind === containerInstance.kind && homesByProvider(graph, id).includes(clusterId)
}
