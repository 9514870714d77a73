/** What a PDF is made of, as plain data: it is put together where the design is, and written where nobody waits for it. */
import type { Mark, Point, Rect } from '../../figures/mark'
import { labelMarks, lineMark } from '../../figures/paint'
import type { Scene } from '../../figures/scene'
import type { ColorToken, Theme } from '../../figures/tokens'

/** Marks and where their origin lies. */
export interface Placed extends Point {
  readonly marks: readonly Mark[]
}

/** The whole drawing. */
export interface Drawing {
  /** What of it is shown. */
  readonly area: Rect
  readonly theme: Theme
  /** Absent: none. */
  readonly background?: ColorToken
  readonly placed: readonly Placed[]
}

/** A page; lengths are pixels, of which 96 are an inch. */
export interface Sheet {
  readonly width: number
  readonly height: number
  /** In the light theme, as paper is. */
  readonly marks: readonly Mark[]
  /** A part of the drawing: which one, and where its top left corner lies. */
  readonly part?: { readonly area: Rect; readonly at: Point; readonly scale: number }
  /** Areas that lead to another page, or to a page of the web. */
  readonly links?: readonly SheetLink[]
}

export interface SheetLink {
  readonly area: Rect
  readonly to: PdfPlace | { readonly address: string }
}

/** A place in the file: which sheet, beginning with 0, and how many pixels from its upper edge. */
export interface PdfPlace {
  readonly sheet: number
  readonly y: number
}

/** A bookmark. */
export interface OutlineItem extends PdfPlace {
  readonly title: string
  /** 0 is the outermost; each is at most one deeper than the one before. */
  readonly level: number
}

export interface PdfJob {
  readonly title: string
  /** 32 hexadecimal digits by which programs tell files apart. */
  readonly id: string
  readonly language: string
  readonly drawing: Drawing
  readonly sheets: readonly Sheet[]
  /** The bookmarks, from the first page to the last. */
  readonly outline?: readonly OutlineItem[]
  /** The texts of the icons that are in the drawing. */
  readonly icons: Readonly<Record<string, string>>
}

/** Everything in a scene, in the order in which the other painters paint it: frames, lines, figures, labels. */
export function placedMarks(scene: Scene): readonly Placed[] {
  const figure = ({ rect, figure }: Scene['items'][number]) => ({ x: rect.x, y: rect.y, marks: figure.marks })
  return [
    ...scene.items.filter((item) => item.figure.content).map(figure),
    { x: 0, y: 0, marks: scene.lines.map((line) => lineMark(line)) },
    ...scene.items.filter((item) => !item.figure.content).map(figure),
    { x: 0, y: 0, marks: scene.lines.flatMap((line) => (line.label ? labelMarks(line.label) : [])) },
  ]
}
