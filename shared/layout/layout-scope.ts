/** What automatic layout is asked to arrange, from what is selected. */
import type { Design } from '../design/design'
import { collapsedIn, holdersOf } from '../figures/holders'
import { layoutOf } from '../figures/view'
import { graphOf } from '../graph/graph'
import type { NestingName } from '../graph/nestings'

export interface LayoutScope {
  /** The elements that may move; absent: everything. */
  readonly only?: ReadonlySet<string>
  /** The frame whose inside is arranged, if it is just that. */
  readonly frame?: string
}

/**
 * Several elements are arranged among themselves, a frame among them with what is in it, as it would be dragged; of one
 * frame the inside is arranged. Anything less, such as a service with its only task,
 * means everything.
 */
export function layoutScope(
  design: Design,
  selected: ReadonlySet<string>,
  nesting: NestingName = 'logical',
): LayoutScope {
  const graph = graphOf(design)
  const holders = holdersOf(graph, nesting)
  const collapsed = collapsedIn(holders, layoutOf(design, nesting))
  const only = new Set<string>()
  const within = (id: string) => {
    if (collapsed.has(id)) return
    for (const child of holders.children.get(id) ?? []) {
      only.add(child)
      within(child)
    }
  }
  const placed = [...selected].filter((id) => graph.element(id) !== undefined && !graph.rows.has(id))
  const [frame] = placed
  if (frame !== undefined && placed.length === 1) {
    within(frame)
    return only.size > 1 ? { only, frame } : {}
  }
  for (const id of placed) {
    only.add(id)
    within(id)
  }
  return only.size > 1 ? { only } : {}
}
