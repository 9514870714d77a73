import { cluster } from '../elements/cluster'
import type { Graph } from '../graph/graph'
import { defineFigure } from './figure'
import { frame } from './forms/frame'
import { count } from './forms/marks'

const builtIn: Readonly<Record<string, string>> = { FARGATE: 'Fargate', FARGATE_SPOT: 'Fargate Spot' }

export const clusterFigure = defineFigure({
  kind: cluster,
  draw: (context) => {
    const holds = context.ask(contents)
    return frame(context, {
      border: 'strong',
      facts: [
        count(holds.services, 'service'),
        count(holds.tasks, 'task'),
        ...(context.spec.capacityProviders ?? []).map((name) => builtIn[name]),
      ],
    })
  },
})

function contents(graph: Graph, id: string): { services: number; tasks: number } {
  const kinds = (graph.children.get(id) ?? []).map((child) => graph.element(child)?.kind)
  const of = (kind: string) => kinds.filter((each) => each === kind).length
  return { services: of('service'), tasks: of('task') }
}
