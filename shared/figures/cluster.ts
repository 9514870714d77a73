import { cluster } from '../elements/cluster'
import type { Graph } from '../graph/graph'
import { say } from '../texts/text'
import { defineFigure } from './figure'
import { frame } from './forms/frame'
import { clusterCapacity, instanceCount } from './forms/launch'
import { count } from './forms/marks'

export const clusterFigure = defineFigure({
  kind: cluster,
  draw: (context) => {
    const holds = context.ask(contents)
    const instances = context.ask(instanceCount)
    return frame(context, {
      border: 'strong',
      facts: [
        count(holds.services, 'service'),
        count(holds.tasks, 'task'),
        instances && (instances === '1' ? say`${instances} instance` : say`${instances} instances`),
        context.ask(clusterCapacity),
      ],
    })
  },
})

function contents(graph: Graph, id: string): { services: number; tasks: number } {
  const kinds = (graph.children.get(id) ?? []).map((child) => graph.element(child)?.kind)
  const of = (kind: string) => kinds.filter((each) => each === kind).length
  return { services: of('service'), tasks: of('task') }
}
