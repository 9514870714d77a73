/**
 * What the hand is doing right now: hovering, drawing a line, dragging from the palette. It changes many times a second
 * and is nobody's data, so it lives apart from the app's state.
 */

import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Verdict } from '../../shared/consequences/verdict'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Connecting {
  readonly from: string
  /** The row the line starts at, as a JSON pointer. */
  readonly row?: string
  /** Both in canvas coordinates. */
  readonly start: Point
  readonly end: Point
  /** The pointer, in window coordinates. */
  readonly at: Point
  /** Elements that the line may end at. */
  readonly possible: ReadonlySet<string>
  readonly target?: string
  readonly targetRow?: string
  /** Why the element under the pointer is no target. */
  readonly refused?: Verdict
}

export interface Dropping {
  readonly item: string
  readonly label: string
  /** Pointer, in window coordinates. */
  readonly at: Point
  readonly overCanvas: boolean
}

export interface Gesture {
  readonly hovered: string | undefined
  readonly hoveredRow: string | undefined
  readonly connecting: Connecting | undefined
  readonly dropping: Dropping | undefined
  /** The frame that what is being dragged would be dropped in. */
  readonly dropTarget: string | undefined
  /** Said at the pointer: why not here. */
  readonly dropReason: string | undefined
  /** While a lens is open, the elements that it shows; the others are faded. */
  readonly lit: ReadonlySet<string> | undefined
  /** Elements being dragged; frames don't grow to hold them meanwhile. */
  readonly dragged: ReadonlySet<string>
}

/** Always the same set, so that what is derived from it stays the same too. */
export const nobody: ReadonlySet<string> = new Set()

const idle: Gesture = {
  hovered: undefined,
  hoveredRow: undefined,
  connecting: undefined,
  dropping: undefined,
  dropTarget: undefined,
  dropReason: undefined,
  lit: undefined,
  dragged: nobody,
}

export const gestures = createStore<Gesture>(() => idle)

/** A part of the gesture; the component renders again only when that part changes. */
export function useGesture<T>(select: (gesture: Gesture) => T): T {
  return useStore(gestures, select)
}
