/** Where on a figure a line may end: a side of the whole figure, or the left or right end of one of its rows. */

import type { DrawnLine, LineEnd } from '../lines'
import type { Figure, Rect } from '../mark'
import type { SceneItem } from '../places'
import { bottom, center, clamp, isHorizontal, opposite, right, type Side } from './geometry'

export interface End {
  /** Index of the item in the scene. */
  readonly item: number
  readonly rect: Rect
  /** Index of the row in the figure; -1 for the figure as a whole. */
  readonly row: number
  /** The row, or the part of the figure whose left and right sides belong to the figure as a whole. */
  readonly area: Rect
  readonly frame: boolean
}

/** Keeps lines off the rounded corners. */
const CORNER = 10

/** Finds the figure, and the row that shows the fact or the absorbed element. */
export function endOf(end: LineEnd, item: SceneItem, index: number): End {
  const { rect, figure } = item
  const row = rowFor(figure, end)
  const place = figure.rows[row]
  const first = figure.rows[0]
  const area = place
    ? { x: rect.x, y: rect.y + place.y, width: rect.width, height: place.height }
    : { ...rect, height: first ? first.y : rect.height }
  return { item: index, rect, row, area, frame: figure.content !== undefined }
}

/** The index of the row that shows a fact or an absorbed element; -1 when that is the figure as a whole. */
export function rowFor(figure: Figure, end: LineEnd): number {
  const { row, pointer } = end
  if (row !== undefined) return figure.rows.findIndex((each) => each.element === row)
  if (pointer === undefined) return -1
  return figure.rows.findIndex(
    (each) => each.pointer !== undefined && `${pointer}/`.startsWith(`${each.pointer}/`),
  )
}

/** Rows are reached from the left and the right only. */
export function hasSide(end: End, side: Side): boolean {
  return end.row < 0 || isHorizontal(side)
}

/** The part of a side that lines may use: from and to, along the side. */
export function span({ rect, row, area }: End, side: Side): readonly [number, number] {
  if (!isHorizontal(side)) return shrink(rect.x, right(rect), CORNER)
  return shrink(area.y, bottom(area), row < 0 ? CORNER : 6)
}

function shrink(low: number, high: number, by: number): readonly [number, number] {
  const margin = Math.min(by, (high - low) / 2 - 1)
  return [low + margin, high - margin]
}

/**
 * Where a line would like to end if it were alone: the middle of a side; on a frame, as straight across as possible, and
 * straight across from a frame that it faces.
 */
export function wish(end: End, side: Side, other: End, facing = false): number {
  const [low, high] = span(end, side)
  if (isWide(end)) return across(end, side, other)
  const middle = (low + high) / 2
  return facing && isWide(other) ? clamp(across(other, opposite[side], end), low, high) : middle
}

function isWide({ frame, row }: End): boolean {
  return frame && row < 0
}

function across(end: End, side: Side, other: End): number {
  const aim = center(other.area)
  return clamp(isHorizontal(side) ? aim.y : aim.x, ...span(end, side))
}

/** The two ends of a line; `lines.ts` draws no line to what is not in the scene. */
export function endsOf(
  { from, to }: DrawnLine,
  items: readonly SceneItem[],
  index: ReadonlyMap<string, number>,
): [End, End] {
  const a = index.get(from.item)
  const b = index.get(to.item)
  if (a === undefined || b === undefined) throw new Error(`No item "${from.item}" or "${to.item}".`)
  return [endOf(from, items[a] as SceneItem, a), endOf(to, items[b] as SceneItem, b)]
}
