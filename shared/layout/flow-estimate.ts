/**
 * About how wide the flow in every frame becomes, and where everything begins, before ELK is asked: each element stands
 * right of what flows into it, and a column is as wide as the widest in it.
 */
import { push } from '../basics/push'
import { flowsOf } from './elk-edges'
import { between, type Forest, gridOf, paddingOf } from './forest'

export interface Estimate {
  /** The flow in a frame, without its padding. */
  readonly widths: ReadonlyMap<string, number>
  /** How far to the right an element begins; for sorting what belongs to it. */
  readonly columns: ReadonlyMap<string, number>
}

/** Estimates a forest; `bandWidth` says how wide the rows under a flow are. */
export function estimateFlow(forest: Forest, bandWidth: (frame: string, flow: number) => number): Estimate {
  const into = sourcesByTarget(forest)
  const widths = new Map<string, number>()
  const offsets = new Map<string, number>()
  const widthOf = (id: string): number => {
    const figure = forest.figure(id)
    if (!forest.inside(id)?.length) return figure.width
    const flow = level(forest.inside(id) ?? [], between.innerLayers)
    widths.set(id, flow)
    const { left, right } = paddingOf(forest, id)
    return Math.max(figure.width, Math.max(flow, bandWidth(id, flow)) + left + right)
  }
  const level = (ids: readonly string[], gap: number): number => {
    const layers = layersOf(forest, ids, into)
    let x = 0
    for (const layer of layers) {
      let width = 0
      for (const id of layer) {
        offsets.set(id, x)
        const block = forest.blocks.get(id)
        width = Math.max(width, block ? gridOf(forest, block).width : widthOf(id))
      }
      x += width + gap
    }
    return Math.max(0, x - gap)
  }
  level(forest.roots, between.layers)
  return { widths, columns: absolute(forest, offsets) }
}

/** The elements of a frame by column; those that stand in rows below are in none. */
function layersOf(
  forest: Forest,
  ids: readonly string[],
  into: ReadonlyMap<string, readonly string[]>,
): string[][] {
  const known = new Map<string, number>()
  const depth = (id: string): number => {
    const old = known.get(id)
    if (old !== undefined) return old
    // Whoever meets itself on the way goes around in a circle, which has to begin somewhere.
    known.set(id, 0)
    const answer = Math.max(0, ...(into.get(id) ?? []).map((source) => depth(source) + 1))
    known.set(id, answer)
    return answer
  }
  const layers: string[][] = []
  for (const id of ids) {
    if (forest.loose.has(id)) continue
    const layer = depth(unit(forest, id))
    layers[layer] ??= []
    layers[layer].push(id)
  }
  return [...layers].map((layer) => layer ?? [])
}

/** What flows into what, between members of the same frame; the members of a block are one. */
function sourcesByTarget(forest: Forest): Map<string, string[]> {
  const into = new Map<string, string[]>()
  for (const { source, target } of flowsOf(forest)) {
    const above = [source.item, ...framesAround(forest, source.item)]
    let to: string | undefined = target.item
    while (to !== undefined) {
      const frame = forest.holder(to)
      const from = above.find((id) => forest.holder(id) === frame)
      if (from !== undefined) {
        const [a, b] = [unit(forest, from), unit(forest, to)]
        if (a !== b) push(into, b, a)
        break
      }
      to = frame
    }
  }
  return into
}

function unit(forest: Forest, id: string): string {
  return forest.blocks.get(id)?.id ?? id
}

function framesAround(forest: Forest, id: string): string[] {
  const above: string[] = []
  for (let at = forest.holder(id); at !== undefined; at = forest.holder(at)) above.push(at)
  return above
}

function absolute(forest: Forest, offsets: ReadonlyMap<string, number>): Map<string, number> {
  const columns = new Map<string, number>()
  for (const [id, offset] of offsets) {
    const above = framesAround(forest, id).map((frame) => offsets.get(frame) ?? 0)
    columns.set(id, offset + above.reduce((sum, x) => sum + x, 0))
  }
  return columns
}
