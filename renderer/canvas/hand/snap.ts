/** Where something that is dragged comes to rest: in line with its siblings, else on the grid. Pure. */
import type { Rect } from '../../../shared/figures/mark'
import type { Guide, Point } from '../gesture'

export interface SnapOptions {
  /** What stays, near what is dragged. */
  readonly others: readonly Rect[]
  /** How near counts as meant, in canvas pixels. */
  readonly reach: number
  /** The step of the grid; absent while it is off. */
  readonly grid?: number
}

export interface Snapped {
  readonly delta: Point
  readonly guides: readonly Guide[]
}

interface Axis {
  readonly start: (rect: Rect) => number
  readonly size: (rect: Rect) => number
}

const x: Axis = { start: (rect) => rect.x, size: (rect) => rect.width }
const y: Axis = { start: (rect) => rect.y, size: (rect) => rect.height }

/**
 * The movement nearest to `delta` that brings an edge or the middle of `box` in line with an edge or the middle of
 * something else; on an axis where nothing is within reach, the one that brings its start onto the grid.
 */
export function snap(box: Rect, delta: Point, options: SnapOptions): Snapped {
  const across = snapAxis(x, box, delta.x, options)
  const down = snapAxis(y, box, delta.y, options)
  const moved = { ...box, x: box.x + across.delta, y: box.y + down.delta }
  return {
    delta: { x: across.delta, y: down.delta },
    guides: [
      ...across.lines.map((at) => upright(at, moved, options.others)),
      ...down.lines.map((at) => level(at, moved, options.others)),
    ],
  }
}

/** Start, middle and end. */
function stops(axis: Axis, rect: Rect): readonly number[] {
  const start = axis.start(rect)
  const size = axis.size(rect)
  return [start, start + size / 2, start + size]
}

function snapAxis(
  axis: Axis,
  box: Rect,
  delta: number,
  { others, reach, grid }: SnapOptions,
): { readonly delta: number; readonly lines: readonly number[] } {
  const mine = stops(axis, box).map((stop) => stop + delta)
  let best: number | undefined
  for (const other of others) {
    for (const theirs of stops(axis, other)) {
      for (const stop of mine) {
        const shift = theirs - stop
        if (Math.abs(shift) <= Math.min(reach, Math.abs(best ?? reach))) best = shift
      }
    }
  }
  if (best !== undefined) {
    const there = mine.map((stop) => stop + best)
    const lines = others
      .flatMap((other) => stops(axis, other))
      .filter((stop) => there.some((s) => same(s, stop)))
    return { delta: delta + best, lines: [...new Set(lines)] }
  }
  if (grid === undefined) return { delta, lines: [] }
  const start = axis.start(box)
  return { delta: Math.round((start + delta) / grid) * grid - start, lines: [] }
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.01
}

/** The guide at an x, as long as what it connects. */
function upright(at: number, box: Rect, others: readonly Rect[]): Guide {
  const on = [box, ...others.filter((other) => stops(x, other).some((stop) => same(stop, at)))]
  return {
    from: { x: at, y: Math.min(...on.map((rect) => rect.y)) },
    to: { x: at, y: Math.max(...on.map((rect) => rect.y + rect.height)) },
  }
}

function level(at: number, box: Rect, others: readonly Rect[]): Guide {
  const on = [box, ...others.filter((other) => stops(y, other).some((stop) => same(stop, at)))]
  return {
    from: { x: Math.min(...on.map((rect) => rect.x)), y: at },
    to: { x: Math.max(...on.map((rect) => rect.x + rect.width)), y: at },
  }
}
