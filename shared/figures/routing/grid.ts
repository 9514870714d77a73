import type { Rect } from '../mark'
import type { SceneItem } from '../places'
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
  const { cells, large } = fill(items)
  const found = new Int32Array(items.length)
  const stamps = new Int32Array(items.length)
  const edges = edgesOf(items)
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
  const places = items.map(({ rect }) => rect)
  const move = (item: number, to: Rect): void => {
    if (!large.includes(item)) {
      for (const key of cellsOf(places[item] as Rect)) {
        const cell = cells.get(key) as number[]
        cell.splice(cell.indexOf(item), 1)
      }
      for (const key of cellsOf(to)) addTo(cells, key, item)
    }
    places[item] = to
    putEdges(edges, item, to)
  }
  return { find, found, move }
}

function* cellsOf(rect: Rect): Iterable<number> {
  for (let cy = Math.floor(rect.y / CELL); cy <= Math.floor(bottom(rect) / CELL); cy++)
    for (let cx = Math.floor(rect.x / CELL); cx <= Math.floor(right(rect) / CELL); cx++) yield cellKey(cx, cy)
}

function addTo(cells: Map<number, number[]>, key: number, item: number): void {
  const cell = cells.get(key)
  if (cell) cell.push(item)
  else cells.set(key, [item])
}

/** Left, top, right and bottom of every item. */
function edgesOf(items: readonly SceneItem[]): Float64Array {
  const edges = new Float64Array(4 * items.length)
  for (let i = 0; i < items.length; i++) putEdges(edges, i, (items[i] as SceneItem).rect)
  return edges
}

function putEdges(edges: Float64Array, i: number, rect: Rect): void {
  edges[4 * i] = rect.x
  edges[4 * i + 1] = rect.y
  edges[4 * i + 2] = right(rect)
  edges[4 * i + 3] = bottom(rect)
}

function fill(items: readonly SceneItem[]): { cells: Map<number, number[]>; large: number[] } {
  const cells = new Map<number, number[]>()
  const large: number[] = []
  for (let i = 0; i < items.length; i++) {
    const { rect } = items[i] as SceneItem
    if (cellCount(rect.x, rect.y, right(rect), bottom(rect)) > MANY) {
      large.push(i)
      continue
    }
    for (const key of cellsOf(rect)) addTo(cells, key, i)
  }
  return { cells, large }
}

function cellCount(x1: number, y1: number, x2: number, y2: number): number {
  return ((x2 - x1) / CELL + 1) * ((y2 - y1) / CELL + 1)
}
