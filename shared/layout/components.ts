/** Parts of a design that have nothing to do with each other are arranged on their own and then put side by side. */
import { push } from '../basics/push'
import type { DrawnLine } from '../figures/lines'
import type { Point } from '../figures/mark'
import type { Forest } from './forest'

export interface Component {
  readonly roots: readonly string[]
  /** The lines that begin or end in it. */
  readonly lines: readonly DrawnLine[]
}

/** The roots that are connected with each other, directly or through what is in them; loose ones are in none. */
export function componentsOf(forest: Forest): Component[] {
  const rootOf = new Map<string, string>()
  const collect = (id: string, root: string) => {
    rootOf.set(id, root)
    for (const child of forest.inside(id) ?? []) collect(child, root)
  }
  for (const root of forest.roots) if (!forest.loose.has(root)) collect(root, root)
  const leader = new Map<string, string>()
  const find = (root: string): string => {
    let at = root
    for (let next = leader.get(at); next !== undefined; next = leader.get(at)) at = next
    return at
  }
  for (const { from, to } of forest.lines) {
    const a = rootOf.get(from.item)
    const b = rootOf.get(to.item)
    if (a === undefined || b === undefined || find(a) === find(b)) continue
    leader.set(find(b), find(a))
  }
  const members = new Map<string, string[]>()
  for (const root of forest.roots) if (!forest.loose.has(root)) push(members, find(root), root)
  const lines = new Map<string, DrawnLine[]>()
  for (const line of forest.lines) {
    const root = rootOf.get(line.from.item) ?? rootOf.get(line.to.item)
    if (root !== undefined) push(lines, find(root), line)
  }
  return [...members].map(([leader, roots]) => ({ roots, lines: lines.get(leader) ?? [] }))
}

interface Box {
  readonly width: number
  readonly height: number
}

interface Shelves extends Box {
  readonly places: readonly Point[]
}

/** What a picture looks best in: a screen, less the panels beside it. */
const RATIO = 1.6

/** Places boxes in rows, in their order, so that all together come as near to 16 : 10 as they can. */
export function shelve(boxes: readonly Box[], gap: number): Shelves {
  const [first, ...others] = limitsFor(boxes, gap).map((limit) => rowsWithin(boxes, gap, limit))
  const misfit = ({ width, height }: Shelves) => Math.abs(Math.log(width / height / RATIO))
  return others.reduce(
    (best, next) => (misfit(next) < misfit(best) ? next : best),
    first ?? { places: [], width: 0, height: 0 },
  )
}

/** The widths worth trying: of the widest box, and of as many boxes from the first as fit about a square or two. */
function limitsFor(boxes: readonly Box[], gap: number): number[] {
  const area = boxes.reduce((sum, box) => sum + (box.width + gap) * (box.height + gap), 0)
  const least = Math.max(0, ...boxes.map((box) => box.width))
  const most = Math.max(least, 2 * Math.sqrt(area * RATIO))
  const limits = new Set([least])
  let x = 0
  for (const { width } of boxes) {
    x += width
    if (x > most) break
    limits.add(Math.max(least, x))
    x += gap
  }
  return [...limits]
}

function rowsWithin(boxes: readonly Box[], gap: number, limit: number): Shelves {
  let [x, y, rowHeight, width] = [0, 0, 0, 0]
  const places = boxes.map((box) => {
    if (x > 0 && x + box.width > limit) {
      x = 0
      y += rowHeight + gap
      rowHeight = 0
    }
    const place = { x, y }
    x += box.width + gap
    rowHeight = Math.max(rowHeight, box.height)
    width = Math.max(width, x - gap)
    return place
  })
  return { places, width, height: y + rowHeight }
}
