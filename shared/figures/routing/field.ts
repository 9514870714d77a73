/**
 * What stands in the way of lines: every figure, found through a grid of cells, so that looking along a segment costs
 * what lies near it, however large the design is. This is the innermost loop of drawing, hence the plain arrays.
 */
import type { Rect } from '../mark'
import type { SceneItem } from '../places'
import { bottom, right } from './geometry'
import { type Grid, gridOf } from './grid'

/** How near a line may come to a figure that it has nothing to do with. */
const CLEARANCE = 6

const costs = { end: 4000, node: 1200, frame: 280 } as const

export interface Field {
  readonly items: readonly SceneItem[]
  /** Starts a line between two items: what is looked at from now on is looked at for it, and added to `known`. */
  readonly begin: (from: number, to: number, known?: Rect) => void
  /** What a segment runs over, weighed. */
  readonly cost: (x1: number, y1: number, x2: number, y2: number) => number
  /** Does a segment run over a figure that is no frame? */
  readonly blocks: (x1: number, y1: number, x2: number, y2: number) => boolean
  /** The figures that a segment runs over, those at its ends left out. */
  readonly hits: (x1: number, y1: number, x2: number, y2: number) => Rect[]
  /** Everything that was looked at since `begin`: a change elsewhere can't change the line. */
  readonly reach: () => Rect
  /** Is a figure that is no frame, or the header of a frame, in this area? */
  readonly occupied: (area: Rect) => boolean
  /** The outermost frame around an item that does not hold the other one too; the item itself if there is none. */
  readonly exit: (item: number, other: number) => Rect
  readonly holds: (frame: number, item: number) => boolean
  /** Puts an item elsewhere, as large as it was. */
  readonly move: (item: number, moved: SceneItem) => void
}

/** Prepares the items of a scene, which come with frames before what they hold. */
export function fieldOf(given: readonly SceneItem[]): Field {
  const items = [...given]
  const { parents, last } = nesting(items)
  const grid = gridOf(items)
  const holds = (frame: number, item: number) => frame <= item && item <= (last[frame] as number)
  const look = lookout(items, grid, holds)
  return {
    items,
    holds,
    ...look,
    move: (item, moved) => {
      items[item] = moved
      grid.move(item, moved.rect)
    },
    occupied: (area) => {
      const n = grid.find(area.x, area.y, right(area), bottom(area))
      for (let i = 0; i < n; i++) {
        const { rect, figure } = items[grid.found[i] as number] as SceneItem
        if (figure.content === undefined || area.y < rect.y + figure.content.y - 12) return true
      }
      return false
    },
    exit: (item, other) => {
      let out = item
      let above = parents[out] as number
      while (above >= 0 && !holds(above, other)) {
        out = above
        above = parents[above] as number
      }
      return (items[out] as SceneItem).rect
    },
  }
}

/** Looks along segments for one line at a time. */
function lookout(
  items: readonly SceneItem[],
  grid: Grid,
  holds: Field['holds'],
): Pick<Field, 'begin' | 'blocks' | 'cost' | 'hits' | 'reach'> {
  let from = -1
  let to = -1
  let [left, top, far, low] = [0, 0, 0, 0]

  const find = (x1: number, y1: number, x2: number, y2: number): number => {
    if (x1 < left) left = x1
    if (y1 < top) top = y1
    if (x2 > far) far = x2
    if (y2 > low) low = y2
    return grid.find(x1 - CLEARANCE, y1 - CLEARANCE, x2 + CLEARANCE, y2 + CLEARANCE)
  }
  /** Nothing for the frames that the line has to leave or to enter; its own figures must not be crossed. */
  const costOf = (item: number, x1: number, y1: number, x2: number, y2: number): number => {
    if (item === from || item === to) {
      const { rect } = items[item] as SceneItem
      const inside = rect.x + 1 < x2 && right(rect) - 1 > x1 && rect.y + 1 < y2 && bottom(rect) - 1 > y1
      return inside && !holds(item, from === item ? to : from) ? costs.end : 0
    }
    if (holds(item, from) || holds(item, to)) return 0
    return (items[item] as SceneItem).figure.content ? costs.frame : costs.node
  }

  return {
    begin: (a, b, known) => {
      from = a
      to = b
      const start = (items[a] as SceneItem).rect
      const end = (items[b] as SceneItem).rect
      left = Math.min(start.x, end.x, known ? known.x + CLEARANCE : start.x)
      top = Math.min(start.y, end.y, known ? known.y + CLEARANCE : start.y)
      far = Math.max(right(start), right(end), known ? right(known) - CLEARANCE : right(start))
      low = Math.max(bottom(start), bottom(end), known ? bottom(known) - CLEARANCE : bottom(start))
    },
    cost: (xa, ya, xb, yb) => {
      const x1 = Math.min(xa, xb)
      const x2 = Math.max(xa, xb)
      const y1 = Math.min(ya, yb)
      const y2 = Math.max(ya, yb)
      const n = find(x1, y1, x2, y2)
      let sum = 0
      for (let i = 0; i < n; i++) sum += costOf(grid.found[i] as number, x1, y1, x2, y2)
      return sum
    },
    blocks: (xa, ya, xb, yb) => {
      const [x1, x2] = [Math.min(xa, xb), Math.max(xa, xb)]
      const [y1, y2] = [Math.min(ya, yb), Math.max(ya, yb)]
      const n = find(x1, y1, x2, y2)
      for (let i = 0; i < n; i++)
        if (costOf(grid.found[i] as number, x1, y1, x2, y2) >= costs.node) return true
      return false
    },
    hits: (xa, ya, xb, yb) => {
      const x1 = Math.min(xa, xb)
      const x2 = Math.max(xa, xb)
      const y1 = Math.min(ya, yb)
      const y2 = Math.max(ya, yb)
      const n = find(x1, y1, x2, y2)
      const hit: Rect[] = []
      for (let i = 0; i < n; i++) {
        const item = grid.found[i] as number
        if (item !== from && item !== to && costOf(item, x1, y1, x2, y2) > 0)
          hit.push((items[item] as SceneItem).rect)
      }
      return hit
    },
    reach: () => ({
      x: left - CLEARANCE,
      y: top - CLEARANCE,
      width: far - left + 2 * CLEARANCE,
      height: low - top + 2 * CLEARANCE,
    }),
  }
}

/** The parent of each item, and the last item that each one holds, both by index. */
function nesting(items: readonly SceneItem[]): { parents: Int32Array; last: Int32Array } {
  const parents = new Int32Array(items.length).fill(-1)
  const last = new Int32Array(items.length)
  // Items come depth first: the parent is on the path from the item before.
  const path: number[] = []
  for (let i = 0; i < items.length; i++) {
    const { parent } = items[i] as SceneItem
    while (path.length > 0 && (items[path[path.length - 1] as number] as SceneItem).id !== parent) path.pop()
    parents[i] = path[path.length - 1] ?? -1
    path.push(i)
    last[i] = i
  }
  for (let i = items.length - 1; i >= 0; i--) {
    const parent = parents[i] as number
    if (parent >= 0) last[parent] = Math.max(last[parent] as number, last[i] as number)
  }
  return { parents, last }
}
