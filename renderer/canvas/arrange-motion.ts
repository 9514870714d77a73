/** Elements glide to their new places. Only what is drawn moves: the design has been edited already, in one step. */

import { placeIn } from '../../shared/figures/placing'
import type { Layout } from '../../shared/figures/view'
import { layoutOf } from '../../shared/figures/view'
import { type App, designOf } from '../store'
import { gestures, idle } from './gesture'
import { drawn as drawnScene, layoutOfApp } from './scene-of-app'

const DURATION = 200

let stopLast: () => void = () => {}

/** The places as they are drawn, also of what nobody has placed yet. */
export function drawnLayout(app: App): Layout {
  const state = app.store.getState()
  const design = designOf(state)
  const scene = drawnScene(design, state.nesting, idle)
  const stored = layoutOf(design, state.nesting)
  const drawn: Record<string, Layout[string]> = { ...stored }
  for (const { id } of scene.items) {
    const place = placeIn(scene, id)
    if (place) drawn[id] = { ...stored[id], ...place }
  }
  return drawn
}

/** Draws the design on its way from the places before to those it has now; another edit or the hand ends it. */
export function glideFrom(app: App, before: Layout): void {
  stopLast()
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const after = layoutOfApp(app)
  const moved = Object.keys(after).filter((id) => isElsewhere(before[id], after[id]))
  if (moved.length === 0) return
  const began = performance.now()
  let shown = between(before, after, moved, 0)
  let frame = 0
  const unsubscribe = app.store.subscribe(() => {
    if (layoutOfApp(app) !== after) stop()
  })
  const stop = () => {
    cancelAnimationFrame(frame)
    unsubscribe()
    if (gestures.getState().preview === shown) gestures.setState({ preview: undefined })
  }
  const step = (now: number) => {
    const part = (now - began) / DURATION
    // Whoever takes something up draws places of their own.
    if (part >= 1 || gestures.getState().preview !== shown) return stop()
    shown = between(before, after, moved, eased(Math.max(0, part)))
    gestures.setState({ preview: shown })
    frame = requestAnimationFrame(step)
  }
  gestures.setState({ preview: shown })
  frame = requestAnimationFrame(step)
  stopLast = stop
}

function isElsewhere(a: Layout[string] | undefined, b: Layout[string] | undefined): boolean {
  return a !== undefined && b !== undefined && (a.x !== b.x || a.y !== b.y)
}

function between(before: Layout, after: Layout, moved: readonly string[], part: number): Layout {
  const layout: Record<string, Layout[string]> = { ...after }
  for (const id of moved) {
    const [from, to] = [before[id], after[id]]
    if (!from || !to) continue
    layout[id] = { ...to, x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
  }
  return layout
}

/** Leaves at once and arrives softly. */
function eased(part: number): number {
  return 1 - (1 - part) ** 3
}
