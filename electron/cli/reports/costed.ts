import type { Estimate } from '../../../shared/cost/estimate'
import type { Design } from '../../../shared/design/design'
import { elementKind, type Graph, nameOf } from '../../../shared/graph/graph'
import type { Translate } from '../../../shared/texts/translate'

/** A design with its estimate, as a report tells of it. */
export interface Costed {
  readonly design: Design
  readonly estimate: Estimate
}

/** “orders (VPC)”: elements of several kinds often have one name. */
export function named(graph: Graph, id: string, words: Translate): string {
  const kind = elementKind(graph, id)
  return kind ? `${nameOf(graph, id)} (${words(kind.label)})` : nameOf(graph, id)
}
