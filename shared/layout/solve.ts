/** Lays out a forest: its parts, each by ELK and beside each other, and under them what is loose. */
import type { Point } from '../figures/mark'
import { bandOf } from './band'
import { componentsOf, shelve } from './components'
import type { RunElk } from './elk'
import { elkGraph } from './elk-graph'
import { placesIn } from './elk-places'
import { estimateFlow } from './flow-estimate'
import { type Bands, between, type Forest } from './forest'

interface Solver {
  readonly run: RunElk
  readonly found: (count: number) => void
}

/** The places of everything in a forest, from the top left corner of its frame or of the forest. */
export async function solve(forest: Forest, { run, found: tell }: Solver): Promise<Map<string, Point>> {
  // All at once: where there are several ELKs, they share the parts.
  const parts = await Promise.all(
    componentsOf(forest).map(async (component) => {
      const part = await solvePart({ ...forest, ...component }, run)
      tell(part.places.size)
      return part
    }),
  )
  const shelves = shelve(parts, between.parts)
  const found = new Map<string, Point>()
  parts.forEach(({ places, roots }, i) => {
    const { x, y } = shelves.places[i] ?? { x: 0, y: 0 }
    for (const [id, place] of places)
      found.set(id, roots.has(id) ? { x: place.x + x, y: place.y + y } : place)
  })
  const loose = forest.roots.filter((id) => forest.loose.has(id))
  if (loose.length === 0) return found
  const columnOf = (id: string) => found.get(id)?.x ?? 0
  const below = parts.length > 0 ? shelves.height + between.nodes : 0
  for (const [id, { x, y }] of bandOf(loose, forest, shelves.width, columnOf).places)
    found.set(id, { x, y: y + below })
  tell(loose.length)
  return found
}

interface Part {
  readonly roots: ReadonlySet<string>
  readonly places: ReadonlyMap<string, Point>
  readonly width: number
  readonly height: number
}

/**
 * Lays out what is connected. Bands are as wide as the flow above them, which is estimated: asking ELK for it, and then
 * once more with the bands, would take twice as long. Where it is off, only the rows break elsewhere.
 */
async function solvePart(forest: Forest, run: RunElk): Promise<Part> {
  const bands = bandsOf(forest)
  const answer = await run(elkGraph(forest, bands))
  const { width = 0, height = 0 } = answer
  return { roots: new Set(forest.roots), places: placesIn(answer, forest, bands), width, height }
}

function bandsOf(forest: Forest): Bands {
  const members = new Map<string, string[]>()
  const collect = (frame: string) => {
    const inside = forest.inside(frame) ?? []
    const loose = inside.filter((id) => forest.loose.has(id))
    if (loose.length > 0) members.set(frame, loose)
    inside.forEach(collect)
  }
  forest.roots.forEach(collect)
  if (members.size === 0) return new Map()
  const { widths, columns } = estimateFlow(forest, (frame, flow) => {
    const ids = members.get(frame)
    return ids ? bandOf(ids, forest, flow, () => 0).width : 0
  })
  const columnOf = (id: string) => columns.get(id) ?? 0
  return new Map(
    [...members].map(([frame, ids]) => [frame, bandOf(ids, forest, widths.get(frame) ?? 0, columnOf)]),
  )
}
