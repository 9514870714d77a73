/** Dragging elements: where they come to rest, and what holds them afterwards. The design is edited once, at the end. */
import type { Place } from '../../../shared/design/design'
import { type DesignDraft, edit } from '../../../shared/design/edit'
import type { Rect } from '../../../shared/figures/mark'
import { placeIn } from '../../../shared/figures/placing'
import { around } from '../../../shared/figures/routing/geometry'
import type { Scene, SceneItem } from '../../../shared/figures/scene'
import { sizes } from '../../../shared/figures/tokens'
import { extract } from '../../../shared/graph/copy'
import { graphOf } from '../../../shared/graph/graph'
import { placementIn, reparentIn } from '../../../shared/graph/nesting-edits'
import { draftLayout } from '../../../shared/graph/nestings'
import type { Text } from '../../../shared/texts/text'
import { put } from '../../commands/clipboard'
import { selectionOf } from '../../commands/delete'
import { type App, designOf } from '../../store'
import { t } from '../../strings/strings'
import { words } from '../../strings/words'
import { viewNow, zoomNow } from '../camera'
import { gestures, letGo, type Point } from '../gesture'
import { isIn } from '../hit'
import { contains, touches } from '../rect'
import { layoutOfApp } from '../scene-of-app'
import { insertInto, insertingAt } from './insert'
import type { Interaction, Pointer, Surface } from './interaction'
import { frameAt } from './pointer-now'
import { type Snapped, snap } from './snap'

/** How near a line of a sibling has to be to pull, in pixels of the screen. */
const REACH = 6

/** Everything about a drag that stays the same while it lasts. */
interface Drag {
  readonly items: readonly SceneItem[]
  readonly ids: ReadonlySet<string>
  /** The frame of the one under the pointer. */
  readonly home: string | undefined
  /** Places before, relative to the frames. */
  readonly places: ReadonlyMap<string, Place>
  readonly box: Rect
  readonly siblings: readonly Rect[]
}

/** The elements of a selection that a drag moves: not the locked ones, and none that moves with its frame anyway. */
export function movable(app: App, scene: Scene): readonly SceneItem[] {
  const { ids } = app.store.getState().selection
  const { elements } = designOf(app.store.getState())
  const held = (item: SceneItem) => {
    const parent = item.parent === undefined ? undefined : scene.byId.get(item.parent)
    return parent !== undefined && isIn(scene, parent, ids)
  }
  return scene.items.filter((item) => ids.has(item.id) && !held(item) && !elements[item.id]?.locked)
}

/** Drags the selected elements. */
export function moving(
  surface: Surface,
  down: Pointer,
  verb: 'move' | 'duplicate' = 'move',
): Interaction | undefined {
  const { app } = surface
  const drag = beginDrag(app, surface.scene(), down.point)
  if (!drag) return undefined
  gestures.setState({ dragged: drag.ids })
  // Its own lines come along with what is dragged: it can't be put on one of them.
  const others = () => surface.scene().carried?.still ?? surface.scene()
  return {
    move: (pointer) => {
      const { delta, guides } = aim(app, drag, down, pointer)
      gestures.setState({
        by: delta,
        guides,
        dragAt: pointer.at,
        inserting: verb === 'move' ? insertingAt(app, others(), drag.ids, pointer.point) : undefined,
        ...landing(app, surface.scene(), drag, pointer.point),
      })
    },
    up: (pointer) => drop(app, surface.scene(), drag, pointer.point, verb),
    cancel: letGo,
  }
}

/** Drags copies of the selected elements; they and their way are one undo step. */
export function movingCopies(surface: Surface, down: Pointer): Interaction | undefined {
  const { app } = surface
  const { selected } = selectionOf(app)
  app.seal()
  put(app, 'duplicate', extract(designOf(app.store.getState()), selected), { x: 0, y: 0 }, undefined, 'drag')
  const running = moving(surface, down, 'duplicate')
  return (
    running && {
      ...running,
      cancel: () => {
        running.cancel()
        app.forget()
      },
    }
  )
}

function beginDrag(app: App, scene: Scene, at: Point): Drag | undefined {
  const items = movable(app, scene)
  const box = around(items.map(({ rect }) => rect))
  if (!box) return undefined
  const ids = new Set(items.map(({ id }) => id))
  const layout = layoutOfApp(app)
  // Where it is seen counts: a stored place may lie under its frame's header, or be missing.
  const places = new Map(items.map(({ id }) => [id, { ...layout[id], x: 0, y: 0, ...placeIn(scene, id) }]))
  const held = items.findLast(({ rect }) => contains(rect, at)) ?? items[0]
  return { items, ids, home: held?.parent, places, box, siblings: siblingsOf(scene, items, ids) }
}

/** What stays beside the dragged elements, in the same frame and in view. */
function siblingsOf(scene: Scene, items: readonly SceneItem[], ids: ReadonlySet<string>): readonly Rect[] {
  const view = viewNow()
  const parents = new Set(items.map(({ parent }) => parent))
  return scene.items
    .filter(({ id, parent, rect }) => parents.has(parent) && !ids.has(id) && (!view || touches(rect, view)))
    .map(({ rect }) => rect)
}

/** Shift keeps to one axis, Ctrl leaves out what pulls. */
function aim(app: App, { box, siblings }: Drag, down: Pointer, pointer: Pointer): Snapped {
  const free = { x: pointer.point.x - down.point.x, y: pointer.point.y - down.point.y }
  const across = Math.abs(free.x) >= Math.abs(free.y)
  const wanted = pointer.shift ? (across ? { ...free, y: 0 } : { ...free, x: 0 }) : free
  if (pointer.mod) return { delta: wanted, guides: [] }
  const grid = isGridOn(app) ? { grid: sizes.grid } : {}
  const found = snap(box, wanted, { others: siblings, reach: REACH / zoomNow(), ...grid })
  if (!pointer.shift) return found
  const delta = across ? { x: found.delta.x, y: 0 } : { x: 0, y: found.delta.y }
  return {
    delta,
    guides: found.guides.filter(({ from, to }) => (across ? from.x === to.x : from.y === to.y)),
  }
}

/** Does the grid pull? */
export function isGridOn(app: App): boolean {
  return (app.store.getState().settings.panels.grid ?? 1) === 1
}

/**
 * The elements that a drop over a frame would put in it. While the pointer is in the frame where it took hold of them,
 * that is none of those that come along from elsewhere, unless they have left their own frames.
 */
function outsiders(scene: Scene, { ids, home }: Drag, over: string | undefined): readonly string[] {
  return [...ids].filter((id) => {
    const item = scene.byId.get(id)
    if (!item || item.parent === over) return false
    const frame = item.parent === undefined ? undefined : scene.byId.get(item.parent)
    return over !== home || (frame !== undefined && !touches(item.rect, frame.rect))
  })
}

/** Which frame the elements would land in, or why not there. */
function landing(app: App, scene: Scene, drag: Drag, point: Point) {
  const { nesting } = app.store.getState()
  const graph = graphOf(designOf(app.store.getState()))
  const over = frameAt(scene, point, drag.ids)
  const outside = outsiders(scene, drag, over)
  for (const id of outside) {
    const element = graph.element(id)
    if (over === undefined || !element) continue
    const fits = placementIn(nesting, graph, { id, kind: element.kind }, over)
    if (!fits.ok) return { dropTarget: undefined, dropReason: fits.reason }
  }
  return { dropTarget: outside.length > 0 ? over : undefined, dropReason: undefined }
}

const round = (n: number) => Math.round(n * 100) / 100

/** Lets go: elements that were dropped in another frame, or out of theirs, change what holds them; all in one step. */
function drop(app: App, scene: Scene, drag: Drag, point: Point, verb: 'move' | 'duplicate'): void {
  const { by, inserting } = gestures.getState()
  const design = designOf(app.store.getState())
  const { nesting } = app.store.getState()
  const graph = graphOf(design)
  const { ids } = drag
  const over = frameAt(scene, point, ids)
  const outside = outsiders(scene, drag, over)
  letGo()
  if (!by) return
  let refused: Text | undefined
  const nest = (draft: DesignDraft) => {
    for (const id of outside) refused ??= reparentIn(nesting, draft, graph, id, over)
  }
  if (outside.length > 0) edit(design, nest)
  if (refused !== undefined) {
    app.notify({ kind: 'error', text: words(refused) })
    return
  }
  const label = t(`steps.${verb}`, { count: ids.size })
  // Copies were put down where their originals are: that is the beginning of this step.
  if (verb === 'move') app.seal()
  app.edit(label, (draft) => writePlaces(draftLayout(draft, nesting), drag, by), { mergeKey: 'drag' })
  if (outside.length > 0) app.edit(label, nest, { mergeKey: 'drag' })
  // What the insertion changed can still be taken back part by part, as the same step.
  if (!inserting || !insertInto(app, scene, inserting, ids, 'drag')) app.seal()
}

function writePlaces(layout: Record<string, Place>, { places }: Drag, by: Point): void {
  for (const [id, place] of places)
    layout[id] = { ...place, x: round(place.x + by.x), y: round(place.y + by.y) }
}
