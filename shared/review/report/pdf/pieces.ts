/** The blocks of a report as pieces that stay together on a page. */
import { toText } from '../../../basics/convert'
import type { Mark, Rect } from '../../../figures/mark'
import { styles, type TextStyle } from '../../../figures/text'
import type { ColorToken } from '../../../figures/tokens'
import type { Block, Comments, Facts, Line, Part, Report, Section, Tiles, Tone } from '../report'
import type { Piece, PieceLink } from './piece'
import { type Looks, type RichRow, rowMarks, setLine } from './rich'
import { tablePieces } from './table'

/** The height of a row of text. */
export const ROW = 17

const heading: Readonly<Record<'h1' | 'h2', TextStyle>> = {
  h1: { size: 20, weight: 600, font: 'sans' },
  h2: { size: 15, weight: 600, font: 'sans' },
}

const body: Looks = { style: styles.label, color: 'text' }
const quiet: Looks = { style: styles.fact, color: 'muted' }

/** An empty stretch. */
export function gap(height: number): Piece {
  return { height, marks: [] }
}

/** Rows one below the other, as one piece. */
export function stack(rows: readonly RichRow[], { left = 0, row = ROW, top = 0, bottom = 0 } = {}): Piece {
  const marks = rows.flatMap((each, i) => rowMarks(each, left, top + 12 + i * row))
  const links = rows.flatMap((each, i) =>
    each.flatMap(({ link, x, width }): PieceLink[] =>
      link === undefined
        ? []
        : [{ area: { x: left + x, y: top + i * row, width, height: row }, to: { address: link } }],
    ),
  )
  return { height: top + rows.length * row + bottom, marks, ...(links.length === 0 ? {} : { links }) }
}

/** The title of the report and what stands below it. */
export function titlePieces({ kicker, title, facts }: Report, width: number): readonly Piece[] {
  const cells = facts.map(({ term, lines }) => ({ term, text: lines.flat() }))
  const each = width / Math.max(cells.length, 1)
  const strip = cells.flatMap(({ term, text }, i): readonly Mark[] => [
    ...setLine([term], each - 8, quiet)
      .slice(0, 1)
      .flatMap((row) => rowMarks(row, i * each, 12)),
    ...setLine(text, each - 8, body)
      .slice(0, 1)
      .flatMap((row) => rowMarks(row, i * each, 28)),
  ])
  return [
    stack(setLine([kicker], width, { style: styles.name, color: 'muted' })),
    ...setLine([title], width, { style: heading.h1, color: 'text' }).map((row) =>
      stack([row], { row: 28, top: 6 }),
    ),
    gap(8),
    { height: 36, marks: strip },
    { height: 24, marks: [rule(0, 12, width)] },
  ]
}

/** A section with its heading. */
export function sectionPieces(section: Section, report: Report, width: number): readonly Piece[] {
  const { id, heading: text, count } = section
  const looks: Looks = { style: heading.h2, color: 'text' }
  const counted: Line = count === undefined ? [text] : [text, ' ', { muted: toText(count) }]
  const head: Piece = {
    ...stack(setLine(counted, width, looks), { row: 20, top: 18, bottom: 8 }),
    keepsNext: true,
    bookmark: { title: text, level: 0, section: id },
  }
  return [head, ...section.blocks.flatMap((block) => blockPieces(block, report, width, 1))]
}

function blockPieces(block: Block, report: Report, width: number, level: number): readonly Piece[] {
  switch (block.block) {
    case 'paragraph':
      return [...setLine(block.line, width, body).map((row) => stack([row])), gap(6)]
    case 'callout':
      return [calloutPiece(block, width), gap(12)]
    case 'tiles':
      return [...tilePieces(block, width), gap(4)]
    case 'facts':
      return [...factPieces(block, width), gap(6)]
    case 'table':
      return [...tablePieces(block, width), gap(10)]
    case 'part':
      return partPieces(block, report, width, level)
    case 'comments':
      return commentPieces(block, report, width)
    // It has a page of its own.
    case 'picture':
      return []
  }
}

const tones: Readonly<Record<Tone, ColorToken>> = {
  ok: 'ok',
  error: 'error',
  warning: 'warning',
  advice: 'advice',
  muted: 'muted',
}

function calloutPiece({ tone, title, lines }: Extract<Block, { block: 'callout' }>, width: number): Piece {
  const room = width - 52
  const rows = [
    ...setLine([title], room, { style: styles.title, color: 'text' }),
    ...lines.flatMap((line) => setLine(line, room, body)),
  ]
  const inner = stack(rows, { left: 40, top: 12, bottom: 12, row: 18 })
  const color = tones[tone]
  return {
    ...inner,
    marks: [
      box({ x: 0, y: 0, width, height: inner.height }, { fill: color, fillOpacity: 0.06 }),
      box({ x: 0, y: 0, width: 4, height: inner.height }, { fill: color }),
      { mark: 'glyph', x: 16, y: 14, size: 16, glyph: tone === 'muted' ? 'optional' : tone, color },
      ...inner.marks,
    ],
  }
}

const TILES_IN_ROW = 4
const TILE = 84

function tilePieces({ tiles }: Tiles, width: number): readonly Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < tiles.length; at += TILES_IN_ROW) {
    const row = tiles.slice(at, at + TILES_IN_ROW)
    const each = (width - (TILES_IN_ROW - 1) * 10) / TILES_IN_ROW
    const marks = row.flatMap(({ label, value, detail = '', tone }, i): readonly Mark[] => {
      const x = i * (each + 10)
      const one = (text: string, looks: Looks, y: number, left = x + 12) =>
        setLine([text], each - 20, looks)
          .slice(0, 2)
          .flatMap((set, n) => rowMarks(set, left, y + n * 14))
      const isPlain = tone === 'muted'
      return [
        box({ x, y: 0, width: each, height: TILE }, { radius: 6, stroke: 'line', strokeWidth: 1 }),
        ...one(label, quiet, 18),
        ...(isPlain
          ? []
          : [{ mark: 'glyph', x: x + 12, y: 28, size: 14, glyph: tone, color: tones[tone] } as const]),
        ...one(
          value,
          { style: { size: 15, weight: 600, font: 'sans' }, color: 'text' },
          41,
          isPlain ? x + 12 : x + 32,
        ),
        ...one(detail, quiet, 60),
      ]
    })
    const links = row.flatMap(({ to }, i): PieceLink[] =>
      to === undefined
        ? []
        : [{ area: { x: i * (each + 10), y: 0, width: each, height: TILE }, to: { section: to } }],
    )
    pieces.push({ height: TILE + 10, marks, links })
  }
  return pieces
}

const TERM = 116

function factPieces({ facts }: Facts, width: number): readonly Piece[] {
  return facts.flatMap(({ term, lines }) => {
    const rows = lines.flatMap((line) => setLine(line, width - TERM, body))
    const name = setLine([term], TERM - 8, { style: styles.label, color: 'muted' })
    return rows.map((row, i) => {
      const piece = stack([row], { left: TERM })
      return i === 0
        ? { ...piece, marks: [...name.slice(0, 1).flatMap((set) => rowMarks(set, 0, 12)), ...piece.marks] }
        : piece
    })
  })
}

function partPieces(
  { heading: text, aside, blocks, isCard }: Part,
  report: Report,
  width: number,
  level: number,
): readonly Piece[] {
  const looks: Looks = { style: level === 1 ? styles.title : styles.name, color: 'text' }
  const head = stack(setLine(text, width, looks), { row: 18, top: isCard ? 10 : 12 })
  const below = aside ? [{ ...stack(setLine(aside, width, quiet), { row: 15 }), keepsNext: true }] : []
  const line = isCard ? [rule(0, 0, width)] : []
  const title = text
    .map((span) => (typeof span === 'string' ? span : 'text' in span ? span.text : ''))
    .join('')
  return [
    {
      ...head,
      marks: [...line, ...head.marks],
      keepsNext: true,
      // Cards of problems and threads are many; only what holds them is found by its bookmark.
      ...(isCard || title === '' ? {} : { bookmark: { title, level } }),
    },
    ...below,
    { ...gap(6), keepsNext: true },
    ...blocks.flatMap((block) => blockPieces(block, report, width, level + 1)),
    ...(isCard ? [gap(2)] : [gap(6)]),
  ]
}

function commentPieces({ comments }: Comments, report: Report, width: number): readonly Piece[] {
  return comments.flatMap(({ author, written, isEdited, text }) => {
    const when = [written, ...(isEdited ? [report.phrases.edited] : [])].join(' · ')
    const head = stack(setLine([{ strong: author }, '  ', { muted: when }], width - 14, body), { left: 14 })
    const rows = text.split(/\r?\n/).flatMap((line) => setLine([line], width - 14, body))
    return [
      withBar({ ...head, keepsNext: true }),
      ...rows.map((row) => withBar(stack([row], { left: 14 }))),
      gap(8),
    ]
  })
}

/** A bar at its left says that somebody speaks. */
function withBar(piece: Piece): Piece {
  return {
    ...piece,
    marks: [box({ x: 0, y: 0, width: 3, height: piece.height }, { fill: 'line' }), ...piece.marks],
  }
}

export function box(area: Rect, rest: Partial<Extract<Mark, { mark: 'box' }>>): Mark {
  return { mark: 'box', ...area, ...rest }
}

export function rule(x: number, y: number, width: number, color: ColorToken = 'line'): Mark {
  return {
    mark: 'line',
    points: [
      { x, y },
      { x: x + width, y },
    ],
    color,
    width: 0.75,
    stroke: 'solid',
  }
}
