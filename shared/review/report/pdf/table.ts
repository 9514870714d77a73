/** Tables of a report: rows that stay whole where they can, and a head that comes again on every page. */
import type { Mark } from '../../../figures/mark'
import { measure, styles } from '../../../figures/text'
import type { Cell, Row, Table } from '../report'
import type { Piece } from './piece'
import { type Looks, type RichRow, rowMarks, setLine } from './rich'

const ROW = 15
const GUTTER = 12
const PADDING = 5
/** A row of more is broken: it would not fit on any page. */
const MOST_LINES = 48

const body: Looks = { style: styles.fact, color: 'text' }
const heads: Looks = { style: styles.strong, color: 'muted' }

interface Place {
  readonly left: number
  readonly room: number
  readonly isNumber: boolean
}

/** A piece for each row, each knowing the head. */
export function tablePieces({ columns, rows, total }: Table, width: number): readonly Piece[] {
  const sum = columns.reduce((all, { share }) => all + share, 0)
  let left = 0
  const places = columns.map(({ share, isNumber }, i): Place => {
    const own = (width * share) / sum
    const place = { left, room: own - (i === columns.length - 1 ? 0 : GUTTER), isNumber: isNumber === true }
    left += own
    return place
  })
  const head = {
    ...headPiece(
      columns.map(({ heading }) => heading),
      places,
      width,
    ),
    keepsNext: true,
  }
  const pieces = [...rows, ...(total ? [total] : [])].flatMap((row, i) =>
    rowPieces(row, places, width, isContinued(rows[i + 1])),
  )
  return [head, ...pieces.map((piece) => ({ ...piece, head }))]
}

/** Does a row belong to the one above, whose first cell says what it is about? */
function isContinued(row: Row | undefined): boolean {
  return row?.[0]?.every((line) => line.length === 0) ?? false
}

function headPiece(headings: readonly string[], places: readonly Place[], width: number): Piece {
  const cells = headings.map((heading, i) => setLine([heading], places[i]?.room ?? 0, heads))
  const lines = Math.max(1, ...cells.map((rows) => rows.length))
  const height = lines * ROW + 2 * PADDING
  return { height, marks: [...marksOf(cells, places), line(0, height, width)] }
}

function rowPieces(row: Row, places: readonly Place[], width: number, goesOn: boolean): readonly Piece[] {
  const cells = row.map((cell: Cell, i) => cell.flatMap((one) => setLine(one, places[i]?.room ?? 0, body)))
  const lines = Math.max(1, ...cells.map((rows) => rows.length))
  const pieces: Piece[] = []
  for (let at = 0; at < lines; at += MOST_LINES) {
    const part = cells.map((rows) => rows.slice(at, at + MOST_LINES))
    const height = Math.min(lines - at, MOST_LINES) * ROW + 2 * PADDING
    const end = at + MOST_LINES >= lines
    const from = goesOn ? (places[1]?.left ?? 0) : 0
    pieces.push({ height, marks: [...marksOf(part, places), ...(end ? [line(from, height, width)] : [])] })
  }
  return pieces
}

function marksOf(cells: readonly (readonly RichRow[])[], places: readonly Place[]): readonly Mark[] {
  return cells.flatMap((rows, i) => {
    const place = places[i]
    if (!place) return []
    return rows.flatMap((row, n) => {
      const left = place.isNumber ? place.left + place.room - widthOf(row) : place.left
      return rowMarks(row, left, PADDING + 11 + n * ROW)
    })
  })
}

function widthOf(row: RichRow): number {
  return row.reduce((sum, run) => sum + (run.sign ? run.width : measure(run.text, run.style)), 0)
}

function line(x: number, y: number, to: number): Mark {
  return {
    mark: 'line',
    points: [
      { x, y },
      { x: to, y },
    ],
    color: 'line',
    width: 0.75,
    stroke: 'solid',
  }
}
