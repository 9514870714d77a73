/** Which clusters things belong to. */
import { capacityProvider } from '../elements/capacity-provider'
import { cluster } from '../elements/cluster'
import { type Graph, incoming, outgoing, sourcesOf } from './graph'

/** The clusters that an element is in by its own lines; more than one is a mistake. */
export function homesOf(graph: Graph, id: string): readonly string[] {
  return [...new Set(outgoing(graph, id, 'in-cluster').map(({ to }) => to))]
}

/** The clusters that have a capacity provider: those that list it, and the one that it names. */
export function homesOfProvider(graph: Graph, provider: string): readonly string[] {
  const listing = incoming(graph, provider, 'provides')
    .filter(({ from, pointer }) => isCluster(graph, from) && pointer?.startsWith('/capacityProviders/'))
    .map(({ from }) => from)
  return [...new Set([...listing, ...homesOf(graph, provider)])]
}

/** The clusters that instances join by the capacity providers whose Auto Scaling group started them. */
export function homesByProvider(graph: Graph, instance: string): readonly string[] {
  const providers = outgoing(graph, instance, 'provides')
    .map(({ to }) => to)
    .filter((id) => graph.element(id)?.kind === capacityProvider.kind)
  return [...new Set(providers.flatMap((provider) => homesOfProvider(graph, provider)))]
}

/**
 * The clusters that instances belong to, of container instances, an Auto Scaling group or a capacity provider: their own,
 * and those of the capacity providers that bring them.
 */
export function homesOfInstances(graph: Graph, instances: string): readonly string[] {
  const bringing = sourcesOf(graph, instances, 'provides', capacityProvider.kind)
  const homes = [instances, ...bringing].flatMap((id) => homesOfProvider(graph, id))
  return [...new Set([...homes, ...homesByProvider(graph, instances)])]
}

function isCluster(graph: Graph, id: string): boolean {
  return graph.element(id)?.kind === cluster.kind
}
