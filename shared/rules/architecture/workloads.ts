/** What advice about services rests on: what people said of them, and how they are reached. */
import type { Graph } from '../../graph/graph'
import { isAbsent, isSaid } from '../reading'
import type { ServiceSpec } from '../rollout'

/** Somebody expects answers at any time: it is behind a load balancer, and not there for tests. */
export function mustStayUp(graph: Graph, service: string, spec: ServiceSpec): boolean {
  return !isAbsent(spec.loadBalancers) && !isSaid(graph, service, 'test')
}
