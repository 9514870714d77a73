/** Dragging rows of the outline into other frames. “Move into…” does the same without dragging. */
import type { PointerEvent as ReactPointerEvent } from 'react'
import { kindOf } from '../../shared/elements/kinds'
import { type Graph, graphOf, nameOf } from '../../shared/graph/graph'
import { parentsIn } from '../../shared/graph/nestings'
import type { Text } from '../../shared/texts/text'
import { gestures, letGo } from '../canvas/gesture'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { isFrame, moveInto, outermost, refusalOfMove } from './move-into'
import type { OutlineRow } from './outline-rows'

/** Below that many pixels a hand that shakes has clicked. */
const SLOP = 4
/** So near to the edge, the tree scrolls on; that far with each move. */
const EDGE = 24
const SCROLL = 12

interface Landing {
  /** Undefined: the canvas itself. */
  readonly frame: string | undefined
  readonly refused: Text | undefined
}

/** Begins a press that may become a drag. */
export function dragFrom(app: App, row: OutlineRow, event: ReactPointerEvent): void {
  if (event.button !== 0 || row.pointer !== undefined) return
  const start = { x: event.clientX, y: event.clientY }
  const tree = event.currentTarget
  let ids: readonly string[] | undefined
  let landing: Landing | undefined
  const move = (now: PointerEvent) => {
    if (ids === undefined && Math.hypot(now.clientX - start.x, now.clientY - start.y) < SLOP) return
    ids ??= draggedIds(app, row.id)
    landing = landingAt(app, ids, tree, now)
    show(app, ids, landing, now)
    scrollAt(tree, now.clientY)
  }
  const stop = () => {
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', up)
    window.removeEventListener('pointercancel', stop)
    window.removeEventListener('keydown', giveUp, true)
    if (ids === undefined) return
    letGo()
    gestures.setState({ dropping: undefined })
  }
  const up = () => {
    stop()
    if (!ids) return
    // The click that follows must not select what was dropped on.
    window.addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => window.removeEventListener('click', swallow, true))
    if (landing && landing.refused === undefined) moveInto(app, ids, landing.frame)
  }
  const giveUp = (pressed: KeyboardEvent) => {
    if (pressed.code !== 'Escape' || ids === undefined) return
    pressed.stopPropagation()
    pressed.preventDefault()
    landing = undefined
    stop()
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', up)
  window.addEventListener('pointercancel', stop)
  window.addEventListener('keydown', giveUp, true)
}

function swallow(event: Event): void {
  event.stopPropagation()
}

/** All that is selected, if what was pressed belongs to it. */
function draggedIds(app: App, id: string): readonly string[] {
  const state = app.store.getState()
  const graph = graphOf(designOf(state))
  const { ids } = state.selection
  const all = ids.has(id) ? [...ids].filter((one) => graph.element(one)) : [id]
  return outermost(parentsIn(graph, state.nesting), all)
}

/** What the pointer is over: a row's element, or the ground of the tree; nothing elsewhere. */
function landingAt(app: App, ids: readonly string[], tree: Element, { clientX, clientY }: PointerEvent) {
  const under = document.elementFromPoint(clientX, clientY)
  if (!under || !tree.contains(under)) return undefined
  const state = app.store.getState()
  const graph = graphOf(designOf(state))
  const key = under.closest<HTMLElement>('[data-row]')?.dataset.row
  const over = key?.split(' ')[0]
  const frame = over === undefined ? undefined : frameAt(graph, parentsIn(graph, state.nesting), over)
  return { frame, refused: refusalOfMove(graph, state.nesting, ids, frame) }
}

/** A card holds nothing: what is dropped on it stands beside it. */
function frameAt(graph: Graph, parents: ReadonlyMap<string, string>, id: string): string | undefined {
  return isFrame(graph, id) ? id : parents.get(id)
}

function show(app: App, ids: readonly string[], landing: Landing | undefined, at: PointerEvent): void {
  const graph = graphOf(designOf(app.store.getState()))
  const [only = ''] = ids
  const label = ids.length === 1 ? nameOf(graph, only) : t('status.selected', { count: ids.length })
  const item = kindOf(graph.element(only)?.kind ?? '')?.kind ?? ''
  gestures.setState({
    dropping: { item, label, at: { x: at.clientX, y: at.clientY }, overCanvas: false },
    dropTarget: landing && landing.refused === undefined ? landing.frame : undefined,
    dropReason: landing?.refused,
  })
}

function scrollAt(tree: Element, y: number): void {
  const box = tree.getBoundingClientRect()
  if (y < box.top + EDGE) tree.scrollBy({ top: -SCROLL })
  else if (y > box.bottom - EDGE) tree.scrollBy({ top: SCROLL })
}
