/** The pages that show the drawing: one as large as it is, or as many sheets of paper as it takes. */

import { toText } from '../../basics/convert'
import type { Mark, Rect } from '../../figures/mark'
import { fitText, styles } from '../../figures/text'
import { say } from '../../texts/text'
import type { Translate } from '../../texts/translate'
import { type Paper, papers } from './papers'
import type { Sheet } from './sheet'

const MILLIMETRE = 96 / 25.4

/** Printers leave this much white. */
const MARGIN = 12 * MILLIMETRE
/** What two neighbours both show of the drawing, so that they can be glued. */
const OVERLAP = 10 * MILLIMETRE
/** A drawing that is only a little too large is made smaller; its smallest text is then 6 points high. */
const SMALLEST = 0.7
/** Programs take pages of up to 14,400 points. */
const LARGEST = 14_400 / 0.75

/** Width and height in pixels. */
export function sizeOf(paper: Paper, lying = false): readonly [number, number] {
  const [width, height] = papers[paper]
  const upright = [width * MILLIMETRE, height * MILLIMETRE] as const
  return lying ? [upright[1], upright[0]] : upright
}

/** One page as large as the drawing. */
export function fittingPage(area: Rect): Sheet {
  const scale = Math.min(1, LARGEST / area.width, LARGEST / area.height)
  const at = { x: 0, y: 0 }
  return { width: area.width * scale, height: area.height * scale, marks: [], part: { area, at, scale } }
}

/** Sheets that put together show the drawing, with how they go together; one when it fits. */
export function tiledPages(area: Rect, paper: Paper, title: string, words: Translate): readonly Sheet[] {
  const grids = [false, true].flatMap((lies) =>
    scalesFor(area, paper, lies).map((s) => gridOf(area, paper, lies, s)),
  )
  const pages = ({ columns, rows }: Grid) => columns * rows
  const better = (a: Grid, b: Grid) => pages(a) - pages(b) || b.scale - a.scale
  const [grid] = grids.sort(better) as [Grid, ...Grid[]]
  const tiles = Array.from({ length: pages(grid) }, (_, i) => i)
  return tiles.map((i) => tile(area, grid, i, footerOf(title, i, grid, words)))
}

interface Grid {
  readonly width: number
  readonly height: number
  readonly columns: number
  readonly rows: number
  readonly scale: number
  /** What of the drawing one sheet shows, in its pixels. */
  readonly shown: { readonly width: number; readonly height: number }
}

/** Its own size, and those a little smaller at which it fills whole sheets. */
function scalesFor(area: Rect, paper: Paper, lies: boolean): readonly number[] {
  const room = roomOf(paper, lies)
  const scales = new Set([1])
  for (const [whole, one] of [
    [area.width, room.width],
    [area.height, room.height],
  ] as const) {
    const most = Math.ceil(whole / (one - OVERLAP)) + 1
    for (let count = 1; count <= most; count++) {
      const scale = (count * one) / (whole + (count - 1) * OVERLAP)
      if (scale >= SMALLEST && scale <= 1) scales.add(scale)
    }
  }
  const fitting = Math.min(1, room.width / area.width, room.height / area.height)
  return fitting >= SMALLEST ? [fitting] : [...scales]
}

function roomOf(paper: Paper, lies: boolean): { readonly width: number; readonly height: number } {
  const [width, height] = sizeOf(paper, lies)
  return { width: width - 2 * MARGIN, height: height - 2 * MARGIN }
}

function gridOf(area: Rect, paper: Paper, lies: boolean, scale: number): Grid {
  const [width, height] = sizeOf(paper, lies)
  const room = roomOf(paper, lies)
  const shown = { width: room.width / scale, height: room.height / scale }
  const count = (whole: number, one: number) =>
    whole <= one + 0.01 ? 1 : Math.ceil((whole - OVERLAP - 0.01) / (one - OVERLAP))
  return {
    ...{ width, height, scale, shown },
    columns: count(area.width, shown.width),
    rows: count(area.height, shown.height),
  }
}

function tile(area: Rect, grid: Grid, i: number, footer: string): Sheet {
  const [column, row] = [i % grid.columns, Math.floor(i / grid.columns)]
  const { shown, scale, columns, rows } = grid
  const x = area.x + column * (shown.width - OVERLAP)
  const y = area.y + row * (shown.height - OVERLAP)
  const part = {
    ...{ x, y },
    width: Math.min(shown.width, area.x + area.width - x),
    height: Math.min(shown.height, area.y + area.height - y),
  }
  // A drawing on one sheet lies in its middle.
  const alone = columns * rows === 1
  const at = {
    x: alone ? (grid.width - part.width * scale) / 2 : MARGIN,
    y: alone ? (grid.height - part.height * scale) / 2 : MARGIN,
  }
  const marks = [...joints(grid, column, row), ...footerMarks(footer, grid, column)]
  return { width: grid.width, height: grid.height, marks, part: { area: part, at, scale } }
}

/** How long the marks in the margin are that say where the next sheet begins. */
const TICK = 6 * MILLIMETRE

/** Where a neighbour begins or ends, and its number. */
function joints({ width, height, columns, rows, scale }: Grid, column: number, row: number): readonly Mark[] {
  const number = (c: number, r: number) => toText(r * columns + c + 1)
  const overlap = OVERLAP * scale
  const [far, low] = [width - MARGIN - overlap, height - MARGIN - overlap]
  const marks: Mark[] = []
  for (const x of [...(column > 0 ? [MARGIN + overlap] : []), ...(column < columns - 1 ? [far] : [])]) {
    marks.push(tick(x, MARGIN - TICK, x, MARGIN - 4), tick(x, height - MARGIN + 4, x, height - MARGIN + TICK))
  }
  for (const y of [...(row > 0 ? [MARGIN + overlap] : []), ...(row < rows - 1 ? [low] : [])]) {
    marks.push(tick(MARGIN - TICK, y, MARGIN - 4, y), tick(width - MARGIN + 4, y, width - MARGIN + TICK, y))
  }
  const [middleX, middleY] = [width / 2, height / 2]
  if (column > 0) marks.push(...neighbour(MARGIN / 2, middleY, number(column - 1, row)))
  if (column < columns - 1) marks.push(...neighbour(width - MARGIN / 2, middleY, number(column + 1, row)))
  if (row > 0) marks.push(...neighbour(middleX, MARGIN / 2, number(column, row - 1)))
  if (row < rows - 1) marks.push(...neighbour(middleX, height - MARGIN / 2, number(column, row + 1)))
  return marks
}

function tick(x: number, y: number, toX: number, toY: number): Mark {
  const points = [
    { x, y },
    { x: toX, y: toY },
  ]
  return { mark: 'line', points, color: 'muted', width: 0.75, stroke: 'solid' }
}

function neighbour(x: number, y: number, number: string): readonly Mark[] {
  const [width, height] = [16 + number.length * 7, 20]
  return [
    {
      ...{ mark: 'box', x: x - width / 2, y: y - height / 2, width, height, radius: height / 2 },
      ...{ stroke: 'line', strokeWidth: 1, fill: 'surface' },
    },
    { mark: 'text', x, y: y + 4, text: number, ...styles.fact, color: 'muted', anchor: 'middle' },
  ]
}

function footerOf(title: string, i: number, { columns, rows }: Grid, words: Translate): string {
  const count = columns * rows
  if (count === 1) return title
  const place = say`page ${i + 1} of ${count} · row ${Math.floor(i / columns) + 1}, column ${(i % columns) + 1}`
  return `${title} · ${words(place)}`
}

/** Below the drawing, at the left: the middle may name the sheet below, and the corner say where the one before ends. */
function footerMarks(title: string, { width, height }: Grid, column: number): readonly Mark[] {
  const x = column > 0 ? MARGIN + OVERLAP + 8 : MARGIN
  const text = fitText(title, width / 2 - x - 40, styles.fact)
  return [{ mark: 'text', x, y: height - MARGIN / 2 + 4, text, ...styles.fact, color: 'muted' }]
}
