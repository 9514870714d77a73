import { otherSide } from '../../shared/convert/convert'
import type { Graph } from '../../shared/graph/graph'

/** All that has another side, services first. */
export function convertible(graph: Graph): readonly string[] {
  const kinds = ['service', 'task', 'task-definition', 'kubernetes-workload']
  return kinds
    .flatMap((kind) => graph.byKind.get(kind) ?? [])
    .filter((id) => otherSide(graph, id) !== undefined)
}
