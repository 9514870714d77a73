import { kubernetesNamespace } from '../elements/kubernetes-namespace'
import type { Graph } from '../graph/graph'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { frame } from './forms/frame'
import { count } from './forms/marks'

export const kubernetesNamespaceFigure = defineFigure({
  kind: kubernetesNamespace,
  draw: (context) =>
    frame(context, {
      border: 'dashed',
      facts: [term('Namespace'), count(context.ask(workloads), 'workload')],
    }),
})

function workloads(graph: Graph, id: string): number {
  const children = graph.children.get(id) ?? []
  return children.filter((child) => graph.element(child)?.kind === 'kubernetes-workload').length
}
