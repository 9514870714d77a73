/** Dropping something new: from the palette with the pointer, or with Enter in the middle of the view. */

import type { DesignDraft } from '../../shared/design/edit'
import { sizes } from '../../shared/figures/tokens'
import { drop, landing } from '../../shared/graph/add'
import { graphOf } from '../../shared/graph/graph'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { toCanvas, viewCentre } from './camera'
import { gestures, type Point } from './gesture'
import { insertInto, insertingNew } from './hand/insert'
import { itemAt } from './hit'
import { sceneOfApp } from './scene-of-app'

interface Item {
  readonly item: string
  readonly label: string
}

/** While the ghost follows the pointer: what would hold the new element, or why the frame below can't. */
export function followDrop(app: App, { item, label }: Item, at: Point): void {
  const over = isOverCanvas(at)
  const design = designOf(app.store.getState())
  const scene = sceneOfApp(app)
  const hit = over ? itemAt(scene, toCanvas(at))?.id : undefined
  const { frame, reason } = landing(graphOf(design), item, hit, app.store.getState().nesting)
  gestures.setState({
    dropping: { item, label, at, overCanvas: over },
    dropTarget: over ? frame : undefined,
    dropReason: over ? reason : undefined,
    inserting: over ? insertingNew(app, scene, item, toCanvas(at)) : undefined,
  })
}

/** Nothing is dropped. */
export function cancelDrop(): void {
  gestures.setState({
    dropping: undefined,
    dropTarget: undefined,
    dropReason: undefined,
    inserting: undefined,
  })
}

/** Drops it, if the pointer is over the canvas. */
export function dropAt(app: App, item: Item, at: Point): void {
  const { inserting } = gestures.getState()
  cancelDrop()
  if (!isOverCanvas(at)) return
  const scene = sceneOfApp(app)
  app.seal()
  const made = place(app, item, toCanvas(at), undefined, DROP)
  // What the insertion changed can be taken back part by part, as the same step.
  if (!inserting || made === '' || !insertInto(app, scene, inserting, new Set([made]), DROP)) app.seal()
}

const DROP = 'drop'

/** The keyboard's way: into the selected frame if it may hold it, else in the middle of the view. */
export function addAtCentre(app: App, item: Item): void {
  const [selected] = app.store.getState().selection.ids
  place(app, item, viewCentre(), selected)
}

/** The id of what was added; empty when it could not be. With a key the next edit may become a part of this step. */
function place(app: App, { item, label }: Item, point: Point, into?: string, mergeKey?: string): string {
  const graph = graphOf(designOf(app.store.getState()))
  const { nesting } = app.store.getState()
  const scene = sceneOfApp(app)
  const over = into ?? itemAt(scene, point)?.id
  const snap = (n: number) => Math.round(n / sizes.grid) * sizes.grid
  let made = ''
  const add = (draft: DesignDraft) => {
    const at = (frame: string | undefined) => {
      const origin = frame === undefined ? undefined : scene.byId.get(frame)?.rect
      if (!origin) return { x: snap(point.x - 84), y: snap(point.y - 28) }
      const x = snap(point.x - origin.x - 84)
      const y = snap(point.y - origin.y - 16)
      return {
        x: Math.max(x, sizes.frame.padding),
        y: Math.max(y, sizes.frame.header + sizes.frame.padding),
      }
    }
    made = drop(draft, graph, item, over, at, nesting)
  }
  app.edit(t('steps.add', { what: label }), add, mergeKey === undefined ? {} : { mergeKey })
  if (made === '') return made
  app.select([made])
  // The pointer lies over it now, without having moved there on the canvas.
  gestures.setState({ hovered: made, hoveredRow: undefined })
  return made
}

function isOverCanvas({ x, y }: Point): boolean {
  return document.elementFromPoint(x, y)?.closest('.canvas') != null
}
