/** Where everything is: sizes from the inside out (frames grow with what is in them), then places from the outside in. */
import type { Graph } from '../graph/graph'
import { english } from '../texts/text'
import type { Translate } from '../texts/translate'
import type { Size } from './figure'
import { figureOf, foldedFigureOf } from './figure-of'
import type { Holders } from './holders'
import type { Figure, Point, Rect } from './mark'
import { arrange } from './rows'
import { type Children, summaryOf } from './summary'
import type { Layout } from './view'

/** One element as it is drawn; rows of a figure are part of their parent's. */
export interface SceneItem {
  readonly id: string
  /** The frame it is placed in. */
  readonly parent?: string
  /** Absolute. */
  readonly rect: Rect
  readonly figure: Figure
}

const NONE: readonly string[] = []

/** An element with its figure, and the places of what is in it. */
interface Sized {
  readonly figure: Figure
  /** What is drawn in it. */
  readonly inside: readonly string[]
  /** Relative to the frame's top left corner. */
  readonly places: readonly Point[]
}

/** What is to be placed, and what is known of where. */
export interface Arrangement {
  readonly graph: Graph
  readonly holders: Holders
  readonly layout: Layout
  /** Frames that show a summary instead of what is in them. */
  readonly collapsed: ReadonlySet<string>
  /** Puts words into the language of the drawing. Absent: English. */
  readonly say?: Translate | undefined
}

/** An answer, with what makes the next one cheap. */
export interface Placement extends Arrangement {
  /** Every element with its absolute place, frames before what they hold, depth first. */
  readonly items: readonly SceneItem[]
  readonly byId: ReadonlyMap<string, SceneItem>
  /** By index: the last item that is in this one. */
  readonly ends: readonly number[]
  readonly sized: ReadonlyMap<string, Sized>
}

/** Places everything. What is as it was in `before` keeps its identity, and the list too if nothing changed. */
export function placeItems(arrangement: Arrangement, before?: Placement): Placement {
  const { holders } = arrangement
  const stale = before && staleOf(before, arrangement)
  if (before && stale?.size === 0) return { ...before, ...arrangement }
  const sized = new Map(stale ? before?.sized : [])
  // What is hidden in a collapsed frame is not measured now, so what is stale must not be there when it is opened.
  for (const id of stale ?? NONE) sized.delete(id)
  const measure = (id: string): Size => {
    const known = sized.get(id) ?? sizeOf(arrangement, id, measure)
    sized.set(id, known)
    return known.figure
  }
  const places = arrange(holders.roots, arrangement.layout, measure, undefined)
  const { items, ends } = putAll(holders, sized, places, before, stale)
  const same =
    before && items.length === before.items.length && items.every((item, i) => item === before.items[i])
  return {
    ...arrangement,
    items: same ? before.items : items,
    byId: same ? before.byId : indexed(items, before),
    ends,
    sized,
  }
}

function indexed(items: readonly SceneItem[], before: Placement | undefined): Map<string, SceneItem> {
  const byId = new Map(before?.items.length === items.length ? before.byId : [])
  items.forEach((item, i) => {
    if (before?.items[i] !== item) byId.set(item.id, item)
  })
  return byId.size === items.length ? byId : new Map(items.map((item) => [item.id, item]))
}

/** The elements whose place was edited, and the frames around them; undefined when nothing of what was known before holds. */
function staleOf(before: Placement, after: Arrangement): Set<string> | undefined {
  if (before.graph !== after.graph || before.holders !== after.holders || before.say !== after.say)
    return undefined
  const stale = new Set<string>()
  const { parent } = after.holders
  const add = (id: string) => {
    let above: string | undefined = id
    while (above !== undefined && !stale.has(above)) {
      stale.add(above)
      above = parent.get(above)
    }
  }
  for (const id in after.layout) if (after.layout[id] !== before.layout[id]) add(id)
  for (const id in before.layout) if (!Object.hasOwn(after.layout, id)) add(id)
  return stale
}

function putAll(
  { roots }: Holders,
  sized: ReadonlyMap<string, Sized>,
  places: readonly Point[],
  before: Placement | undefined,
  stale: ReadonlySet<string> | undefined,
): Pick<Placement, 'items' | 'ends'> {
  const items: SceneItem[] = []
  const ends: number[] = []
  const put = (id: string, x: number, y: number, parent: string | undefined) => {
    const { figure, inside, places } = sized.get(id) as Sized
    const index = items.length
    const there = before?.items[index]
    const was = there?.id === id ? there : before?.byId.get(id)
    const still =
      was !== undefined &&
      was.parent === parent &&
      was.figure === figure &&
      was.rect.x === x &&
      was.rect.y === y
    if (before && still && was === there && stale && !stale.has(id)) {
      // The same graph and no edit in here: everything in this frame is as it was.
      for (let i = index; i <= (before.ends[index] as number); i++) {
        items.push(before.items[i] as SceneItem)
        ends.push(before.ends[i] as number)
      }
      return
    }
    const rect = { x, y, width: figure.width, height: figure.height }
    items.push(still ? was : parent === undefined ? { id, rect, figure } : { id, parent, rect, figure })
    ends.push(index)
    for (let i = 0; i < inside.length; i++) {
      const place = places[i] as Point
      put(inside[i] as string, x + place.x, y + place.y, id)
    }
    ends[index] = items.length - 1
  }
  for (let i = 0; i < roots.length; i++) {
    const place = places[i] as Point
    put(roots[i] as string, place.x, place.y, undefined)
  }
  return { items, ends }
}

function sizeOf(arrangement: Arrangement, id: string, measure: (id: string) => Size): Sized {
  const { graph, holders, layout, collapsed, say = english } = arrangement
  if (collapsed.has(id)) return folded(arrangement, id, holders.children, true)
  const natural = figureOf(graph, id, undefined, say)
  const stored = storedSize(layout, id)
  if (natural.content === undefined) {
    // A note somebody resized; every other figure ignores the size and stays as it is.
    return { figure: stored ? figureOf(graph, id, stored, say) : natural, inside: NONE, places: [] }
  }
  // A frame in the other nesting only, such as a cluster among subnets.
  if (!holders.frames.has(id)) return folded(arrangement, id, graph.children, false)
  const inside = holders.children.get(id) ?? NONE
  const places = arrange(inside, layout, measure, natural.content)
  const needed = extent(inside, places, measure, natural)
  const size = {
    width: Math.max(stored?.width ?? 0, needed.width),
    height: Math.max(stored?.height ?? 0, needed.height),
  }
  const same = size.width === natural.width && size.height === natural.height
  return { figure: same ? natural : figureOf(graph, id, size, say), inside, places }
}

function folded(
  { graph, say = english }: Arrangement,
  id: string,
  children: Children,
  opens: boolean,
): Sized {
  const summary = summaryOf(graph, id, children, say)
  return { figure: foldedFigureOf(graph, id, { summary, opens }, say), inside: NONE, places: [] }
}

/** How large a frame is at least, for what is in it. */
function extent(
  inside: readonly string[],
  places: readonly Point[],
  measure: (id: string) => Size,
  natural: Figure,
): Size {
  const { x, y, width, height } = natural.content as Rect
  let right = 0
  let bottom = 0
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as Point
    const size = measure(inside[i] as string)
    right = Math.max(right, Math.max(place.x, x) + size.width)
    bottom = Math.max(bottom, Math.max(place.y, y) + size.height)
  }
  return {
    width: Math.max(natural.width, right + natural.width - x - width),
    height: Math.max(natural.height, bottom + natural.height - y - height),
  }
}

function storedSize(layout: Layout, id: string): Size | undefined {
  const place = layout[id]
  if (place?.width === undefined && place?.height === undefined) return undefined
  return { width: place.width ?? 0, height: place.height ?? 0 }
}
