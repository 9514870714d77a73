/** Deleting what is selected. A cluster that still holds something is asked about first, because AWS would refuse it. */

import { kindOf, labelOf } from '../../shared/elements/kinds'
import { type Held, heldBy } from '../../shared/graph/cluster-contents'
import { disconnect, removeElements } from '../../shared/graph/connect'
import { withDescendants } from '../../shared/graph/copy'
import { type Graph, graphOf, nameOf } from '../../shared/graph/graph'
import { inWords } from '../../shared/texts/text'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'

/**
 * Deletes the selected elements and lines. Frames that still hold something are asked about; a service or a task takes
 * along the definition that only it runs, as that is what it is made of.
 */
export function deleteSelection(app: App): void {
  const { graph, selected } = selectionOf(app)
  const full = selected.filter((id) => contentsOf(graph, id).some((inside) => !selected.includes(inside)))
  if (full.length === 0) {
    remove(app, 'delete', withDescendants(graph, selected))
    return
  }
  const contents = full.flatMap((id) => contentsOf(graph, id))
  const others = selected.filter((id) => !full.includes(id))
  const choose = (ids: ReadonlySet<string>) => () => remove(app, 'delete', ids)
  const cluster = full.some((id) => graph.element(id)?.kind === 'cluster')
  app.patch({
    overlay: {
      kind: 'choices',
      title: titleFor(graph, full),
      choices: [
        {
          text: t('delete.contents'),
          detail: t(cluster ? 'delete.contentsHint' : 'delete.allHint'),
          choose: choose(withDescendants(graph, [...selected, ...contents])),
        },
        {
          text: t('delete.keep'),
          detail: t(cluster ? 'delete.keepHint' : 'delete.stayHint'),
          choose: choose(new Set([...full, ...withDescendants(graph, others)])),
        },
      ],
    },
  })
}

/** Frames whose inside is their own: it goes with them unasked. */
const WHOLES: ReadonlySet<string> = new Set(['service', 'task'])

/** What is asked about when an element goes: of a cluster what AWS asks about, of other frames what is drawn in them. */
function contentsOf(graph: Graph, id: string): readonly string[] {
  const kind = graph.element(id)?.kind ?? ''
  if (kind === 'cluster') return heldBy(graph, id).flatMap(({ ids }) => ids)
  if (WHOLES.has(kind) || !kindOf(kind)?.frame) return []
  return graph.children.get(id) ?? []
}

/** Deletes elements, and the selected lines among the others. */
export function remove(app: App, verb: 'delete' | 'cut', ids: ReadonlySet<string>): void {
  const { graph } = selectionOf(app)
  const { selection } = app.store.getState()
  const lines = graph.connections.filter((c) => selection.ids.has(c.id) && !ids.has(c.from) && !ids.has(c.to))
  const count = ids.size + lines.length
  app.edit(t(`steps.${verb}`, { count }), (draft) => {
    // Later places of a list first, so that removing one doesn't move the next.
    for (const line of [...lines].reverse()) disconnect(draft, line)
    removeElements(draft, graph, ids)
  })
}

/** The selected elements, and the graph that they are in. */
export function selectionOf(app: App): { readonly graph: Graph; readonly selected: readonly string[] } {
  const state = app.store.getState()
  const graph = graphOf(designOf(state))
  return {
    graph,
    selected: [...state.selection.ids].filter((id) => graph.element(id)),
  }
}

/** “Cluster “web” still has 2 services and 1 standalone task”, “VPC “main” holds 3 elements”. */
function titleFor(graph: Graph, frames: readonly string[]): string {
  const clusters = frames.filter((id) => graph.element(id)?.kind === 'cluster')
  if (clusters.length < frames.length) {
    const count = new Set(frames.flatMap((id) => contentsOf(graph, id))).size
    const [first = ''] = frames
    const kind = words(labelOf(graph.element(first)?.kind ?? ''))
    return frames.length === 1
      ? t('delete.holds', { kind, name: nameOf(graph, first), count })
      : t('delete.severalHold', { frames: frames.length, count })
  }
  const count = new Map<Held['kind'], number>()
  for (const { kind, ids } of clusters.flatMap((id) => heldBy(graph, id))) {
    count.set(kind, (count.get(kind) ?? 0) + ids.length)
  }
  const parts = [...count].map(([kind, number]) => t(`delete.${kind}`, { count: number }))
  const name = nameOf(graph, clusters[0] ?? '')
  const what = words(inWords(parts, 'and'))
  return clusters.length === 1
    ? t('delete.notEmpty', { name, what })
    : t('delete.severalNotEmpty', { count: clusters.length, what })
}
