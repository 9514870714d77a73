/** Where everything is: sizes from the inside out (frames grow with what is in them), then places from the outside in. */
import { memo } from '../basics/memo'
import type { Design } from '../design/design'
import type { Graph } from '../graph/graph'
import type { Size } from './figure'
import { figureOf, isFrame } from './figure-of'
import type { Figure, Point, Rect } from './mark'
import { sizes } from './tokens'

/** One element as it is drawn; rows of a figure are part of their parent's. */
export interface SceneItem {
  readonly id: string
  /** The frame it is placed in. */
  readonly parent?: string
  /** Absolute. */
  readonly rect: Rect
  readonly figure: Figure
}

/** How wide rows of elements without a place may become, where nothing else says so. */
const ROW_WIDTH = 1120

const NONE: readonly string[] = []

interface Holders {
  readonly roots: readonly string[]
  readonly children: ReadonlyMap<string, readonly string[]>
}

/** What is placed in what: like the graph's nesting, but only frames hold, and rows are no elements of their own. */
export const holdersOf: (graph: Graph) => Holders = memo((graph: Graph) => {
  const roots: string[] = []
  const children = new Map<string, string[]>()
  for (const id of Object.keys(graph.design.elements)) {
    if (graph.rows.has(id)) continue
    let holder = graph.parent.get(id)
    while (holder !== undefined && !isFrame(graph, holder)) holder = graph.parent.get(holder)
    const list = holder === undefined ? roots : children.get(holder)
    if (list) list.push(id)
    else if (holder !== undefined) children.set(holder, [id])
  }
  return { roots, children }
})

/** An element with its figure, and the places of what is in it. */
interface Sized {
  readonly figure: Figure
  /** Relative to the frame's top left corner. */
  readonly places: readonly Point[]
}

/** An answer, with what makes the next one cheap. */
export interface Placement {
  /** Every element with its absolute place, frames before what they hold, depth first. */
  readonly items: readonly SceneItem[]
  readonly byId: ReadonlyMap<string, SceneItem>
  /** By index: the last item that is in this one. */
  readonly ends: readonly number[]
  readonly graph: Graph
  readonly layout: Design['layout']
  readonly sized: ReadonlyMap<string, Sized>
  readonly floating: ReadonlySet<string>
}

/**
 * Places everything. What is as it was in `before` keeps its identity, and the list too if nothing changed. Elements
 * that are `floating` (in the hand of somebody who drags them) may lie outside their frame, which does not grow for them.
 */
export function placeItems(
  graph: Graph,
  layout: Design['layout'],
  before: Placement | undefined,
  floating: ReadonlySet<string>,
): Placement {
  const holders = holdersOf(graph)
  const stale = before?.graph === graph ? staleOf(graph, before, layout, floating) : undefined
  if (before && stale?.size === 0) return { ...before, layout, floating }
  const sized = new Map(stale && before ? before.sized : [])
  const measure = (id: string): Size => {
    const known = stale && !stale.has(id) ? sized.get(id) : undefined
    const inside = holders.children.get(id) ?? NONE
    const fresh = known ?? sizeOf(graph, layout, id, inside, measure, floating)
    if (!known) sized.set(id, fresh)
    return fresh.figure
  }
  const places = arrange(holders.roots, layout, measure, undefined, floating)
  const { items, ends } = putAll(holders, sized, places, before, stale)
  const same =
    before && items.length === before.items.length && items.every((item, i) => item === before.items[i])
  return {
    items: same ? before.items : items,
    byId: same ? before.byId : indexed(items, before),
    ends,
    graph,
    layout,
    sized,
    floating,
  }
}

function indexed(items: readonly SceneItem[], before: Placement | undefined): Map<string, SceneItem> {
  const byId = new Map(before?.items.length === items.length ? before.byId : [])
  items.forEach((item, i) => {
    if (before?.items[i] !== item) byId.set(item.id, item)
  })
  return byId.size === items.length ? byId : new Map(items.map((item) => [item.id, item]))
}

/** The elements whose place was edited, that were taken up or put down, and the frames around them. */
function staleOf(
  graph: Graph,
  { layout: before, floating: held }: Placement,
  after: Design['layout'],
  floating: ReadonlySet<string>,
): Set<string> {
  const stale = new Set<string>()
  const add = (id: string) => {
    let above: string | undefined = id
    while (above !== undefined && !stale.has(above)) {
      stale.add(above)
      above = graph.parent.get(above)
    }
  }
  for (const id in after) if (after[id] !== before[id]) add(id)
  for (const id in before) if (!Object.hasOwn(after, id)) add(id)
  if (held !== floating) for (const id of [...held, ...floating]) add(id)
  return stale
}

function putAll(
  { roots, children }: Holders,
  sized: ReadonlyMap<string, Sized>,
  places: readonly Point[],
  before: Placement | undefined,
  stale: ReadonlySet<string> | undefined,
): Pick<Placement, 'items' | 'ends'> {
  const items: SceneItem[] = []
  const ends: number[] = []
  const put = (id: string, x: number, y: number, parent: string | undefined) => {
    const { figure, places } = sized.get(id) as Sized
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
    const inside = children.get(id) ?? NONE
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

function sizeOf(
  graph: Graph,
  layout: Design['layout'],
  id: string,
  inside: readonly string[],
  measure: (id: string) => Size,
  floating: ReadonlySet<string>,
): Sized {
  const stored = storedSize(layout, id)
  const natural = figureOf(graph, id)
  if (natural.content === undefined) {
    // A note somebody resized; every other figure ignores the size and stays as it is.
    return { figure: stored ? figureOf(graph, id, stored) : natural, places: [] }
  }
  const { content } = natural
  const extents: Size[] = []
  const places = arrange(
    inside,
    layout,
    (child) => {
      const size = measure(child)
      extents.push(size)
      return size
    },
    content,
    floating,
  )
  let right = 0
  let bottom = 0
  for (let i = 0; i < places.length; i++) {
    if (floating.has(inside[i] as string)) continue
    const place = places[i] as Point
    const size = extents[i] as Size
    right = Math.max(right, place.x + size.width)
    bottom = Math.max(bottom, place.y + size.height)
  }
  const size = {
    width: Math.max(stored?.width ?? 0, natural.width, right + natural.width - content.x - content.width),
    height: Math.max(
      stored?.height ?? 0,
      natural.height,
      bottom + natural.height - content.y - content.height,
    ),
  }
  const same = size.width === natural.width && size.height === natural.height
  return { figure: same ? natural : figureOf(graph, id, size), places }
}

function storedSize(layout: Design['layout'], id: string): Size | undefined {
  const place = layout[id]
  if (place?.width === undefined && place?.height === undefined) return undefined
  return { width: place.width ?? 0, height: place.height ?? 0 }
}

/**
 * Places of the elements of one frame (or of the canvas), in their order. They never lie over the frame's header or
 * its left padding. Elements without a place follow below the others, in rows.
 */
function arrange(
  ids: readonly string[],
  layout: Design['layout'],
  measure: (id: string) => Size,
  content: Rect | undefined,
  floating: ReadonlySet<string>,
): Point[] {
  const left = content?.x ?? 0
  const top = content?.y ?? 0
  const places: (Point | undefined)[] = []
  const measured: Size[] = []
  let right = left
  let bottom = top
  for (const id of ids) {
    const size = measure(id)
    measured.push(size)
    const stored = layout[id]
    if (stored === undefined) {
      places.push(undefined)
      continue
    }
    if (floating.has(id)) {
      places.push({ x: stored.x, y: stored.y })
      continue
    }
    const place = content
      ? { x: Math.max(stored.x, left), y: Math.max(stored.y, top) }
      : { x: stored.x, y: stored.y }
    places.push(place)
    right = Math.max(right, place.x + size.width)
    bottom = Math.max(bottom, place.y + size.height + sizes.frame.gap)
  }
  return fillIn(places, measured, { x: left, y: bottom }, Math.max(right, left + ROW_WIDTH))
}

function fillIn(
  places: readonly (Point | undefined)[],
  measured: readonly Size[],
  start: Point,
  limit: number,
): Point[] {
  const { gap } = sizes.frame
  let { x, y } = start
  let rowHeight = 0
  return places.map((place, i) => {
    if (place) return place
    const { width, height } = measured[i] as Size
    if (x > start.x && x + width > limit) {
      x = start.x
      y += rowHeight + gap
      rowHeight = 0
    }
    const free = { x, y }
    x += width + gap
    rowHeight = Math.max(rowHeight, height)
    return free
  })
}
