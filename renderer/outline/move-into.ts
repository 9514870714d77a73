/** Putting elements into another frame without dragging them there. */

import type { DesignDraft } from '../../shared/design/edit'
import { edit } from '../../shared/design/edit'
import { kindOf } from '../../shared/elements/kinds'
import { placeAsDrawn } from '../../shared/figures/placing'
import { type Graph, graphOf } from '../../shared/graph/graph'
import { placementIn, reparentIn } from '../../shared/graph/nesting-edits'
import { draftLayout, isWithin, type NestingName, parentsIn } from '../../shared/graph/nestings'
import type { Text } from '../../shared/texts/text'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'

/** Without those that go along with a frame that is moved. */
export function outermost(parents: ReadonlyMap<string, string>, ids: readonly string[]): readonly string[] {
  return ids.filter((id) => !ids.some((other) => other !== id && isWithin(parents, id, other)))
}

/** Why these elements can't be put into a frame, or onto the canvas; undefined where they can. */
export function refusalOfMove(
  graph: Graph,
  nesting: NestingName,
  ids: readonly string[],
  frame: string | undefined,
): Text | undefined {
  const parents = parentsIn(graph, nesting)
  if (ids.every((id) => parents.get(id) === frame)) return t('outline.alreadyThere')
  for (const id of ids) {
    const kind = graph.element(id)?.kind ?? ''
    if (frame === undefined || parents.get(id) === frame) continue
    if (frame === id || isWithin(parents, frame, id)) return t('outline.inItself')
    const fits = placementIn(nesting, graph, { id, kind }, frame)
    if (!fits.ok) return fits.reason
  }
  return undefined
}

/** Can anything be drawn in the element? */
export function isFrame(graph: Graph, id: string): boolean {
  const kind = kindOf(graph.element(id)?.kind ?? '')
  return kind !== undefined && (kind.frame === true || (graph.children.get(id)?.length ?? 0) > 0)
}

/** Puts elements into a frame, or onto the canvas, at places that are free there. A refusal is said and changes nothing. */
export function moveInto(app: App, ids: readonly string[], frame: string | undefined): boolean {
  const { nesting } = app.store.getState()
  const design = designOf(app.store.getState())
  const graph = graphOf(design)
  let refused = refusalOfMove(graph, nesting, ids, frame)
  const nest = (draft: DesignDraft) => {
    for (const id of ids) refused ??= reparentIn(nesting, draft, graph, id, frame)
  }
  if (refused === undefined) edit(design, nest)
  if (refused !== undefined) {
    app.notify({ kind: 'error', text: words(refused) })
    return false
  }
  app.edit(t('steps.move', { count: ids.length }), (draft) => {
    nest(draft)
    const layout = draftLayout(draft, nesting)
    const before = ids.map((id) => [id, layout[id]] as const)
    // Where they stood says nothing in the new frame: they get places as new elements do.
    for (const [id] of before) delete layout[id]
    placeAsDrawn(draft, nesting, ids)
    for (const [id, old] of before) if (old && layout[id]) layout[id] = { ...old, ...layout[id] }
  })
  return true
}
