import type { Text } from '../../texts/text'
import type { ElementContext } from '../figure'
import type { GlyphName } from '../glyphs'
import type { Figure, FigureRow, Mark } from '../mark'
import { fitPath, fitText, measure, styles } from '../text'
import { sizes } from '../tokens'
import { box, chip, emblem, type Fact, factLine, LOCK, lock, rule, sign, words } from './marks'

/** A container of a task definition. */
export interface CardRow {
  readonly pointer: string
  readonly name: Text
  /** A path, monospaced, below the name. */
  readonly detail: Text
  /** Filled dot: the task stops when this stops. Ring: it does not. */
  readonly essential: boolean
  /** At the right of the name, the last one first to go. */
  readonly chips: readonly string[]
  readonly glyphs: readonly GlyphName[]
}

export interface CardOptions {
  readonly facts: readonly Fact[]
  readonly rows: readonly CardRow[]
  /** A thin line at the bottom: the volumes. */
  readonly footer?:
    | { readonly pointer: string; readonly glyph: GlyphName; readonly facts: readonly Fact[] }
    | undefined
  /** What stands in place of the rows while there are none. */
  readonly empty: Text
}

const { width, header, row: rowHeight, icon, footer: footerHeight } = sizes.card
const EDGE = 12
const TITLE_LEFT = 50
const ROW_LEFT = 32

/** A header and rows with ports of their own. */
export function card(context: ElementContext, options: CardOptions): Figure {
  const bodyHeight = options.rows.length === 0 ? footerHeight : options.rows.length * rowHeight
  const height = header + bodyHeight + (options.footer ? footerHeight : 0)
  const rows: FigureRow[] = options.rows.map((row, i) => ({
    x: 0,
    y: header + i * rowHeight,
    width,
    height: rowHeight,
    pointer: row.pointer,
  }))
  const marks: Mark[] = [
    box(
      { x: 0, y: 0, width, height },
      { radius: sizes.radius.card, fill: 'surface', stroke: 'line', strokeWidth: 1 },
    ),
    ...title(context, factLine(options.facts, context.say)),
    ...options.rows.flatMap((row, i) => rowMarks(context, row, header + i * rowHeight)),
  ]
  if (options.rows.length === 0) {
    marks.push(
      rule(0, header, width),
      words(context.say(options.empty), EDGE, header + 18, styles.fact, 'muted'),
    )
  }
  if (options.footer) {
    const { pointer, glyph, facts } = options.footer
    const text = factLine(facts, context.say)
    const y = header + bodyHeight
    rows.push({ x: 0, y, width, height: footerHeight, pointer })
    marks.push(
      rule(0, y, width),
      sign(glyph, EDGE, y + 8, 12, 'muted'),
      words(fitText(text, width - ROW_LEFT - EDGE, styles.fact), ROW_LEFT, y + 18, styles.fact, 'muted'),
    )
  }
  return { width, height, marks, rows }
}

function title(context: ElementContext, facts: string): Mark[] {
  const room = width - TITLE_LEFT - EDGE
  const nameRoom = room - (context.element.locked ? LOCK + 4 : 0)
  return [
    ...emblem(context, EDGE, (header - icon) / 2, icon),
    words(
      fitText(context.name, nameRoom, styles.title, 'middle'),
      TITLE_LEFT,
      facts ? 19 : 27,
      styles.title,
      'text',
    ),
    ...(facts ? [words(fitText(facts, room, styles.fact), TITLE_LEFT, 35, styles.fact, 'muted')] : []),
    ...lock(context, width - EDGE, 15),
  ]
}

function rowMarks({ say }: ElementContext, row: CardRow, y: number): Mark[] {
  const name = say(row.name)
  const least = Math.min(measure(name, styles.name), 140)
  const ports = chipsIn(row.chips, width - EDGE, ROW_LEFT + least + 8, y + 14)
  const marks: Mark[] = [
    rule(0, y, width),
    sign(row.essential ? 'essential' : 'optional', EDGE + 2, y + 8, 12, row.essential ? 'compute' : 'muted'),
    words(
      fitText(name, ports.left - 8 - ROW_LEFT, styles.name, 'middle'),
      ROW_LEFT,
      y + 18,
      styles.name,
      'text',
    ),
    ...ports.marks,
  ]
  let end = width - EDGE
  for (const glyph of [...row.glyphs].reverse()) {
    marks.push(sign(glyph, end - 12, y + 23, 12, 'muted'))
    end -= 18
  }
  const detail = fitPath(say(row.detail), end - 4 - ROW_LEFT, styles.code)
  if (detail) marks.push(words(detail, ROW_LEFT, y + 33, styles.code, 'muted'))
  return marks
}

/** As many chips as fit between the two ends, in their order; `+2` stands for the others. */
function chipsIn(
  texts: readonly string[],
  right: number,
  left: number,
  middle: number,
): { marks: Mark[]; left: number } {
  for (let shown = texts.length; shown >= 0; shown--) {
    const rest = texts.length - shown
    const row = rest > 0 ? [...texts.slice(0, shown), `+${rest}`] : texts.slice(0, shown)
    const marks: Mark[] = []
    let end = right
    for (const text of [...row].reverse()) {
      const one = chip(text, end, middle)
      marks.unshift(...one.marks)
      end = one.left - 4
    }
    if (end + 4 >= left || shown === 0) return { marks, left: row.length > 0 ? end + 4 : right }
  }
  return { marks: [], left: right }
}
