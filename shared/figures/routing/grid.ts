import type { Rect } from '../mark'
import type { SceneItem } from '../places'
import { type Areas, areasFor, putArea } from './areas'
import { bottom, cellKey, right } from './geometry'

/** Larger than most figures, so that one is in few cells. */
const CELL = 256
/** What fills more cells than this is kept in a list of its own. */
const MANY = 1024

/** Finds the items in an area. */
export interface Grid {
  /** Puts the indexes of the items that overlap the area into `found`, and says how many there are. */
  readonly find: (x1: number, y1: number, x2: number, y2: number) => number
  readonly found: Int32Array
  /** Puts an item elsewhere, as large as it was. */
  readonly move: (item: number, to: Rect) => void
}

export function gridOf(items: readonly SceneItem[]): Grid {
  const edges = areasFor(items.length)
  items.forEach(({ rect }, i) => {
    putArea(edges, i, rect)
  })
  const { cells, large } = fill(items, edges)
  const found = new Int32Array(items.length)
  const stamps = new Int32Array(items.length)
  let stamp = 0
  let count = 0

  const check = (item: number, x1: number, y1: number, x2: number, y2: number) => {
    if (stamps[item] === stamp) return
    stamps[item] = stamp
    const e = 4 * item
    const apart =
      (edges[e] as number) >= x2 ||
      (edges[e + 1] as number) >= y2 ||
      (edges[e + 2] as number) <= x1 ||
      (edges[e + 3] as number) <= y1
    if (!apart) found[count++] = item
  }
  const find = (x1: number, y1: number, x2: number, y2: number): number => {
    stamp++
    count = 0
    for (const item of large) check(item, x1, y1, x2, y2)
    if (cellCount(x1, y1, x2, y2) > items.length + 16) {
      for (let item = 0; item < items.length; item++) check(item, x1, y1, x2, y2)
      return count
    }
    const endX = Math.floor(x2 / CELL)
    const endY = Math.floor(y2 / CELL)
    for (let cy = Math.floor(y1 / CELL); cy <= endY; cy++) {
      for (let cx = Math.floor(x1 / CELL); cx <= endX; cx++) {
        const cell = cells.get(cellKey(cx, cy))
        if (cell) for (let i = 0; i < cell.length; i++) check(cell[i] as number, x1, y1, x2, y2)
      }
    }
    return count
  }
  const move = (item: number, to: Rect): void => {
    const inCells = !large.includes(item)
    if (inCells) eachCell(edges, item, (key) => removeFrom(cells.get(key) ?? [], item))
    putArea(edges, item, to)
    if (inCells) eachCell(edges, item, (key) => addTo(cells, key, item))
  }
  return { find, found, move }
}

function fill(items: readonly SceneItem[], edges: Areas): { cells: Map<number, number[]>; large: number[] } {
  const cells = new Map<number, number[]>()
  const large: number[] = []
  for (let i = 0; i < items.length; i++) {
    const { rect } = items[i] as SceneItem
    if (cellCount(rect.x, rect.y, right(rect), bottom(rect)) > MANY) large.push(i)
    else eachCell(edges, i, (key) => addTo(cells, key, i))
  }
  return { cells, large }
}

/** The cells that an item is in. */
function eachCell(edges: Areas, item: number, visit: (key: number) => void): void {
  const cellAt = (side: number) => Math.floor((edges[4 * item + side] as number) / CELL)
  const [left, far, low] = [cellAt(0), cellAt(2), cellAt(3)]
  for (let cy = cellAt(1); cy <= low; cy++) for (let cx = left; cx <= far; cx++) visit(cellKey(cx, cy))
}

function addTo(cells: Map<number, number[]>, key: number, item: number): void {
  const cell = cells.get(key)
  if (cell) cell.push(item)
  else cells.set(key, [item])
}

function removeFrom(cell: number[], item: number): void {
  cell.splice(cell.indexOf(item), 1)
}

function cellCount(x1: number, y1: number, x2: number, y2: number): number {
  return ((x2 - x1) / CELL + 1) * ((y2 - y1) / CELL + 1)
}
