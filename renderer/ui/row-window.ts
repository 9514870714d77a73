/** Where the rows of a long list stand, and which of them are in view. Pure; every length in pixels. */

/** The top of each row, and behind the last one the height of all. */
export function topsOf<Row>(rows: readonly Row[], heightOf: (row: Row) => number): Float64Array {
  const tops = new Float64Array(rows.length + 1)
  let top = 0
  rows.forEach((row, index) => {
    top += heightOf(row)
    tops[index + 1] = top
  })
  return tops
}

/** The index of the row at a height: the first one for all above, the last one for all below. */
export function rowAt(tops: Float64Array, y: number): number {
  let low = 0
  let high = Math.max(tops.length - 2, 0)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((tops[middle] ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return low
}

/** Rows from one index up to, but without, another. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Rows are drawn a little beyond what is in view, so that scrolling finds them there. */
const BEYOND = 160

/** The rows to draw for a view of that top and height. */
export function spanOf(tops: Float64Array, top: number, height: number): Span {
  const count = tops.length - 1
  if (count <= 0) return { from: 0, to: 0 }
  return { from: rowAt(tops, top - BEYOND), to: rowAt(tops, top + height + BEYOND) + 1 }
}

/**
 * Where to scroll so that the rows from one index to another are in view, or of rows that are higher than the view the
 * beginning of the last; the same place where they are already.
 */
export function scrollFor(
  tops: Float64Array,
  first: number,
  last: number,
  top: number,
  height: number,
): number {
  const start = tops[first] ?? 0
  const end = tops[last + 1] ?? start
  if (start < top) return start
  return end > top + height ? Math.min(tops[last] ?? start, end - height) : top
}
