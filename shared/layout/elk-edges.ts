/** Lines as ELK's edges, which start and end at ports where a figure has rows or stands in a block. */
import type { LineEnd } from '../figures/lines'
import { rowFor } from '../figures/routing/ends'
import type { ElkEdge, ElkPort } from './elk'
import { type Flow, flowOf } from './flow'
import { type Forest, gridOf } from './forest'

/** The ports of each node, by their ids. */
export type Ports = Map<string, Map<string, ElkPort>>

/** One edge for all lines between the same two places. */
export function edgesOf(forest: Forest, ports: Ports): ElkEdge[] {
  const edges = new Map<string, ElkEdge>()
  for (const { source, target } of flowsOf(forest)) {
    const from = terminal(forest, ports, source, 'EAST')
    const to = terminal(forest, ports, target, 'WEST')
    if (from === to || sameBlock(forest, source, target)) continue
    edges.set(`${from} ${to}`, { id: `${from} ${to}`, sources: [from], targets: [to] })
  }
  return [...edges.values()]
}

/** The lines that the layout heeds, between what is placed; none leads from a frame to what is in it. */
export function flowsOf(forest: Forest): Flow[] {
  const placed = new Set<string>()
  const collect = (ids: readonly string[]) => {
    for (const id of ids) {
      if (!forest.loose.has(id)) placed.add(id)
      collect(forest.inside(id) ?? [])
    }
  }
  collect(forest.roots)
  return forest.lines.flatMap((line) => {
    const flow = flowOf(line)
    const source = visible(forest, placed, flow.source)
    const target = visible(forest, placed, flow.target)
    if (
      !source ||
      !target ||
      within(forest, source.item, target.item) ||
      within(forest, target.item, source.item)
    )
      return []
    return [{ ...flow, source, target }]
  })
}

/** The end of a line, or what stands for it: the innermost placed element around it. */
function visible(forest: Forest, placed: ReadonlySet<string>, end: LineEnd): LineEnd | undefined {
  if (placed.has(end.item)) return end
  let above = forest.holder(end.item)
  while (above !== undefined && !placed.has(above)) above = forest.holder(above)
  return above === undefined ? undefined : { item: above }
}

function within(forest: Forest, id: string, frame: string): boolean {
  let above: string | undefined = id
  while (above !== undefined && above !== frame) above = forest.holder(above)
  return above !== undefined
}

function sameBlock(forest: Forest, a: LineEnd, b: LineEnd): boolean {
  const block = forest.blocks.get(a.item)
  return block !== undefined && block === forest.blocks.get(b.item)
}

/** The node or port that an edge starts or ends at. */
function terminal(forest: Forest, ports: Ports, end: LineEnd, side: 'EAST' | 'WEST'): string {
  const block = forest.blocks.get(end.item)
  const figure = forest.figure(end.item)
  if (block) {
    const { width, places } = gridOf(forest, block)
    const at = places.get(end.item) ?? { x: 0, y: 0 }
    return port(ports, block.id, `${end.item}:${side}`, side, width, at.y + figure.height / 2)
  }
  const first = figure.rows[0]
  if (!first) return end.item
  const row = rowFor(figure, end)
  const place = figure.rows[row]
  const y = place ? place.y + place.height / 2 : first.y / 2
  return port(ports, end.item, `${end.item}:${row}:${side}`, side, figure.width, y)
}

function port(
  ports: Ports,
  node: string,
  id: string,
  side: 'EAST' | 'WEST',
  width: number,
  y: number,
): string {
  const known = ports.get(node) ?? new Map<string, ElkPort>()
  ports.set(node, known)
  known.set(id, {
    id,
    x: side === 'EAST' ? width : 0,
    y,
    width: 0,
    height: 0,
    layoutOptions: { 'elk.port.side': side },
  })
  return id
}
