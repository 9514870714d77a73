/** Pages of text behind the drawing: what is wrong in the design, and what of it somebody has waived. */
import type { Design } from '../../design/design'
import type { Mark } from '../../figures/mark'
import { fitText, styles, type TextStyle, wrap } from '../../figures/text'
import type { ColorToken } from '../../figures/tokens'
import { graphOf, nameOf } from '../../graph/graph'
import { severities } from '../../rules/problem'
import type { JudgedProblem } from '../../rules/waivers'
import { say, term } from '../../texts/text'
import type { Translate } from '../../texts/translate'
import { type Paper, sizeOf } from './pages'
import type { Sheet } from './sheet'

export interface Report {
  readonly design: Design
  readonly problems: readonly JudgedProblem[]
  readonly paper: Paper
  readonly words: Translate
}

const MARGIN = 68
/** Where texts begin, to the right of the sign. */
const INDENT = 24
const LINE = 16

/** A few lines that stay together. */
interface Block {
  readonly height: number
  readonly marks: readonly Mark[]
}

/** Every problem that counts, the worst first. */
export function problemPages(report: Report): readonly Sheet[] {
  const { design, problems, words } = report
  const graph = graphOf(design)
  const open = problems.filter(({ waiver }) => waiver === undefined)
  const sorted = severities.flatMap((severity) => open.filter((problem) => problem.severity === severity))
  const blocks = sorted.map((problem) => {
    const lines = [
      ...line(nameOf(graph, problem.element), styles.name, 'text', report),
      ...line(words(problem), styles.label, 'text', report),
      ...line(`${problem.rule}  ${problem.path}`, styles.code, 'muted', report),
    ]
    const sign: Mark = {
      ...{ mark: 'glyph', x: 0, y: 3, size: 14 },
      ...{ glyph: problem.severity, color: problem.severity },
    }
    return blockOf(lines, sign)
  })
  return flow(report, words(term('Problems')), blocks, words(term('The design has no problems.')))
}

/** Every waiver, with who gave it and until when. */
export function waiverPages(report: Report): readonly Sheet[] {
  const { design, words } = report
  const graph = graphOf(design)
  const blocks = Object.entries(design.waivers ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { rule, element, path = '', reason, author, expires }]) =>
      blockOf([
        ...line(nameOf(graph, element), styles.name, 'text', report),
        ...line(reason, styles.label, 'text', report),
        ...line(
          words(expires === undefined ? say`by ${author}` : say`by ${author}, until ${expires}`),
          styles.fact,
          'muted',
          report,
        ),
        ...line(`${rule}  ${path}`, styles.code, 'muted', report),
      ]),
    )
  return flow(report, words(term('Waivers')), blocks, words(term('No problem is waived.')))
}

type Line = Omit<Extract<Mark, { mark: 'text' }>, 'x' | 'y'>

function line(text: string, style: TextStyle, color: ColorToken, { paper }: Report): readonly Line[] {
  const room = sizeOf(paper)[0] - 2 * MARGIN - INDENT
  const rows = style.font === 'mono' ? [fitText(text, room, style)] : wrap(text, room, style)
  return rows.map((row) => ({ mark: 'text', text: row, ...style, color }))
}

function blockOf(lines: readonly Line[], sign?: Mark): Block {
  const texts = lines.map((each, i) => ({ ...each, x: INDENT, y: 14 + i * LINE }))
  return { height: lines.length * LINE + 12, marks: [...(sign ? [sign] : []), ...texts] }
}

/** The blocks one below the other, on as many pages as it takes. */
function flow(
  { design, paper, words }: Report,
  heading: string,
  blocks: readonly Block[],
  empty: string,
): readonly Sheet[] {
  const [width, height] = sizeOf(paper)
  const pages: Mark[][] = []
  let y = Number.POSITIVE_INFINITY
  const turn = () => {
    y = MARGIN + 32
    pages.push([
      {
        mark: 'text',
        x: MARGIN,
        y: MARGIN,
        text: heading,
        size: 15,
        weight: 600,
        font: 'sans',
        color: 'text',
      },
    ])
  }
  for (const block of blocks) {
    if (y + block.height > height - MARGIN) turn()
    pages.at(-1)?.push(...block.marks.map((mark) => shifted(mark, MARGIN, y)))
    y += block.height
  }
  if (blocks.length === 0) {
    turn()
    pages[0]?.push({ mark: 'text', x: MARGIN, y: y + 14, text: empty, ...styles.label, color: 'muted' })
  }
  return pages.map((marks, i) => {
    const place = pages.length > 1 ? ` · ${words(say`page ${i + 1} of ${pages.length}`)}` : ''
    const text = fitText(`${design.name}${place}`, width - 2 * MARGIN, styles.fact)
    const footer: Mark = {
      mark: 'text',
      x: MARGIN,
      y: height - MARGIN / 2,
      text,
      ...styles.fact,
      color: 'muted',
    }
    return { width, height, marks: [...marks, footer] }
  })
}

function shifted<M extends Mark>(mark: M, x: number, y: number): Mark {
  return mark.mark === 'line' ? mark : { ...mark, x: mark.x + x, y: mark.y + y }
}
