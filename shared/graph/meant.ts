/** What people mean by a line, of all that one between two elements could say. */
import { type Candidate, candidates } from './connect'
import type { Graph } from './graph'

/**
 * The meanings of a line drawn from one element to another. Nesting is one where there is no other: dragging a line from a
 * service to a cluster puts it there, which is what the person meant.
 */
export function meant(graph: Graph, from: string, to: string): readonly Candidate[] {
  const all = inDirection(candidates(graph, from, to), from)
  const lines = all.filter(({ relation }) => relation?.draw === undefined || relation.draw === 'line')
  return lines.length > 0 ? lines : all
}

/**
 * Traffic and calls go where the hand went; only a reference may stand at either end. So a line from a load balancer to a
 * service is never asked whether the service calls the load balancer.
 */
function inDirection(all: readonly Candidate[], from: string): readonly Candidate[] {
  const goes = (candidate: Candidate) => candidate.relation === undefined && candidate.from === from
  return all.some(goes) ? all.filter((each) => each.relation !== undefined || each.from === from) : all
}
