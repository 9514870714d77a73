/** What advice about services rests on: what people said of them, and how they are reached. */
import { hasTrait, type TraitId } from '../../elements/traits'
import { instancesIn } from '../../graph/capacity'
import { type Graph, incoming } from '../../graph/graph'
import { runOf } from '../../graph/runs'
import { isAbsent } from '../reading'
import type { ServiceSpec } from '../rollout'

/** Is that said of a service or task, or of the task definition that it runs? */
export function isSaid(graph: Graph, runner: string, trait: TraitId): boolean {
  const definition = runOf(graph, runner)?.taskDefinition
  return [runner, definition].some((id) => id !== undefined && hasTrait(graph.element(id), trait))
}

/** Somebody expects answers at any time: it is behind a load balancer, and not there for tests. */
export function mustStayUp(graph: Graph, service: string, spec: ServiceSpec): boolean {
  return !isAbsent(spec.loadBalancers) && !isSaid(graph, service, 'test')
}

/** The scaling policies of a service. */
export function policiesOf(graph: Graph, service: string): readonly string[] {
  return incoming(graph, service, 'scales').map(({ from }) => from)
}

/** The container instances that a cluster can have at most; undefined when one group of them does not say. */
export function instanceCount(graph: Graph, cluster: string): number | undefined {
  let total = 0
  for (const { count } of instancesIn(graph, cluster)) {
    if (!count) return undefined
    total += count.max
  }
  return total
}
