/** Beginning a thread: the tool that asks what it is about, and what it becomes then. */
import type { Pin } from '../../../shared/design/design'
import type { Scene } from '../../../shared/figures/scene'
import { pinOf, type ThreadKind } from '../../../shared/review/threads'
import { focusCanvas, toCanvas, viewCentre } from '../../canvas/camera'
import { gestures, type Point } from '../../canvas/gesture'
import { figureOfElement, itemAt } from '../../canvas/hit'
import { sceneOfApp } from '../../canvas/scene-of-app'
import { type App, designOf } from '../../store'
import { t } from '../../strings/strings'
import { closeThread, openFresh, threadsState } from '../threads-state'
import { movePin, newId } from './actions'
import { pinAt } from './pin-places'

/** What a thread is unless somebody says otherwise. */
const FIRST_KIND: ThreadKind = 'question'

/**
 * Takes the comment tool in the hand.
 * @param moving a thread that is to be pinned to something else, instead of beginning one
 */
export function takeTool(app: App, moving?: string): void {
  closeThread()
  threadsState.setState({ moving })
  gestures.setState({ tool: 'comment', hovered: undefined, hoveredRow: undefined, hoveredLine: undefined })
  // Its keys are the canvas'.
  focusCanvas()
  app.announce(t('threads.saidTool'))
}

/** Puts it away. */
export function leaveTool(): void {
  if (gestures.getState().tool === 'comment') gestures.setState({ tool: 'select' })
  gestures.setState({ dropTarget: undefined })
  threadsState.setState({ moving: undefined })
}

/** What the tool was used on: a thread begins there, or is pinned there from now on. */
export function place(app: App, pin: Pin): void {
  const { moving } = threadsState.getState()
  leaveTool()
  if (moving === undefined) commentOn(app, pin)
  else movePin(app, moving, pin)
}

/** Opens the card of a new thread; it is in the design once it is sent. */
export function commentOn(app: App, pin: Pin): void {
  const { slot, file, history } = app.store.getState()
  const named = pinOf(history.design, pin)
  openFresh(newId(), { kind: FIRST_KIND, pin: named, slot, file: file.name })
}

/**
 * What is selected, as a pin: a row, an element, or what a line says, which is a field of one of its ends. Of several
 * elements it is the one that was pointed at, else the first.
 * @param at where it was pointed at, on the canvas
 */
export function pinOfSelection(app: App, at?: Point): Pin | undefined {
  const { selection, nesting } = app.store.getState()
  const scene = sceneOfApp(app)
  const { elements } = designOf(app.store.getState())
  const pointed = at && itemAt(scene, at)?.id
  const id =
    pointed !== undefined && selection.ids.has(pointed)
      ? pointed
      : [...selection.ids].find((one) => Object.hasOwn(elements, one))
  if (id === undefined) return pinOfLine(scene, selection.ids)
  const item = figureOfElement(scene, id)
  const row = item?.id === id ? { pointer: selection.row?.pointer ?? '' } : { element: id }
  if (item && at) return pinAt(item, row, at, nesting)
  return { element: id, ...(selection.row ? { pointer: selection.row.pointer } : {}) }
}

function pinOfLine({ lines }: Scene, ids: ReadonlySet<string>): Pin | undefined {
  const line = lines.find(({ connections }) => connections.some(({ id }) => ids.has(id)))
  const connection = line?.connections.find(({ id }) => ids.has(id))
  if (!connection) return undefined
  const { from, pointer } = connection
  return { element: from, ...(pointer === undefined ? {} : { pointer }) }
}

/** Comments on what is selected, else on a point of the window, else on the middle of what is seen. */
export function commentHere(app: App, at: Point | undefined): void {
  const point = at && toCanvas(at)
  const { nesting } = app.store.getState()
  place(app, pinOfSelection(app, point) ?? pinAt(undefined, undefined, point ?? viewCentre(), nesting))
}
