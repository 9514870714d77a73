import type { ElementContext } from '../figure'
import type { GlyphName } from '../glyphs'
import type { Figure, FigureRow, Mark } from '../mark'
import { fitText, measure, styles } from '../text'
import { sizes } from '../tokens'
import { box, emblem, LOCK, lock, rule, sign, words } from './marks'

/** A part of a node that lines can end at: a listener, a target group. */
export interface NodeRow {
  readonly glyph: GlyphName
  readonly name: string
  /** At the right end, muted. */
  readonly fact?: string | undefined
  readonly pointer?: string
  readonly element?: string
}

export interface NodeOptions {
  /** The one thing to know about it. */
  readonly fact?: string | undefined
  readonly rows?: readonly NodeRow[]
}

const TEXT_LEFT = 54
const EDGE = 12
const ROW = sizes.node.row

/** Icon, name and one fact; with rows, a card that lists them below. */
export function node(context: ElementContext, options: NodeOptions = {}): Figure {
  const rows = options.rows ?? []
  const fact = options.fact ?? ''
  const locked = context.element.locked ? LOCK + 4 : 0
  const width = rows.length > 0 ? sizes.node.rowsWidth : sizes.node.width
  const height = sizes.node.height + rows.length * ROW
  const room = width - TEXT_LEFT - EDGE
  const marks: Mark[] = [
    box(
      { x: 0, y: 0, width, height },
      { radius: sizes.radius.card, fill: 'surface', stroke: 'line', strokeWidth: 1 },
    ),
    ...emblem(context, 10, 10, sizes.node.icon),
    words(
      fitText(context.name, room - locked, styles.name, 'middle'),
      TEXT_LEFT,
      fact ? 25 : 32,
      styles.name,
      'text',
    ),
    ...lock(context, width - EDGE, fact ? 21 : 28),
  ]
  if (fact) marks.push(words(fitText(fact, room, styles.fact), TEXT_LEFT, 41, styles.fact, 'muted'))
  const places = rows.map((row, i): FigureRow => {
    const y = sizes.node.height + i * ROW
    marks.push(...rowMarks(row, y, width))
    return {
      x: 0,
      y,
      width,
      height: ROW,
      ...(row.pointer === undefined ? {} : { pointer: row.pointer }),
      ...(row.element === undefined ? {} : { element: row.element }),
    }
  })
  return { width, height, marks, rows: places }
}

function rowMarks(row: NodeRow, y: number, width: number): Mark[] {
  const left = 36
  const name = fitText(row.name, width - left - EDGE, styles.label, 'middle')
  const start = left + measure(name, styles.label) + 8
  const fact = fitText(row.fact ?? '', width - EDGE - start, styles.fact, 'middle')
  const marks: Mark[] = [
    rule(0, y, width),
    sign(row.glyph, 14, y + 9, 14, 'muted'),
    words(name, left, y + 20, styles.label, 'text'),
  ]
  if (fact) marks.push(words(fact, width - EDGE, y + 20, styles.fact, 'muted', 'end'))
  return marks
}
