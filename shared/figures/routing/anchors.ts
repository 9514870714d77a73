/** Spreads the lines that end on one side along it, in the order of where they go, so that they neither cross nor overlap. */
import type { Point } from '../mark'
import { towards } from './bent'
import { type End, span, wish } from './ends'
import { center, clamp, isHorizontal, opposite, type Side } from './geometry'
import { anchor, type Lean, type SidePair } from './paths'

/** A line whose sides are chosen. */
export interface Sided {
  readonly from: End
  readonly to: End
  readonly pair: SidePair
  /** Where it goes from its start, and where it comes from to its end, if that is not the other end. */
  readonly aims?: readonly [Point, Point]
}

export interface Anchored {
  readonly start: Point
  readonly end: Point
  readonly lean: Lean
}

/** The anchors of all lines, and what is needed to find those of a few lines again. */
export interface Anchors {
  readonly lines: readonly Anchored[]
  readonly slots: readonly (readonly [Slot, Slot])[]
  readonly groups: ReadonlyMap<number, Group>
  /** The lines whose anchors were found anew. */
  readonly affected: ReadonlySet<number>
}

/** Between two lines on a side, if there is room. */
const SPACING = 14

/** One end of a line on one side of a figure or row. */
interface Slot {
  readonly line: number
  readonly key: number
  readonly end: End
  readonly side: Side
  readonly wish: number
  /** What the lines of a side are sorted by: where they go. */
  readonly order: number
  readonly tie: number
}

/** All lines on one side, in order, with their places along it. */
interface Group {
  readonly slots: readonly Slot[]
  readonly places: readonly number[]
}

/** The two points of every line; without an answer from before, all lines are in `moved`. */
export function anchorLines(lines: readonly Sided[], moved: readonly number[], before?: Anchors): Anchors {
  const groups = new Map(before?.groups)
  const slots = before ? [...before.slots] : []
  const news = new Map<number, Slot[]>()
  const open = new Set(moved)
  for (const line of moved) {
    for (const slot of before?.slots[line] ?? []) if (!news.has(slot.key)) news.set(slot.key, [])
    const both = slotsOf(lines[line] as Sided, line)
    slots[line] = both
    for (const slot of both) {
      const list = news.get(slot.key)
      if (list) list.push(slot)
      else news.set(slot.key, [slot])
    }
  }
  const affected = new Set(moved)
  for (const [key, added] of news) {
    const stayed = groups.get(key)?.slots.filter((slot) => !open.has(slot.line)) ?? []
    const group = spread([...stayed, ...added])
    if (group.slots.length === 0) groups.delete(key)
    else groups.set(key, group)
    for (const slot of group.slots) affected.add(slot.line)
  }
  const anchored = before ? [...before.lines] : []
  for (const line of affected) {
    anchored[line] = anchorsOf(lines[line] as Sided, slots[line] as readonly [Slot, Slot], groups)
  }
  return { lines: anchored, slots, groups, affected }
}

function slotsOf({ from, to, pair, aims }: Sided, line: number): [Slot, Slot] {
  const facing = pair.to === opposite[pair.from]
  return [
    slotOf(line, from, pair.from, to, facing, aims?.[0]),
    slotOf(line, to, pair.to, from, facing, aims?.[1]),
  ]
}

const sideNumber: Readonly<Record<Side, number>> = { left: 0, right: 1, top: 2, bottom: 3 }

function slotOf(
  line: number,
  end: End,
  side: Side,
  other: End,
  facing: boolean,
  bend: Point | undefined,
): Slot {
  const aim = bend ?? center(other.area)
  const flat = isHorizontal(side)
  return {
    line,
    // One number for a side of a figure or row; a figure has fewer than a thousand rows that lines end at.
    key: (end.item * 1024 + Math.min(end.row + 1, 1023)) * 4 + sideNumber[side],
    end,
    side,
    wish: bend ? towards(end, side, bend) : wish(end, side, other, facing),
    order: flat ? aim.y : aim.x,
    tie: flat ? aim.x : aim.y,
  }
}

/** The lines of a side in order, as near as can be to their wishes, and apart. */
function spread(slots: Slot[]): Group {
  const first = slots[0]
  if (!first) return { slots, places: [] }
  const [low, high] = span(first.end, first.side)
  if (slots.length === 1) return { slots, places: [Math.round(clamp(first.wish, low, high))] }
  slots.sort((a, b) => a.order - b.order || a.tie - b.tie || a.line - b.line)
  const gap = Math.min(SPACING, (high - low) / (slots.length - 1))
  // Neighbours that want to be too close form blocks around the mean of their wishes.
  const blocks: { sum: number; size: number }[] = []
  slots.forEach((slot, i) => {
    let block = { sum: slot.wish - i * gap, size: 1 }
    let last = blocks[blocks.length - 1]
    while (last && last.sum / last.size > block.sum / block.size) {
      block = { sum: block.sum + last.sum, size: block.size + last.size }
      blocks.pop()
      last = blocks[blocks.length - 1]
    }
    blocks.push(block)
  })
  const places: number[] = []
  for (const { sum, size } of blocks) {
    for (let n = 0; n < size; n++) {
      const i = places.length
      const room = [low + i * gap, high - (slots.length - 1 - i) * gap] as const
      places.push(Math.round(clamp(sum / size + i * gap, ...room)))
    }
  }
  return { slots, places }
}

function anchorsOf(line: Sided, [a, b]: readonly [Slot, Slot], groups: ReadonlyMap<number, Group>): Anchored {
  const starts = groups.get(a.key) as Group
  const ends = groups.get(b.key) as Group
  const counts = [starts.slots.length, ends.slots.length] as const
  const start = starts.places[starts.slots.indexOf(a)] as number
  const end = ends.places[ends.slots.indexOf(b)] as number
  const [from, to] = straighten(line, start, end, counts)
  return {
    start: anchor(line.from, line.pair.from, from),
    end: anchor(line.to, line.pair.to, to),
    lean: counts[0] === counts[1] ? 'middle' : counts[0] > counts[1] ? 'from' : 'to',
  }
}

/** A line that is alone on its side moves along it, when that makes the line straight. */
function straighten(
  { from, to, pair, aims }: Sided,
  start: number,
  end: number,
  [startCount, endCount]: readonly [number, number],
): [number, number] {
  const inner = pair.from === pair.to && (contains(from, to) || contains(to, from))
  if (start === end || aims || (pair.to !== opposite[pair.from] && !inner)) return [start, end]
  const fits = (one: End, side: Side, place: number) => {
    const [low, high] = span(one, side)
    return place >= low && place <= high
  }
  const endMoves = endCount === 1 && fits(to, pair.to, start)
  const startMoves = startCount === 1 && fits(from, pair.from, end)
  if (startMoves && (!endMoves || (from.frame && !to.frame))) return [end, end]
  return endMoves ? [start, start] : [start, end]
}

function contains({ rect: a }: End, { rect: b }: End): boolean {
  return a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height
}
