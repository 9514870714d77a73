import { type Graph, nameOf, outgoing } from '../../graph/graph'
import { say } from '../../texts/text'
import type { Fix } from '../rule'

/** Leaves an element in one of the clusters that its lines lead to. Undefined where a spec names another one, too. */
export function keepCluster(graph: Graph, id: string, home: string): Fix | undefined {
  const others = outgoing(graph, id, 'in-cluster').filter(({ to }) => to !== home)
  if (others.some(({ relation }) => relation !== undefined)) return undefined
  return {
    title: say`Keep it in cluster “${nameOf(graph, home)}” only`,
    apply: (draft) => {
      for (const line of others) delete draft.connections[line.id]
    },
  }
}
