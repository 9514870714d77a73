/** Reads ELK's answer: where everything is. */
import type { Point } from '../figures/mark'
import type { Band } from './band'
import type { ElkNode } from './elk'
import { type Bands, type Forest, gridOf, paddingOf } from './forest'

/** Where every element is, from the top left corner of its frame (or of the forest). */
export function placesIn(answer: ElkNode, forest: Forest, bands: Bands): Map<string, Point> {
  const places = new Map<string, Point>()
  const blocks = new Map([...forest.blocks.values()].map((block) => [block.id, block]))
  const putAll = (offsets: ReadonlyMap<string, Point>, at: Point) => {
    for (const [id, offset] of offsets) places.set(id, { x: at.x + offset.x, y: at.y + offset.y })
  }
  const visit = (node: ElkNode) => {
    const band = bands.get(node.id)
    if (band) putAll(band.places, bandCorner(forest, node, band))
    const starts = columnStarts(node.children ?? [])
    for (const child of node.children ?? []) {
      const at = { x: starts.get(child) ?? 0, y: child.y ?? 0 }
      const block = blocks.get(child.id)
      if (block) putAll(gridOf(forest, block).places, at)
      else places.set(child.id, at)
      visit(child)
    }
  }
  visit(answer)
  return places
}

/** ELK centres what it puts in a column; its left edges read better in one line. */
function columnStarts(nodes: readonly ElkNode[]): Map<ElkNode, number> {
  const starts = new Map<ElkNode, number>()
  let start = 0
  let end = Number.NEGATIVE_INFINITY
  for (const node of [...nodes].sort((a, b) => (a.x ?? 0) - (b.x ?? 0))) {
    const x = node.x ?? 0
    if (x >= end) start = x
    starts.set(node, start)
    end = Math.max(end, x + (node.width ?? 0))
  }
  return starts
}

/** Below the flow; ELK kept that much room free as padding. */
function bandCorner(forest: Forest, node: ElkNode, band: Band): Point {
  const { left, bottom } = paddingOf(forest, node.id)
  return { x: left, y: (node.height ?? 0) - bottom - band.height }
}
