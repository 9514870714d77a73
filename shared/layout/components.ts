/** Parts of a design that have nothing to do with each other are arranged on their own and then put side by side. */
import type { Point } from '../figures/mark'
import type { Forest } from './forest'

/** The roots that are connected with each other, directly or through what is in them; loose ones are in none. */
export function componentsOf(forest: Forest): string[][] {
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
  const components = new Map<string, string[]>()
  for (const root of forest.roots) {
    if (forest.loose.has(root)) continue
    const list = components.get(find(root))
    if (list) list.push(root)
    else components.set(find(root), [root])
  }
  return [...components.values()]
}

interface Box {
  readonly width: number
  readonly height: number
}

/** Places boxes in rows, in their order, so that all together are about 16 : 10. */
export function shelve(
  boxes: readonly Box[],
  gap: number,
): { places: Point[]; width: number; height: number } {
  const area = boxes.reduce((sum, box) => sum + (box.width + gap) * (box.height + gap), 0)
  const limit = Math.max(Math.sqrt(area * 1.6), ...boxes.map((box) => box.width))
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
