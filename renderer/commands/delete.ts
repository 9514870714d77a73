/** Deleting what is selected. A cluster that still holds something is asked about first, because AWS would refuse it. */
import { type Held, heldBy } from '../../shared/graph/cluster-contents'
import { disconnect, removeElements } from '../../shared/graph/connect'
import { withDescendants } from '../../shared/graph/copy'
import { type Graph, graphOf, nameOf } from '../../shared/graph/graph'
import { inWords } from '../../shared/texts/text'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'

/** Deletes the selected elements with what is drawn in them, and the selected lines. */
export function deleteSelection(app: App): void {
  const { graph, selected } = selectionOf(app)
  const clusters = selected.filter((id) => graph.element(id)?.kind === 'cluster')
  const full = clusters.filter((id) => heldBy(graph, id).length > 0)
  const contents = full.flatMap((id) => heldBy(graph, id)).flatMap(({ ids }) => ids)
  if (contents.every((id) => selected.includes(id))) {
    remove(app, 'delete', withDescendants(graph, selected))
    return
  }
  const others = selected.filter((id) => !full.includes(id))
  const choose = (ids: ReadonlySet<string>) => () => remove(app, 'delete', ids)
  app.patch({
    overlay: {
      kind: 'choices',
      title: titleFor(graph, full),
      choices: [
        {
          text: t('delete.contents'),
          detail: t('delete.contentsHint'),
          choose: choose(withDescendants(graph, [...selected, ...contents])),
        },
        {
          text: t('delete.keep'),
          detail: t('delete.keepHint'),
          choose: choose(new Set([...full, ...withDescendants(graph, others)])),
        },
      ],
    },
  })
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

/** “Cluster “web” still has 2 services and 1 standalone task”. */
function titleFor(graph: Graph, clusters: readonly string[]): string {
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
