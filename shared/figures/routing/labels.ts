/** Finds a place for each line's pill: on a long run, off the figures and off the other pills; none if there is no room. */
import { toNumber } from '../../basics/convert'
import type { Point, Rect } from '../mark'
import { fitText, measure, styles } from '../text'
import { type Areas, areasFor, areaTouches, areaTouchesAny, putArea } from './areas'
import type { Field } from './field'
import { cellKey } from './geometry'
import type { Lean } from './paths'

export interface Label {
  readonly text: string
  readonly rect: Rect
}

/** The lines that want labels. */
export interface Wanted {
  readonly texts: readonly { readonly text: string }[]
  readonly paths: readonly (readonly Point[])[]
  /** At a side with many lines a label rather stands at the other end. */
  readonly anchors: readonly { readonly lean: Lean }[]
  readonly field: Field
}

/** An answer, with what makes the next one cheap. */
export interface Labels {
  readonly found: readonly (Label | undefined)[]
  /** The lines whose path or label is not as before; all of them without a before. */
  readonly changed: readonly number[]
  readonly wanted: Pick<Wanted, 'paths' | 'anchors'>
  /** In which a line's label may be, with its distance from others. */
  readonly areas: Areas
  readonly pills: Areas
}

/** The labels of the same lines in an earlier scene, and the areas in which something changed since. */
export interface LabelsBefore {
  readonly labels: Labels
  readonly areas: readonly Rect[]
}

const HEIGHT = 16
const MAX_TEXT = 132
const PADDING = 6
/** What stays visible of a run at each side of its pill. */
const REST = 6
/** Between two pills. */
const APART = 3
/** Along a run, the middle first. */
const places = [0.5, 0.35, 0.65, 0.2, 0.8, 0.08, 0.92] as const

/**
 * One label or none for every line. The first lines choose first, so a label depends on those before it; it is found
 * anew when its line changed, or when something near it did: a figure, or an earlier label.
 */
export function placeLabels(wanted: Wanted, before?: LabelsBefore): Labels {
  const { texts, paths, anchors, field } = wanted
  const old = before?.labels
  const changes = [...(before?.areas ?? [])]
  const found = old ? [...old.found] : []
  const changed: number[] = []
  const areas = old ? old.areas.slice() : areasFor(paths.length)
  const pills = old ? old.pills.slice() : areasFor(paths.length)
  const grid = old ? undefined : new PillGrid()
  for (let i = 0; i < paths.length; i++) {
    const points = paths[i] as readonly Point[]
    const moved = !old || points !== old.wanted.paths[i] || anchors[i] !== old.wanted.anchors[i]
    if (!moved && !areaTouchesAny(areas, i, changes)) continue
    const isFree = (rect: Rect) =>
      !(grid ? grid.near(rect) : nearOne(pills, i, rect)) && !field.occupied(rect)
    const label = placed(texts[i]?.text ?? '', points, anchors[i]?.lean ?? 'middle', isFree)
    const same = old && sameLabel(found[i], label)
    if (old && !same) {
      for (const one of [found[i], label]) if (one) changes.push(one.rect)
    }
    if (moved || !same) changed.push(i)
    if (!same) found[i] = label
    if (label) grid?.add(label.rect)
    putArea(areas, i, areaOf(points))
    putArea(pills, i, label?.rect)
  }
  return { found, changed, wanted: { paths, anchors }, areas, pills }
}

/** Is one of the pills of the lines before so near that the two would touch? */
function nearOne(pills: Areas, line: number, rect: Rect): boolean {
  for (let i = 0; i < line; i++) if (areaTouches(pills, i, rect, APART)) return true
  return false
}

/** As far as a pill can reach from the line, and the others' distance from it. */
function areaOf(points: readonly Point[]): Rect {
  const reach = MAX_TEXT / 2 + 2 * PADDING
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  let [far, low] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    far = Math.max(far, x)
    top = Math.min(top, y)
    low = Math.max(low, y)
  }
  return { x: left - reach, y: top - HEIGHT, width: far - left + 2 * reach, height: low - top + 2 * HEIGHT }
}

/** The first free place: level runs that are long enough come first, from the quiet end on, then upright ones. */
function placed(
  whole: string,
  points: readonly Point[],
  lean: Lean,
  isFree: (rect: Rect) => boolean,
): Label | undefined {
  const text = fitText(whole, MAX_TEXT, styles.fact, 'middle')
  if (text === '') return undefined
  const width = Math.ceil(measure(text, styles.fact)) + 2 * PADDING
  for (const { start, end, length, room } of runsFor(points, lean, width)) {
    const reach = room / length / 2
    for (const place of places) {
      const at = Math.max(0.5 - reach, Math.min(0.5 + reach, place))
      const x = Math.round(start.x + (end.x - start.x) * at - width / 2)
      const y = Math.round(start.y + (end.y - start.y) * at - HEIGHT / 2)
      const rect = { x, y, width, height: HEIGHT }
      if (isFree(rect)) return { text, rect }
    }
  }
  return undefined
}

interface LabelRun {
  readonly start: Point
  readonly end: Point
  readonly length: number
  /** What is left of its length beside the label. */
  readonly room: number
  readonly level: boolean
}

/** The runs on which a label has room, the best ones first: level ones, near the quiet end, long ones. */
function runsFor(points: readonly Point[], lean: Lean, width: number): LabelRun[] {
  const runs: LabelRun[] = []
  for (let i = 1; i < points.length; i++) {
    const start = points[i - 1] as Point
    const end = points[i] as Point
    const level = start.y === end.y
    const length = Math.abs(end.x - start.x) + Math.abs(end.y - start.y)
    const room = length - (level ? width : HEIGHT) - 2 * REST
    if (room >= 0) runs.push({ start, end, length, room, level })
  }
  if (lean === 'from') runs.reverse()
  return runs.sort(
    (a, b) => toNumber(b.level) - toNumber(a.level) || (lean === 'middle' ? b.length - a.length : 0),
  )
}

const CELL = 256

/** The pills placed so far, quick to ask. */
class PillGrid {
  readonly #cells = new Map<number, Rect[]>()

  add(rect: Rect): void {
    const far = Math.floor((rect.x + rect.width + APART) / CELL)
    const low = Math.floor((rect.y + rect.height + APART) / CELL)
    for (let cy = Math.floor((rect.y - APART) / CELL); cy <= low; cy++) {
      for (let cx = Math.floor((rect.x - APART) / CELL); cx <= far; cx++) {
        const key = cellKey(cx, cy)
        const cell = this.#cells.get(key)
        if (cell) cell.push(rect)
        else this.#cells.set(key, [rect])
      }
    }
  }

  near(rect: Rect): boolean {
    // A pill is in every cell within its distance, so one cell of this one's tells of all that are near that point.
    for (const x of [rect.x, rect.x + rect.width]) {
      for (const y of [rect.y, rect.y + rect.height]) {
        const cell = this.#cells.get(cellKey(Math.floor(x / CELL), Math.floor(y / CELL)))
        if (cell?.some((other) => touch(rect, other))) return true
      }
    }
    return false
  }
}

function touch(a: Rect, b: Rect): boolean {
  const apartX = b.x >= a.x + a.width + APART || a.x >= b.x + b.width + APART
  const apartY = b.y >= a.y + a.height + APART || a.y >= b.y + b.height + APART
  return !apartX && !apartY
}

function sameLabel(a: Label | undefined, b: Label | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return a.text === b.text && a.rect.x === b.rect.x && a.rect.y === b.rect.y
}
