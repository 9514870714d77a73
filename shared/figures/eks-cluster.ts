import { eksCluster } from '../elements/eks-cluster'
import { workloadsIn } from '../graph/pods'
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
        count(
          context.ask((graph, id) => workloadsIn(graph, id).length),
          'workload',
        ),
      ],
    })
  },
})
