/**
 * Routes all lines of a scene: sides, places along the sides, paths, lanes, labels. What an earlier scene found is used
 * again where nothing changed within its reach; the answer is the same as without it.
 */
import type { DrawnLine } from '../lines'
import type { Point, Rect } from '../mark'
import type { SceneItem } from '../places'
import { type Anchored, type Anchors, anchorLines, type Sided } from './anchors'
import { type Areas, areasFor, areaTouchesAny, putArea } from './areas'
import { type Changes, changesBetween, type ItemIndex, indexOf } from './changes'
import { endsOf } from './ends'
import { type Field, fieldOf } from './field'
import { overlaps } from './geometry'
import { type Label, type Labels, placeLabels } from './labels'
import { type Separated, separate } from './lanes'
import { chooseSides, pathBetween } from './paths'

export interface Routed {
  readonly line: DrawnLine
  readonly points: readonly Point[]
  readonly label: Label | undefined
}

/** What is known of a line. */
interface Known extends Sided {
  readonly items: readonly [SceneItem, SceneItem]
  /** Everything that was looked at to find its sides and its path: a change elsewhere leaves them as they are. */
  readonly reach: Rect
  readonly way?: { readonly anchored: Anchored; readonly points: readonly Point[] }
}

/** An answer, with what makes the next one cheap. */
export interface Routing {
  readonly routed: readonly Routed[]
  readonly lines: readonly DrawnLine[]
  readonly items: readonly SceneItem[]
  readonly index: ItemIndex
  readonly known: readonly Known[]
  readonly reaches: Areas
  readonly anchors: Anchors
  readonly separated: Separated
  readonly labels: Labels
}

/** More changes than this, and looking for what they touch costs more than routing anew. */
const FEW = 64

/** The lines, all of whose ends are in the scene, on their ways. */
export function routeLines(
  lines: readonly DrawnLine[],
  items: readonly SceneItem[],
  before?: Routing,
): Routing {
  const index = indexOf(items, before)
  const changes = before && changesBetween(before.items, items, index)
  const last = changes && changes.areas.length <= FEW ? before : undefined
  if (last && changes?.areas.length === 0 && last.lines === lines) return { ...last, items }
  const field = fieldOf(items)
  const aligned = last?.lines === lines && last.index === index ? last : undefined

  const open = aligned && changes ? staleLines(aligned, changes) : lines.map((_, i) => i)
  const known: Known[] = aligned ? [...aligned.known] : []
  const recall = aligned || !last ? undefined : recallFrom(last, changes?.areas ?? [])
  for (const i of open) known[i] = sidesOf(lines[i] as DrawnLine, field, index, recall)

  const anchors = anchorLines(known, open, aligned?.anchors)
  const paths: (readonly Point[])[] = aligned ? [...aligned.separated.input] : []
  const reaches = aligned ? aligned.reaches.slice() : areasFor(lines.length)
  for (const i of anchors.affected) {
    const line = pathOf(known[i] as Known, anchors.lines[i] as Anchored, field)
    known[i] = line
    paths[i] = line.way.points
    putArea(reaches, i, line.reach)
  }
  const separated = separate(paths, aligned?.separated)
  const labels = placeLabels(
    { texts: lines, paths: separated.paths, anchors: anchors.lines, field },
    aligned && { labels: aligned.labels, areas: changes?.areas ?? [] },
  )
  const routed = aligned ? [...aligned.routed] : []
  for (const i of labels.changed) {
    routed[i] = {
      line: lines[i] as DrawnLine,
      points: separated.paths[i] as readonly Point[],
      label: labels.found[i],
    }
  }
  return { routed, lines, items, index, known, reaches, anchors, separated, labels }
}

/** The lines with an end that changed, or with a change in their reach. */
function staleLines({ known, reaches }: Routing, { items, areas }: Changes): number[] {
  const stale: number[] = []
  for (let i = 0; i < known.length; i++) {
    // Both ends are within the reach, so one look tells of most lines that they are as they were.
    if (!areaTouchesAny(reaches, i, areas)) {
      const { from, to } = known[i] as Known
      if (items[from.item] === 0 && items[to.item] === 0) continue
    }
    stale.push(i)
  }
  return stale
}

/** Lines by id that are as they were, for when lines came or went. */
function recallFrom(last: Routing, changes: readonly Rect[]): (id: string) => Known | undefined {
  const byId = new Map(last.lines.map((line, i) => [line.id, last.known[i] as Known]))
  return (id) => {
    const known = byId.get(id)
    return known && changes.some((change) => overlaps(change, known.reach)) ? undefined : known
  }
}

function sidesOf(
  line: DrawnLine,
  field: Field,
  index: ItemIndex,
  recall: ((id: string) => Known | undefined) | undefined,
): Known {
  const [from, to] = endsOf(line, field.items, index)
  const items = [field.items[from.item], field.items[to.item]] as [SceneItem, SceneItem]
  const old = recall?.(line.id)
  if (old && old.items[0] === items[0] && old.items[1] === items[1]) return { ...old, from, to }
  field.begin(from.item, to.item)
  const pair = chooseSides(from, to, field)
  return { from, to, items, pair, reach: field.reach() }
}

function pathOf(
  known: Known,
  anchored: Anchored,
  field: Field,
): Known & { readonly way: NonNullable<Known['way']> } {
  const { from, to, pair, way, reach } = known
  if (way && sameAnchors(way.anchored, anchored)) return { ...known, way }
  field.begin(from.item, to.item, reach)
  const { points } = pathBetween(from, to, pair, anchored.start, anchored.end, anchored.lean, field)
  return { ...known, way: { anchored, points }, reach: field.reach() }
}

function sameAnchors(a: Anchored, b: Anchored): boolean {
  return (
    a.lean === b.lean &&
    a.start.x === b.start.x &&
    a.start.y === b.start.y &&
    a.end.x === b.end.x &&
    a.end.y === b.end.y
  )
}
