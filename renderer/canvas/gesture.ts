/**
 * What the hand is doing right now: hovering, dragging, drawing a line. It changes many times a second and is nobody's
 * data, so it lives apart from the app's state; the design is edited when the hand lets go.
 */

import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Verdict } from '../../shared/consequences/verdict'
import type { Design } from '../../shared/design/design'
import type { Rect } from '../../shared/figures/mark'
import type { Connection } from '../../shared/graph/connection'
import type { Text } from '../../shared/texts/text'

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
  /** What a line to the target would mean. */
  readonly says?: string
  /** Why the element under the pointer is no target. */
  readonly refused?: Verdict
  /** One end of a line that is there already is in the hand; `from` is its other end. */
  readonly moved?: { readonly line: Connection; readonly end: 'from' | 'to' }
  /** The keyboard chooses the target: there is no pointer. */
  readonly walked?: true
}

/** A line that is being bent, with the points that it goes through for now. */
export interface Bending {
  readonly line: string
  readonly points: readonly Point[]
}

/** The line that what is dragged would be put on, and what that means. */
export interface Inserting {
  readonly line: string
  readonly says: Text
}

export interface Dropping {
  readonly item: string
  readonly label: string
  /** Pointer, in window coordinates. */
  readonly at: Point
  readonly overCanvas: boolean
}

/** A line along which what is dragged stands like something that stays, in canvas coordinates. */
export interface Guide {
  readonly from: Point
  readonly to: Point
}

export interface Gesture {
  /** What a press on the canvas does: pick up, move the view, or say what a comment is about. */
  readonly tool: 'select' | 'hand' | 'comment'
  /** Space is held: the hand until it is released. */
  readonly spaceHeld: boolean
  readonly hovered: string | undefined
  readonly hoveredRow: string | undefined
  /** The line under the pointer. */
  readonly hoveredLine: string | undefined
  readonly connecting: Connecting | undefined
  readonly bending: Bending | undefined
  readonly inserting: Inserting | undefined
  readonly dropping: Dropping | undefined
  /** The frame that what is being dragged would be dropped in. */
  readonly dropTarget: string | undefined
  /** Said at the pointer: why not here. */
  readonly dropReason: Text | undefined
  /** The pointer in window coordinates while something is dragged. */
  readonly dragAt: Point | undefined
  /** While a lens is open, the elements that it shows; the others are faded. */
  readonly lit: ReadonlySet<string> | undefined
  /** Elements in the hand. */
  readonly dragged: ReadonlySet<string>
  /** How far they have been dragged; undefined until they move, and while they are resized. */
  readonly by: Point | undefined
  /** Drawn instead of the design's places, until the hand lets go or an animation ends. */
  readonly preview: Design['layout'] | undefined
  readonly guides: readonly Guide[]
  /** The element whose name is being written. */
  readonly renaming: string | undefined
  /** The rectangle drawn to select what it touches, in canvas coordinates. */
  readonly marquee: Rect | undefined
}

/** Always the same set, so that what is derived from it stays the same too. */
export const nobody: ReadonlySet<string> = new Set()
const noGuides: readonly Guide[] = []

/** Nothing in the hand. */
export const idle: Gesture = {
  tool: 'select',
  spaceHeld: false,
  hovered: undefined,
  hoveredRow: undefined,
  hoveredLine: undefined,
  connecting: undefined,
  bending: undefined,
  inserting: undefined,
  dropping: undefined,
  dropTarget: undefined,
  dropReason: undefined,
  dragAt: undefined,
  lit: undefined,
  dragged: nobody,
  by: undefined,
  preview: undefined,
  guides: noGuides,
  renaming: undefined,
  marquee: undefined,
}

export const gestures = createStore<Gesture>(() => idle)

/** Nothing is in the hand any more. */
export function letGo(): void {
  gestures.setState({
    bending: undefined,
    inserting: undefined,
    dragged: nobody,
    by: undefined,
    preview: undefined,
    guides: noGuides,
    marquee: undefined,
    dropTarget: undefined,
    dropReason: undefined,
    dragAt: undefined,
  })
}

/** A part of the gesture; the component renders again only when that part changes. */
export function useGesture<T>(select: (gesture: Gesture) => T): T {
  return useStore(gestures, select)
}
