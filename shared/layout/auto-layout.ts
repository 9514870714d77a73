/**
 * Arranges a design so that it reads from left to right: users, load balancers, clusters with their services and tasks,
 * and beside those what they use. Pure but for `run`, which is where ELK works.
 */
import type { Design, Place } from '../design/design'
import { figureOf } from '../figures/figure-of'
import { collapsedIn, type Holders, hiddenBehind, holdersOf } from '../figures/holders'
import { linesIn } from '../figures/lines'
import type { Point, Rect } from '../figures/mark'
import { type Placement, placeItems, type SceneItem } from '../figures/places'
import { around } from '../figures/routing/geometry'
import { sizes } from '../figures/tokens'
import { type Layout, layoutOf } from '../figures/view'
import { type Graph, graphOf } from '../graph/graph'
import type { NestingName } from '../graph/nestings'
import { looseOnes } from './band'
import type { RunElk } from './elk'
import type { Forest } from './forest'
import { freePlace, onGrid } from './free-place'
import { blocksOf, type Surroundings } from './satellites'
import { onceEach } from './shapes'
import { solve } from './solve'

export interface LayoutOptions {
  /** Only these move, each within its frame; every element when left out. Locked elements never move. */
  readonly only?: ReadonlySet<string>
  /** The nesting that is arranged: clusters with their services, or the network. */
  readonly nesting?: NestingName
  /** Told how many of the elements that move have found their place within their part. */
  readonly onProgress?: (done: number, total: number) => void
}

/** What is fixed for one run. */
interface Task {
  readonly graph: Graph
  readonly holders: Holders
  readonly layout: Layout
  readonly collapsed: ReadonlySet<string>
  readonly moves: (id: string) => boolean
  /** What is arranged with a frame; undefined for what keeps its inside as it is. */
  readonly inside: (id: string) => readonly string[] | undefined
  readonly run: RunElk
  /** Elements found so far count as done. */
  readonly found: (count: number) => void
}

/** The new places of everything that moves, from the top left corner of its frame, on the grid. */
export async function autoLayout(
  design: Design,
  run: RunElk,
  options: LayoutOptions = {},
): Promise<Record<string, Place>> {
  const task = taskFor(design, run, options)
  const { graph, holders, layout, collapsed } = task
  const places: Record<string, Place> = {}
  let placement: Placement | undefined
  const current = () => {
    const now = { ...layout, ...places }
    placement = placeItems({ graph, holders, layout: now, collapsed }, placement)
    return placement
  }

  const arrange = async (frame: string | undefined, members: readonly string[]): Promise<void> => {
    for (const id of members) {
      if (!task.inside(id) && !collapsed.has(id)) await arrange(id, holders.children.get(id) ?? NONE)
    }
    const moving = members.filter(task.moves)
    if (moving.length === 0) return
    const before = current()
    const still = members.filter((id) => !task.moves(id))
    const found = await solve(forestOf(task, before, moving), task)
    for (const [id, place] of found) places[id] = placeOf(task, id, place)
    const settled = { frame, moving, still, someOnly: options.only !== undefined }
    const corner = cornerFor(settled, before, current(), found)
    for (const id of moving) {
      const { x, y } = found.get(id) ?? { x: 0, y: 0 }
      places[id] = placeOf(task, id, { x: x + corner.x, y: y + corner.y })
    }
  }

  const start = current()
  if (!start.items.some(({ id }) => task.moves(id))) return {}
  // What has no place of its own stands below its siblings: when they move, it would too.
  for (const { id } of start.items) {
    if (task.moves(id) || layout[id]) continue
    const { x, y } = relative(start, id)
    places[id] = { x, y }
  }
  await arrange(undefined, holders.roots)
  return places
}

const NONE: readonly string[] = []

function taskFor(design: Design, run: RunElk, options: LayoutOptions): Task {
  const { only, nesting = 'logical', onProgress } = options
  const graph = graphOf(design)
  const holders = holdersOf(graph, nesting)
  const layout = layoutOf(design, nesting)
  const collapsed = collapsedIn(holders, layout)
  const shown = (id: string) => (collapsed.has(id) ? NONE : (holders.children.get(id) ?? NONE))
  const isLocked = (id: string) => design.elements[id]?.locked === true
  // A frame that moved would take a locked element along.
  const holds = (id: string): boolean => shown(id).some((child) => isLocked(child) || holds(child))
  const isPinned = (id: string) => isLocked(id) || holds(id)
  const moves = (id: string) => !isPinned(id) && (only?.has(id) ?? true)
  // A frame in which something stays keeps its inside together, and is moved as a whole.
  const isFree = (id: string): boolean => moves(id) && shown(id).every(isFree)
  const total = holders.roots.reduce((sum, id) => sum + countIn(id, shown, moves), 0)
  let done = 0
  return {
    graph,
    holders,
    layout,
    collapsed,
    moves,
    inside: (id) => (isFree(id) && !collapsed.has(id) ? (holders.children.get(id) ?? NONE) : undefined),
    run: onceEach(run),
    found: (count) => {
      done += count
      onProgress?.(done, total)
    },
  }
}

function countIn(
  id: string,
  shown: (id: string) => readonly string[],
  counts: (id: string) => boolean,
): number {
  return shown(id).reduce((sum, child) => sum + countIn(child, shown, counts), counts(id) ? 1 : 0)
}

function forestOf(task: Task, placement: Placement, roots: readonly string[]): Forest {
  const { graph, holders, collapsed, inside } = task
  const ids: string[] = []
  const collect = (id: string) => {
    ids.push(id)
    inside(id)?.forEach(collect)
  }
  roots.forEach(collect)
  const hidden = hiddenBehind(graph, holders, collapsed)
  const around: Surroundings = {
    lines: linesIn({ graph, holders, hidden }),
    // A frame that is arranged anew shrinks to what is in it then; everything else keeps its size.
    figure: (id) =>
      holders.frames.has(id) && inside(id) ? figureOf(graph, id) : itemOf(placement, id).figure,
    holder: (id) => holders.parent.get(id),
    isEmpty: (id) => !holders.children.has(id),
  }
  const loose = looseOnes(ids, around)
  const blocks = blocksOf(
    ids.filter((id) => !loose.has(id)),
    around,
  )
  return { ...around, roots, inside, loose, blocks }
}

interface Settled {
  readonly frame: string | undefined
  readonly moving: readonly string[]
  readonly still: readonly string[]
  readonly someOnly: boolean
}

/**
 * How far what was arranged has to be shifted: to the corner of its frame, or, if others stay there, to a free place
 * near where it was.
 */
function cornerFor(
  { frame, moving, still, someOnly }: Settled,
  before: Placement,
  after: Placement,
  found: ReadonlyMap<string, Point>,
): Point {
  const content = frame === undefined ? undefined : itemOf(after, frame).figure.content
  const start = {
    x: content ? onGrid(content.x) : Number.NEGATIVE_INFINITY,
    y: content ? onGrid(content.y) : Number.NEGATIVE_INFINITY,
  }
  const box = around(moving.map((id) => ({ ...itemOf(after, id).rect, ...found.get(id) })))
  const corner = content ? start : { x: 0, y: 0 }
  const was = around(moving.map((id) => relative(before, id)))
  if (!box || !was) return corner
  const wanted =
    still.length > 0 || (someOnly && frame === undefined) ? { x: onGrid(was.x), y: onGrid(was.y) } : corner
  const others = still.map((id) => relative(before, id))
  const free =
    still.length === 0
      ? wanted
      : freePlace({ ...wanted, width: box.width, height: box.height }, others, start, sizes.frame.gap)
  return { x: free.x - box.x, y: free.y - box.y }
}

/** Where an item is, from the top left corner of its frame. */
function relative(placement: Placement, id: string): Rect {
  const { rect, parent } = itemOf(placement, id)
  const from = parent === undefined ? { x: 0, y: 0 } : itemOf(placement, parent).rect
  return { ...rect, x: rect.x - from.x, y: rect.y - from.y }
}

function itemOf(placement: Placement, id: string): SceneItem {
  const item = placement.byId.get(id)
  if (!item) throw new Error(`No item "${id}" in the scene.`)
  return item
}

/** Frames fit what is in them again. Notes keep the size somebody gave them, and so does what is collapsed. */
function placeOf({ layout, collapsed, inside, holders }: Task, id: string, { x, y }: Point): Place {
  const { width, height, ...rest } = layout[id] ?? { x, y }
  const fits = holders.frames.has(id) && !collapsed.has(id) && inside(id) !== undefined
  return {
    ...rest,
    x: snap(x),
    y: snap(y),
    ...(!fits && width !== undefined ? { width } : {}),
    ...(!fits && height !== undefined ? { height } : {}),
  }
}

function snap(value: number): number {
  return Math.round(value / sizes.grid) * sizes.grid
}
