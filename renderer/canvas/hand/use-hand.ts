/** Leads the pointer's events on the canvas to what the hand is doing. */
import {
  type MouseEvent as ReactMouseEvent,
  type PointerEvent as ReactPointerEvent,
  useCallback,
  useRef,
} from 'react'
import type { Scene } from '../../../shared/figures/scene'
import { useApp } from '../../app-context'
import type { App } from '../../store'
import { canvasBox, panBy, toCanvas, zoomNow } from '../camera'
import { gestures } from '../gesture'
import { hitAt, itemAt, LINE_REACH, rowAt } from '../hit'
import { sceneOfApp } from '../scene-of-app'
import { aimComment, commenting } from './comment'
import type { Interaction, Pointer, Surface } from './interaction'
import { pointerIs } from './pointer-now'
import { press } from './press'

interface Modified {
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

interface At {
  readonly clientX: number
  readonly clientY: number
}

/** The pointer of an event, with the keys that are held. */
export function pointerOf(app: App, { clientX, clientY }: At, keys: Modified): Pointer {
  const at = { x: clientX, y: clientY }
  const mac = app.store.getState().info.platform === 'mac'
  return {
    at,
    point: toCanvas(at),
    shift: keys.shiftKey,
    mod: mac ? keys.metaKey : keys.ctrlKey,
    alt: keys.altKey,
  }
}

type Tool = ReturnType<typeof gestures.getState>['tool']

/** What was in the hand at the last two presses: those that a double click consists of. */
let lastTools: readonly Tool[] = []

/** Did a double click begin with the comment tool? It said what a thread is about then, and put the tool away. */
export function isSecondComment(): boolean {
  return lastTools.includes('comment')
}

/** The second press leaves the keyboard in the thread that the first one began. */
function onMouseDownCapture(event: ReactMouseEvent): void {
  if (event.detail > 1 && isSecondComment() && isOnDrawing(event.target)) event.preventDefault()
}

/** Handlers for the canvas. */
export function useHand() {
  const app = useApp()
  const surface = useRef<Surface>(undefined)
  surface.current ??= { app, scene: () => sceneOfApp(app) }
  const onPointerDown = useCallback(
    (event: ReactPointerEvent) => {
      const { tool, spaceHeld } = gestures.getState()
      lastTools = [...lastTools.slice(-1), tool]
      if (event.button !== 0 || tool === 'hand' || spaceHeld || !surface.current) return
      if (!isOnDrawing(event.target)) return
      const down = pointerOf(app, event, event)
      const begin = tool === 'comment' ? commenting : press
      follow(app, begin(surface.current, down), event.pointerId, event)
    },
    [app],
  )
  const onPointerMove = useCallback((event: ReactPointerEvent) => hover(app, event), [app])
  const onPointerLeave = useCallback(() => {
    pointerIs(undefined)
    if (gestures.getState().tool === 'comment') gestures.setState({ dropTarget: undefined })
    gestures.setState({ hovered: undefined, hoveredRow: undefined, hoveredLine: undefined })
  }, [])
  return { onPointerDown, onMouseDownCapture, onPointerMove, onPointerLeave }
}

/** Cards, the minimap and other controls that lie over the drawing have their own presses. */
export function isOnDrawing(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('.react-flow__pane') !== null &&
    target.closest('button, a, input, textarea, [data-over-canvas]') === null
  )
}

/**
 * Leads an interaction from here on: the pointer's way over the window, keys held meanwhile, and the edge of the canvas,
 * at which the view moves on.
 */
export function follow(app: App, interaction: Interaction, pointerId: number, start: At & Modified): void {
  let last: At = start
  let keys: Modified = start
  let frame = 0
  // A pointer moves more often than the screen is drawn; each frame looks at where it is then.
  let moved = false
  const move = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return
    last = event
    keys = event
    moved = true
    frame ||= requestAnimationFrame(step)
  }
  const step = () => {
    frame = 0
    moved = false
    const push = edgePush(last)
    const pushed = push.x !== 0 || push.y !== 0
    if (pushed) panBy(push.x, push.y)
    interaction.move(pointerOf(app, last, keys))
    if (pushed) frame = requestAnimationFrame(step)
  }
  // The wheel moves the drawing away under a pointer that stands still.
  const wheel = () => {
    frame ||= requestAnimationFrame(step)
  }
  const key = (event: KeyboardEvent) => {
    // The hand is busy: no shortcut changes the design under it.
    event.stopPropagation()
    if (event.code === 'Escape' && event.type === 'keydown') {
      event.preventDefault()
      stop()
      interaction.cancel()
      return
    }
    keys = event
    interaction.move(pointerOf(app, last, event))
  }
  const up = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return
    stop()
    if (moved) interaction.move(pointerOf(app, event, event))
    interaction.up(pointerOf(app, event, event))
  }
  const giveUp = () => {
    stop()
    interaction.cancel()
  }
  const events = new AbortController()
  const options = { capture: true, signal: events.signal }
  const stop = () => {
    events.abort()
    cancelAnimationFrame(frame)
  }
  window.addEventListener('pointermove', move, options)
  window.addEventListener('pointerup', up, options)
  window.addEventListener('pointercancel', giveUp, options)
  // Of the window only: the blur of a field passes here, too, on its way down.
  window.addEventListener('blur', (event) => event.target === window && giveUp(), options)
  window.addEventListener('wheel', wheel, { ...options, passive: true })
  window.addEventListener('keydown', key, options)
  window.addEventListener('keyup', key, options)
}

const EDGE = 24
const MOST_PUSH = 18

/** How far the view moves in one frame because the pointer is at, or beyond, the edge of the canvas. */
function edgePush({ clientX, clientY }: At): { readonly x: number; readonly y: number } {
  const box = canvasBox()
  if (!box) return { x: 0, y: 0 }
  const push = (low: number, high: number, at: number) => {
    const over = at < low + EDGE ? low + EDGE - at : at > high - EDGE ? high - EDGE - at : 0
    return Math.max(-MOST_PUSH, Math.min(MOST_PUSH, over / 2))
  }
  return { x: push(box.left, box.right, clientX), y: push(box.top, box.bottom, clientY) }
}

/** Which element, row and line the pointer is over: they show their ports. */
function hover(app: App, event: ReactPointerEvent): void {
  pointerIs({ x: event.clientX, y: event.clientY })
  if (event.buttons !== 0 || !isOnDrawing(event.target)) return
  const scene = sceneOfApp(app)
  const at = toCanvas({ x: event.clientX, y: event.clientY })
  if (gestures.getState().tool === 'comment') {
    aimComment(scene, at)
    return
  }
  const { line } = hitAt(scene, at, LINE_REACH / zoomNow())
  // A little beyond the edge, so that the port that sticks out can be reached.
  const item = itemAt(scene, at) ?? itemNear(scene, at)
  const next = {
    hovered: item?.id,
    hoveredRow: item && rowAt(item, at)?.pointer,
    hoveredLine: line?.id,
  }
  const now = gestures.getState()
  if (
    now.hovered !== next.hovered ||
    now.hoveredRow !== next.hoveredRow ||
    now.hoveredLine !== next.hoveredLine
  ) {
    gestures.setState(next)
  }
}

const REACH = 12

function itemNear(scene: Scene, { x, y }: { readonly x: number; readonly y: number }) {
  const near = [
    { x: x - REACH, y },
    { x: x + REACH, y },
    { x, y: y - REACH },
    { x, y: y + REACH },
  ]
  return near.map((point) => itemAt(scene, point)).find((item) => item !== undefined)
}
