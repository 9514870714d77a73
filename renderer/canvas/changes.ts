/** React Flow's events as edits and selections: the only place where the canvas changes the design. */
import type { NodeChange, NodePositionChange } from '@xyflow/react'
import { edit } from '../../shared/design/edit'
import type { Scene } from '../../shared/figures/scene'
import { placement, reparent } from '../../shared/graph/connect'
import { graphOf } from '../../shared/graph/graph'
import { type App, designOf } from '../store'
import { gestures, nobody, type Point } from './gesture'
import { itemAt } from './hit'
import type { FlowNode } from './to-flow'

/** Selection and movement. */
export function applyChanges(app: App, changes: readonly NodeChange<FlowNode>[]): void {
  const moves = changes.filter(
    (c): c is NodePositionChange => c.type === 'position' && c.position !== undefined,
  )
  if (moves.length > 0) move(app, moves)
  const selects = changes.filter((c) => c.type === 'select')
  if (selects.length > 0) {
    const { ids } = app.store.getState().selection
    const elements = designOf(app.store.getState()).elements
    const next = new Set([...ids].filter((id) => Object.hasOwn(elements, id)))
    for (const { id, selected } of selects) {
      if (selected) next.add(id)
      else next.delete(id)
    }
    if (next.size !== ids.size || [...next].some((id) => !ids.has(id))) app.select(next)
  }
}

const round = (n: number) => Math.round(n * 100) / 100

function move(app: App, moves: readonly NodePositionChange[]): void {
  const label = moves.length === 1 ? 'Move element' : `Move ${moves.length} elements`
  app.edit(
    label,
    (draft) => {
      for (const { id, position } of moves) {
        if (!position) continue
        const place = draft.layout[id]
        if (place) Object.assign(place, { x: round(position.x), y: round(position.y) })
        else draft.layout[id] = { x: round(position.x), y: round(position.y) }
      }
    },
    { mergeKey: 'drag' },
  )
}

/** While elements are dragged: which frame they would land in, or why not there. */
export function aimDrop(app: App, scene: Scene, dragged: ReadonlySet<string>, pointer: Point): void {
  const graph = graphOf(designOf(app.store.getState()))
  const over = frameAt(scene, pointer, dragged)
  const outside = [...dragged].filter((id) => graph.parent.get(id) !== over)
  const reasons = outside.flatMap((id) => {
    const element = graph.design.elements[id]
    if (over === undefined || !element) return []
    const fits = placement(graph, { id, kind: element.kind }, over)
    return fits.ok ? [] : [fits.reason]
  })
  gestures.setState({
    dropTarget: outside.length > 0 && reasons.length === 0 ? over : undefined,
    dropReason: reasons[0],
  })
}

/** When the drag ends: elements that were dropped in another frame, or out of theirs, change what holds them. */
export function finishDrag(app: App, scene: Scene, dragged: ReadonlySet<string>, pointer: Point): void {
  const over = frameAt(scene, pointer, dragged)
  const design = designOf(app.store.getState())
  const graph = graphOf(design)
  const moved = [...dragged].filter((id) => graph.parent.get(id) !== over)
  let refused: string | undefined
  if (moved.length > 0) {
    const recipe = (draft: Parameters<Parameters<typeof edit>[1]>[0]) => {
      for (const id of moved) refused ??= reparent(draft, graphOf(design), id, over)
    }
    edit(design, recipe)
    if (refused === undefined) app.edit('Move element', recipe, { mergeKey: 'drag' })
  }
  app.seal()
  gestures.setState({ dragged: nobody, dropTarget: undefined, dropReason: undefined })
  if (refused !== undefined) {
    app.undo()
    app.notify({ kind: 'error', text: refused })
  }
}

/** The innermost frame under the pointer that is not being dragged itself. */
function frameAt(scene: Scene, pointer: Point, dragged: ReadonlySet<string>): string | undefined {
  let item = itemAt(scene, pointer, dragged)
  while (item && !item.figure.content)
    item = item.parent === undefined ? undefined : scene.byId.get(item.parent)
  return item?.id
}
