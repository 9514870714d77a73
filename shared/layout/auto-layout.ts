/**
 * Arranges a design so that it reads from left to right: users, load balancers, clusters with their services and tasks,
 * and beside those what they use. Pure but for `run`, which is where ELK works.
 */
import type { Design, Place } from '../design/design'
import { figureOf } from '../figures/figure-of'
import { linesOf } from '../figures/lines'
import type { Point, Rect } from '../figures/mark'
import { holdersOf } from '../figures/places'
import { type Scene, type SceneItem, sceneOf } from '../figures/scene'
import { sizes } from '../figures/tokens'
import { graphOf } from '../graph/graph'
import { bandOf, looseOnes } from './band'
import { componentsOf, shelve } from './components'
import type { RunElk } from './elk'
import { elkGraph } from './elk-graph'
import { columnsIn, placesIn, widthsIn } from './elk-places'
import { type Bands, between, type Forest } from './forest'
import { freePlace } from './free-place'
import { blocksOf, type Surroundings } from './satellites'

export interface LayoutOptions {
  /** Only these move, each within its frame; every element when left out. Locked elements never move. */
  readonly only?: ReadonlySet<string>
}

/** The new places of everything that moves, from the top left corner of its frame, on the grid. */
export async function autoLayout(
  design: Design,
  run: RunElk,
  options: LayoutOptions = {},
): Promise<Record<string, Place>> {
  const { roots, children } = holdersOf(graphOf(design))
  const moves = (id: string) => !design.elements[id]?.locked && (options.only?.has(id) ?? true)
  // A frame in which something stays keeps its inside together, and is moved as a whole.
  const isFree = (id: string): boolean => moves(id) && (children.get(id) ?? []).every(isFree)
  const inside = (id: string) => (isFree(id) ? (children.get(id) ?? []) : undefined)
  const places: Record<string, Place> = {}

  const arrange = async (frame: string | undefined, members: readonly string[]): Promise<void> => {
    for (const id of members) if (!isFree(id)) await arrange(id, children.get(id) ?? [])
    const moving = members.filter(moves)
    if (moving.length === 0) return
    const current = () => sceneOf({ ...design, layout: { ...design.layout, ...places } })
    const forest = forestOf(design, current(), moving, inside)
    const found = await solve(forest, run)
    const top = new Set(moving)
    for (const [id, place] of found) if (!top.has(id)) places[id] = placeOf(design, id, place)
    const still = members.filter((id) => !moves(id))
    const corner = cornerFor(current(), frame, moving, still, found, options.only !== undefined)
    for (const id of moving) {
      const { x, y } = found.get(id) ?? { x: 0, y: 0 }
      places[id] = placeOf(design, id, { x: x + corner.x, y: y + corner.y })
    }
  }

  await arrange(undefined, roots)
  return places
}

function forestOf(design: Design, scene: Scene, roots: readonly string[], inside: Forest['inside']): Forest {
  const graph = graphOf(design)
  const { children } = holdersOf(graph)
  const ids: string[] = []
  const collect = (id: string) => {
    ids.push(id)
    inside(id)?.forEach(collect)
  }
  roots.forEach(collect)
  const around: Surroundings = {
    lines: linesOf(graph),
    // What is arranged anew shrinks to what is in it then; a frame that keeps its inside keeps its size.
    figure: (id) => (inside(id) ? figureOf(graph, id) : itemOf(scene, id).figure),
    holder: (id) => scene.byId.get(id)?.parent,
    isEmpty: (id) => !children.has(id),
  }
  const loose = looseOnes(ids, around)
  const blocks = blocksOf(
    ids.filter((id) => !loose.has(id)),
    around,
  )
  return { ...around, roots, inside, loose, blocks }
}

/** Lays out a forest: its parts one by one, and under them what is loose. */
async function solve(forest: Forest, run: RunElk): Promise<Map<string, Point>> {
  const parts: Part[] = []
  for (const roots of componentsOf(forest)) parts.push(await solvePart({ ...forest, roots }, run))
  const shelves = shelve(parts, between.parts)
  const found = new Map<string, Point>()
  parts.forEach(({ places, roots }, i) => {
    const { x, y } = shelves.places[i] ?? { x: 0, y: 0 }
    for (const [id, place] of places)
      found.set(id, roots.has(id) ? { x: place.x + x, y: place.y + y } : place)
  })
  const loose = forest.roots.filter((id) => forest.loose.has(id))
  const columnOf = (id: string) => found.get(id)?.x ?? 0
  const below = parts.length > 0 ? shelves.height + between.nodes : 0
  for (const [id, { x, y }] of bandOf(loose, forest, shelves.width, columnOf).places)
    found.set(id, { x, y: y + below })
  return found
}

interface Part {
  readonly roots: ReadonlySet<string>
  readonly places: ReadonlyMap<string, Point>
  readonly width: number
  readonly height: number
}

/** Lays out what is connected. Bands are as wide as the flow above them, so ELK runs twice where there are any. */
async function solvePart(forest: Forest, run: RunElk): Promise<Part> {
  const members = new Map<string, string[]>()
  const collect = (frame: string) => {
    const inside = forest.inside(frame) ?? []
    const loose = inside.filter((id) => forest.loose.has(id))
    if (loose.length > 0) members.set(frame, loose)
    inside.forEach(collect)
  }
  forest.roots.forEach(collect)
  const first = await run(elkGraph(forest, new Map()))
  const widths = widthsIn(first, forest)
  const columns = columnsIn(first)
  const bands: Bands = new Map(
    [...members].map(([frame, ids]) => [
      frame,
      bandOf(ids, forest, widths.get(frame) ?? 0, (id) => columns.get(id) ?? 0),
    ]),
  )
  const answer = bands.size > 0 ? await run(elkGraph(forest, bands)) : first
  const places = placesIn(answer, forest, bands)
  const { width = 0, height = 0 } = answer
  return { roots: new Set([...forest.roots]), places, width, height }
}

/**
 * How far what was arranged has to be shifted: to the corner of its frame, or, if others stay there, to a free place
 * near where it was.
 */
function cornerFor(
  scene: Scene,
  frame: string | undefined,
  moving: readonly string[],
  still: readonly string[],
  found: ReadonlyMap<string, Point>,
  someOnly: boolean,
): Point {
  const relative = (id: string): Rect => {
    const { rect } = itemOf(scene, id)
    const from = frame === undefined ? { x: 0, y: 0 } : itemOf(scene, frame).rect
    return { ...rect, x: rect.x - from.x, y: rect.y - from.y }
  }
  const content = frame === undefined ? undefined : itemOf(scene, frame).figure.content
  const start = { x: content?.x ?? 0, y: content?.y ?? 0 }
  const box = around(moving.map((id) => ({ ...relative(id), ...found.get(id) })))
  const before = around(moving.map(relative))
  const wanted = still.length > 0 || (someOnly && frame === undefined) ? before : start
  const free =
    still.length === 0
      ? wanted
      : freePlace({ ...box, ...at(wanted) }, still.map(relative), start, sizes.frame.gap)
  return { x: free.x - box.x, y: free.y - box.y }
}

function around(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((rect) => rect.x))
  const y = Math.min(...rects.map((rect) => rect.y))
  const right = Math.max(...rects.map((rect) => rect.x + rect.width))
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height))
  return { x, y, width: right - x, height: bottom - y }
}

function at({ x, y }: Point): Point {
  return { x, y }
}

function itemOf(scene: Scene, id: string): SceneItem {
  const item = scene.byId.get(id)
  if (!item) throw new Error(`No item "${id}" in the scene.`)
  return item
}

/** Notes keep the size somebody gave them; frames fit what is in them again. */
function placeOf(design: Design, id: string, place: Point): Place {
  const { width, height } = design.layout[id] ?? {}
  const keep = design.elements[id]?.kind === 'note'
  return {
    x: snap(place.x),
    y: snap(place.y),
    ...(keep && width !== undefined ? { width } : {}),
    ...(keep && height !== undefined ? { height } : {}),
  }
}

function snap(value: number): number {
  return Math.round(value / sizes.grid) * sizes.grid
}
