/**
 * The ways from one side to another, and which of them is best. A path that runs free and short wins; running over a
 * figure costs more than any detour. Vertical cases are the horizontal ones with x and y exchanged.
 */
import type { Point, Rect } from '../mark'
import { type End, hasSide, wish } from './ends'
import type { Field } from './field'
import { bottom, edge, isHorizontal, opposite, right, type Side, simplify } from './geometry'

export interface SidePair {
  readonly from: Side
  readonly to: Side
}

export interface Path {
  readonly points: readonly Point[]
  readonly cost: number
}

/** Which end has more lines on its side: the bends are drawn near it, so that labels find room at the other one. */
export type Lean = 'from' | 'to' | 'middle'

const BEND = 28
/** How far a line runs straight before it turns. */
const STUB = 14
/** Lines that end on one side lie about so far apart. */
const STEP = 16
/** Between a line and the frame or figure that it goes around. */
const GAP = 12
/** Beside what a line goes around, and how far out it swings to come back on the same side: half of most gaps. */
const ASIDE = 8

const detour = { facing: 0, across: 36, corner: 44, around: 150 } as const

interface Route {
  readonly pair: SidePair
  readonly extra: number
}

/** The side pairs worth trying, the most natural ones first. */
export function sidePairs(a: End, b: End, field: Field): Route[] {
  const from = field.exit(a.item, b.item)
  const to = field.exit(b.item, a.item)
  const ahead = {
    right: to.x - right(from),
    left: from.x - right(to),
    bottom: to.y - bottom(from),
    top: from.y - bottom(to),
  }
  const found: Route[] = []
  const offer = (side: Side, end: Side, extra: number) => {
    if (hasSide(a, side) && hasSide(b, end)) found.push({ pair: { from: side, to: end }, extra })
  }
  const across: Side = ahead.right >= ahead.left ? 'right' : 'left'
  const along: Side = ahead.bottom >= ahead.top ? 'bottom' : 'top'
  if (ahead[across] >= GAP) offer(across, opposite[across], detour.facing)
  if (ahead[along] >= GAP) offer(along, opposite[along], ahead[across] >= GAP ? detour.across : detour.facing)
  if (ahead[across] > 0 && ahead[along] > 0) {
    offer(across, opposite[along], detour.corner)
    offer(along, opposite[across], detour.corner)
  }
  offer('right', 'right', detour.around)
  offer('left', 'left', detour.around)
  offer('bottom', 'bottom', detour.around)
  offer('top', 'top', detour.around)
  return found
}

export interface Sides {
  readonly pair: SidePair
  /** The way by which they were judged. */
  readonly points: readonly Point[]
}

/** The best sides for a line, judged by where it would like to end. */
export function chooseSides(a: End, b: End, field: Field): Sides {
  const inner = field.holds(a.item, b.item) || field.holds(b.item, a.item)
  let best: Sides | undefined
  let least = Number.POSITIVE_INFINITY
  for (const { pair, extra } of inner ? innerPairs(a, b) : sidePairs(a, b, field)) {
    const facing = pair.to === opposite[pair.from]
    const start = anchor(a, pair.from, wish(a, pair.from, b, facing))
    const end = anchor(b, pair.to, wish(b, pair.to, a, facing))
    if (shortest(pair, start, end) + extra >= least) continue
    const path = pathBetween(a, b, pair, start, end, 'middle', field)
    if (path.cost + extra < least) {
      least = path.cost + extra
      best = { pair, points: path.points }
    }
  }
  return best ?? { pair: { from: 'right', to: 'left' }, points: [] }
}

/** What a path between two sides costs at least: no detour, as few bends as the sides allow. */
function shortest({ from, to }: SidePair, start: Point, end: Point): number {
  const length = Math.abs(start.x - end.x) + Math.abs(start.y - end.y)
  if (isHorizontal(from) !== isHorizontal(to)) return length + BEND
  if (from === to) return length + 2 * BEND + 2 * ASIDE
  const aligned = isHorizontal(from) ? start.y === end.y : start.x === end.x
  return length + (aligned ? 0 : 2 * BEND)
}

/** A frame and something in it: from the inside of the frame's edge straight to the same side. */
function innerPairs(a: End, b: End): Route[] {
  return (['left', 'right', 'bottom', 'top'] as const)
    .filter((side) => hasSide(a, side) && hasSide(b, side))
    .map((side) => ({ pair: { from: side, to: side }, extra: side === 'top' ? 48 : 0 }))
}

export function anchor(end: End, side: Side, along: number): Point {
  const across = edge(end.rect, side)
  return isHorizontal(side) ? { x: across, y: along } : { x: along, y: across }
}

/** The best path between two given points on two given sides; its cost is infinite when none of the usual ones fits. */
export function pathBetween(
  a: End,
  b: End,
  pair: SidePair,
  start: Point,
  end: Point,
  lean: Lean,
  field: Field,
): Path {
  const walk: Walk = { field, swapped: !isHorizontal(pair.from), best: undefined }
  const inner = field.holds(a.item, b.item) || field.holds(b.item, a.item)
  if (isHorizontal(pair.from) !== isHorizontal(pair.to)) corner(walk, pair, start, end)
  else {
    const from = inner ? a.rect : field.exit(a.item, b.item)
    const to = inner ? b.rect : field.exit(b.item, a.item)
    const p = turn(start, walk.swapped)
    const q = turn(end, walk.swapped)
    if (inner) straight(walk, p, q)
    else if (pair.from === pair.to) around(walk, p, q, pair.from, a.rect, b.rect, from, to)
    else facing(walk, p, q, pair.from, from, to, lean)
  }
  const { points, cost } = walk.best ?? { points: [start, end], cost: Number.POSITIVE_INFINITY }
  return {
    points: simplify(walk.best && walk.swapped ? points.map((point) => turn(point, true)) : points),
    cost,
  }
}

/** The search for one line. Its coordinates are exchanged where the line starts and ends vertically. */
interface Walk {
  readonly field: Field
  readonly swapped: boolean
  best: Path | undefined
}

function turn(point: Point, swapped: boolean): Point {
  return swapped ? { x: point.y, y: point.x } : point
}

/** Weighs a path and keeps it if it is the best so far. True when nothing stands in its way. */
function consider(walk: Walk, points: readonly Point[]): boolean {
  let cost = -BEND
  for (let i = 1; i < points.length; i++) {
    const run = lengthOf(points[i - 1] as Point, points[i] as Point)
    if (run > 0) cost += run + BEND
  }
  const free = cost
  const limit = walk.best?.cost ?? Number.POSITIVE_INFINITY
  for (let i = 1; i < points.length && cost < limit; i++) {
    const p = points[i - 1] as Point
    const q = points[i] as Point
    if (lengthOf(p, q) > 0)
      cost += walk.swapped ? walk.field.cost(p.y, p.x, q.y, q.x) : walk.field.cost(p.x, p.y, q.x, q.y)
  }
  if (cost < limit) walk.best = { points, cost }
  return cost === free && cost < limit
}

/** Of a run, which is level or upright. */
function lengthOf(p: Point, q: Point): number {
  return Math.abs(p.x - q.x) + Math.abs(p.y - q.y)
}

function hits(walk: Walk, p: Point, q: Point): Rect[] {
  if (!walk.swapped) return walk.field.hits(p.x, p.y, q.x, q.y)
  return walk.field
    .hits(p.y, p.x, q.y, q.x)
    .map(({ x, y, width, height }) => ({ x: y, y: x, width: height, height: width }))
}

function straight(walk: Walk, p: Point, q: Point): void {
  const middle = (p.x + q.x) / 2
  consider(walk, p.y === q.y ? [p, q] : [p, { x: middle, y: p.y }, { x: middle, y: q.y }, q])
}

/** One bend, between a side and a side across. */
function corner(walk: Walk, pair: SidePair, start: Point, end: Point): void {
  const bend = walk.swapped ? { x: start.x, y: end.y } : { x: end.x, y: start.y }
  const leaves = ahead(start, bend, pair.from)
  const arrives = ahead(end, bend, pair.to)
  if (!leaves || !arrives) return
  consider(walk, walk.swapped ? [start, bend, end].map((point) => turn(point, true)) : [start, bend, end])
}

function ahead(from: Point, to: Point, side: Side): boolean {
  switch (side) {
    case 'right':
      return to.x >= from.x + STUB
    case 'left':
      return to.x <= from.x - STUB
    case 'bottom':
      return to.y >= from.y + STUB
    case 'top':
      return to.y <= from.y - STUB
  }
}

/** From a side to the one that looks at it: straight, with two bends, or with four around what is in between. */
function facing(walk: Walk, p: Point, q: Point, side: Side, from: Rect, to: Rect, lean: Lean): void {
  const forward = side === 'right' || side === 'bottom'
  const sign = forward ? 1 : -1
  const leave = edge(from, side) + sign * GAP
  const arrive = edge(to, opposite[side]) - sign * GAP
  let low = Math.min(leave, arrive)
  let high = Math.max(leave, arrive)
  if ((arrive - leave) * sign < 0) low = high = (p.x + q.x) / 2
  const near = forward ? low : high
  const far = forward ? high : low
  if (p.y === q.y) {
    if (consider(walk, [p, q])) return
  } else {
    const room = Math.min(high - low, 24)
    // A small step is made at the quiet end: at the busy one, the line would lie on its neighbour's track until then.
    const step = Math.abs(p.y - q.y) < STEP
    const early = step ? lean === 'to' : lean === 'from'
    const at = lean === 'middle' ? (low + high) / 2 : early ? near + sign * room : far - sign * room
    for (const x of [at, (low + high) / 2, near, far]) {
      if (consider(walk, bent(p, q, Math.round(x)))) return
    }
    for (const x of channels(walk, p, q, (low + high) / 2, low, high))
      if (consider(walk, bent(p, q, x))) return
  }
  aside(walk, p, q, sign, near, far)
}

function bent(p: Point, q: Point, x: number): Point[] {
  return [p, { x, y: p.y }, { x, y: q.y }, q]
}

/** Places beside the figures that a vertical run would hit. */
function channels(walk: Walk, p: Point, q: Point, x: number, low: number, high: number): number[] {
  const found = new Set<number>()
  for (const rect of hits(walk, { x, y: p.y }, { x, y: q.y })) {
    for (const beside of [rect.x - ASIDE, right(rect) + ASIDE])
      if (beside >= low && beside <= high) found.add(beside)
  }
  return [...found].slice(0, 6)
}

/** Around what stands between: along a free row above or below it. */
function aside(walk: Walk, p: Point, q: Point, sign: number, near: number, far: number): void {
  const rows = new Set<number>()
  let first = far
  let last = near
  const blocked = [...hits(walk, p, { x: far, y: p.y }), ...hits(walk, { x: near, y: q.y }, q)]
  for (const rect of blocked) {
    rows.add(rect.y - ASIDE)
    rows.add(bottom(rect) + ASIDE)
    const front = sign > 0 ? rect.x - ASIDE : right(rect) + ASIDE
    const back = sign > 0 ? right(rect) + ASIDE : rect.x - ASIDE
    if ((first - front) * sign > 0) first = front
    if ((back - last) * sign > 0) last = back
  }
  const starts = new Set([near, (first - p.x) * sign >= STUB ? first : near])
  const ends = new Set([far, (q.x - last) * sign >= STUB ? last : far])
  for (const y of [...rows].sort((m, n) => Math.abs(m - q.y) - Math.abs(n - q.y)).slice(0, 6)) {
    for (const x1 of starts) {
      for (const x2 of ends) {
        if ((x2 - x1) * sign < 0) continue
        consider(walk, [p, { x: x1, y: p.y }, { x: x1, y }, { x: x2, y }, { x: x2, y: q.y }, q])
      }
    }
  }
}

/** Out on one side and back on the same one. */
function around(walk: Walk, p: Point, q: Point, side: Side, a: Rect, b: Rect, from: Rect, to: Rect): void {
  const forward = side === 'right' || side === 'bottom'
  const sign = forward ? 1 : -1
  const beyond = (one: Rect, two: Rect) => {
    const [m, n] = [edge(one, side), edge(two, side)]
    return (forward ? Math.max(m, n) : Math.min(m, n)) + sign * ASIDE
  }
  for (const x of [beyond(a, b), beyond(from, to)]) {
    if (consider(walk, bent(p, q, x))) return
    for (const rect of hits(walk, { x, y: p.y }, { x, y: q.y }).slice(0, 4)) {
      const past = forward ? right(rect) + GAP : rect.x - GAP
      if ((past - x) * sign > 0 && consider(walk, bent(p, q, past))) return
    }
  }
}
