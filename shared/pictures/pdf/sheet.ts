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
}

export interface PdfJob {
  readonly title: string
  /** 32 hexadecimal digits by which programs tell files apart. */
  readonly id: string
  readonly language: string
  readonly drawing: Drawing
  readonly sheets: readonly Sheet[]
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
