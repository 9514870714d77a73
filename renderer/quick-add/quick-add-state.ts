/** Quick add: the list of what may stand at a point, opened by a double click, a key, or a line dropped on nothing. */
import { createStore } from 'zustand/vanilla'
import type { NestingName } from '../../shared/graph/nestings'
import { gestures, type Point } from '../canvas/gesture'
import { frameAt } from '../canvas/hand/pointer-now'
import { sceneOfApp } from '../canvas/scene-of-app'
import type { App } from '../store'

export interface QuickAdd {
  /** Where the list opens, in window coordinates. */
  readonly at: Point
  /** Where the new element comes, on the canvas. */
  readonly point: Point
  /** The frame there. */
  readonly over: string | undefined
  /** What is drawn in what there. */
  readonly nesting: NestingName
  /** The element, and its row, that a line leads from to the new one. */
  readonly from?: string
  readonly row?: string
  /** The place was found by looking for a free one: it is where the new element begins, not its middle. */
  readonly free?: true
}

export const quickAdd = createStore<{ readonly open: QuickAdd | undefined }>(() => ({ open: undefined }))

/** Opens the list. */
export function openQuickAdd(app: App, open: Omit<QuickAdd, 'over' | 'nesting'>): void {
  const over = frameAt(sceneOfApp(app), open.point, new Set())
  quickAdd.setState({ open: { ...open, over, nesting: app.store.getState().nesting } })
  // The line stays to be seen while its end is chosen.
  gestures.setState({ hovered: open.from, hoveredRow: undefined })
}

/** Closes it without having chosen. */
export function closeQuickAdd(): void {
  quickAdd.setState({ open: undefined })
}
