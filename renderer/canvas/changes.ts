/** React Flow's events as edits and selections: the only place where the canvas changes the design. */
import type { NodeChange, NodeDimensionChange, NodePositionChange } from '@xyflow/react'
import type { Place } from '../../shared/design/design'
import { edit } from '../../shared/design/edit'
import type { Scene } from '../../shared/figures/scene'
import { placement, reparent } from '../../shared/graph/connect'
import { graphOf } from '../../shared/graph/graph'
import { type App, designOf } from '../store'
import { gestures, nobody, type Point } from './gesture'
import { itemAt } from './hit'
import type { FlowNode } from './to-flow'

/** Selection, movement and size. */
export function applyChanges(app: App, changes: readonly NodeChange<FlowNode>[]): void {
  const moves = changes.filter(
    (c): c is NodePositionChange => c.type === 'position' && c.position !== undefined,
  )
  const resizes = changes.filter(
    (c): c is NodeDimensionChange => c.type === 'dimensions' && c.resizing !== undefined,
  )
  if (moves.length > 0 || resizes.length > 0) place(app, moves, resizes)
  if (resizes.some((change) => change.resizing === false)) app.seal()
  const selects = changes.filter((c) => c.type === 'select')
  if (selects.length > 0) select(app, selects)
}

function select(app: App, changes: readonly { readonly id: string; readonly selected: boolean }[]): void {
  const { ids } = app.store.getState().selection
  const { elements } = designOf(app.store.getState())
  const next = new Set([...ids].filter((id) => Object.hasOwn(elements, id)))
  for (const { id, selected } of changes) {
    if (selected) next.add(id)
    else next.delete(id)
  }
  if (next.size !== ids.size || [...next].some((id) => !ids.has(id))) app.select(next)
}

const round = (n: number) => Math.round(n * 100) / 100

/**
 * Writes places and sizes. A drag or a resize is one step, however many frames it takes. Resizing a frame at its left
 * or top moves it; React Flow then also tells the new places of its children, which stay where they are on the screen.
 */
function place(
  app: App,
  moves: readonly NodePositionChange[],
  resizes: readonly NodeDimensionChange[],
): void {
  const moved = moves.length === 1 ? 'Move element' : `Move ${moves.length} elements`
  app.edit(
    resizes.length > 0 ? 'Resize' : moved,
    (draft) => {
      const write = (id: string, part: Partial<Place>) => {
        const known = draft.layout[id]
        if (known) Object.assign(known, part)
        else draft.layout[id] = { x: 0, y: 0, ...part }
      }
      for (const { id, position } of moves) {
        if (position) write(id, { x: round(position.x), y: round(position.y) })
      }
      for (const { id, dimensions } of resizes) {
        if (dimensions) write(id, { width: round(dimensions.width), height: round(dimensions.height) })
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
    const element = graph.element(id)
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
