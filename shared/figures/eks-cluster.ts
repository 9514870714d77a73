import { eksCluster } from '../elements/eks-cluster'
import type { Graph } from '../graph/graph'
import { defineFigure } from './figure'
import { frame } from './forms/frame'
import { count } from './forms/marks'

export const eksClusterFigure = defineFigure({
  kind: eksCluster,
  draw: (context) => {
    const { version, computeConfig } = context.spec
    return frame(context, {
      border: 'strong',
      facts: [
        version !== undefined && `Kubernetes ${version}`,
        computeConfig?.enabled === true && 'Auto Mode',
        count(context.ask(workloads), 'workload'),
      ],
    })
  },
})

function workloads(graph: Graph, id: string): number {
  const children = graph.children.get(id) ?? []
  return children.filter((child) => graph.element(child)?.kind === 'kubernetes-workload').length
}
