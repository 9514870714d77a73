/**
 * Marks: the few things a figure is made of. Painters turn them into React nodes, an SVG string or canvas calls, so the
 * canvas, every picture and the low-zoom view can't differ. Coordinates are pixels from the figure's top left corner.
 */
import type { ColorToken } from './tokens'

export interface BoxMark {
  readonly mark: 'box'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly radius?: number
  readonly fill?: ColorToken
  /** 0 to 1; for tints. Absent: 1. In the dark theme a painter uses `fillOpacityDark` when it is there. */
  readonly fillOpacity?: number
  readonly fillOpacityDark?: number
  readonly stroke?: ColorToken
  readonly strokeWidth?: number
  readonly dashed?: boolean
}

export interface TextMark {
  readonly mark: 'text'
  /** The anchor point: left end, middle or right end of the text. */
  readonly x: number
  /** The baseline. */
  readonly y: number
  readonly text: string
  readonly size: 11 | 12 | 13 | 15 | 20
  readonly weight: 400 | 600
  readonly font: 'sans' | 'mono'
  readonly color: ColorToken
  readonly anchor?: 'start' | 'middle' | 'end'
}

/** One of AWS's icons, never recoloured. In the dark theme it stands on a light tile. */
export interface IconMark {
  readonly mark: 'icon'
  readonly x: number
  readonly y: number
  readonly size: number
  /** A file in `assets/icons`, without its ending. */
  readonly icon: string
}

/** One of our own small glyphs, drawn from `glyphs.ts` in a 16 × 16 box. */
export interface GlyphMark {
  readonly mark: 'glyph'
  readonly x: number
  readonly y: number
  readonly size: number
  readonly glyph: string
  readonly color: ColorToken
}

export interface LineMark {
  readonly mark: 'line'
  readonly points: readonly Point[]
  readonly color: ColorToken
  readonly width: number
  readonly stroke: 'solid' | 'dashed' | 'double'
  /** Radius of the corners of an orthogonal line. */
  readonly radius?: number
  readonly arrow?: 'filled' | 'open'
}

export type Mark = BoxMark | TextMark | IconMark | GlyphMark | LineMark

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Rect extends Point {
  readonly width: number
  readonly height: number
}

/** A row of a card with a meaning of its own: a container, a listener, an absorbed target group. */
export interface FigureRow extends Rect {
  /** JSON pointer into the element's spec, for a part of it. */
  readonly pointer?: string
  /** The absorbed element, for a row that is one. */
  readonly element?: string
}

/** What an element looks like. */
export interface Figure {
  readonly width: number
  readonly height: number
  /** The whole name and what it is, for tooltips and screen readers. */
  readonly title?: string
  /** The colour of the element's category: all that is seen of it from far away. */
  readonly accent?: ColorToken
  readonly marks: readonly Mark[]
  readonly rows: readonly FigureRow[]
  /** The area in which a frame's children lie; absent for what is no frame. */
  readonly content?: Rect
}
