import type { Text } from '../../texts/text'
import type { ElementContext } from '../figure'
import type { GlyphName } from '../glyphs'
import type { Figure, FigureRow, Mark } from '../mark'
import { fitText, measure, styles } from '../text'
import { sizes } from '../tokens'
import { box, emblem, type Fact, factLine, LOCK, lock, rule, sign, words } from './marks'

/** A part of a node that lines can end at: a listener, a target group. */
export interface NodeRow {
  readonly glyph: GlyphName
  readonly name: Text
  /** At the right end, muted. */
  readonly fact?: Text | undefined
  readonly pointer?: string
  readonly element?: string
}

/** How much of something is taken: a bar with its numbers. */
export interface Meter {
  readonly label: Text
  /** Of 1; more than there is shows as such. */
  readonly share: number
  /** At the right end: `1.5 of 4 vCPU`. */
  readonly text: Text
}

export interface NodeOptions {
  /** What to know about it, in one line. */
  readonly facts?: readonly Fact[]
  /** What stands there while there are no facts: what it is. */
  readonly otherwise?: Text
  readonly rows?: readonly NodeRow[]
  readonly meters?: readonly Meter[]
}

const TEXT_LEFT = 54
const EDGE = 12
const ROW = sizes.node.row
const METER = 24

/** Icon, name and facts; with rows, a card that lists them below. */
export function node(context: ElementContext, options: NodeOptions = {}): Figure {
  const rows = options.rows ?? []
  const fact = factLine(options.facts ?? [], context.say) || context.say(options.otherwise ?? '')
  const locked = context.element.locked ? LOCK + 4 : 0
  const width = rows.length > 0 ? sizes.node.rowsWidth : sizes.node.width
  const meters = options.meters ?? []
  const head = sizes.node.height + rows.length * ROW
  const height = head + (meters.length > 0 ? meters.length * METER + 4 : 0)
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
    marks.push(...rowMarks(context, row, y, width))
    return {
      x: 0,
      y,
      width,
      height: ROW,
      ...(row.pointer === undefined ? {} : { pointer: row.pointer }),
      ...(row.element === undefined ? {} : { element: row.element }),
    }
  })
  if (meters.length > 0) marks.push(rule(0, head, width))
  meters.forEach((meter, i) => {
    marks.push(...meterMarks(context, meter, head + 4 + i * METER, width))
  })
  return { width, height, marks, rows: places }
}

function meterMarks({ say }: ElementContext, meter: Meter, y: number, width: number): Mark[] {
  const { share } = meter
  const label = say(meter.label)
  const over = share > 1
  const bar = { x: EDGE, y: y + 15, width: width - 2 * EDGE, height: 4 }
  const filled = { ...bar, width: Math.max(4, Math.round(bar.width * Math.min(share, 1))) }
  const color = over ? 'error' : 'compute'
  const marks: Mark[] = [
    words(label, EDGE, y + 11, styles.fact, 'muted'),
    words(say(meter.text), width - EDGE, y + 11, styles.fact, over ? 'error' : 'text', 'end'),
    box(bar, { radius: 2, fill: 'surface-2', stroke: 'line', strokeWidth: 1 }),
  ]
  if (over) marks.push(sign('error', EDGE + measure(label, styles.fact) + 6, y + 1, 12, 'error'))
  return share > 0 ? [...marks, box(filled, { radius: 2, fill: color })] : marks
}

function rowMarks({ say }: ElementContext, row: NodeRow, y: number, width: number): Mark[] {
  const left = 36
  const name = fitText(say(row.name), width - left - EDGE, styles.label, 'middle')
  const start = left + measure(name, styles.label) + 8
  const fact = fitText(say(row.fact ?? ''), width - EDGE - start, styles.fact, 'middle')
  const marks: Mark[] = [
    rule(0, y, width),
    sign(row.glyph, 14, y + 9, 14, 'muted'),
    words(name, left, y + 20, styles.label, 'text'),
  ]
  if (fact) marks.push(words(fact, width - EDGE, y + 20, styles.fact, 'muted', 'end'))
  return marks
}
