/**
 * Routes all lines of a scene: sides, places along the sides, paths, lanes, labels. What an earlier scene found is used
 * again where nothing changed within its reach; the answer is the same as without it.
 */
import type { DrawnLine } from '../lines'
import type { Point, Rect } from '../mark'
import type { SceneItem } from '../places'
import { type Anchored, type Anchors, anchorLines, type Sided } from './anchors'
import { type Areas, areasFor, areaTouchesAny, putArea } from './areas'
import { type Bent, bentSides, bentWay, isBlocked, wayAround } from './bent'
import { type Changes, changesBetween, type ItemIndex, indexOf } from './changes'
import { type End, endsOf } from './ends'
import { type Field, fieldOf } from './field'
import { edge, isHorizontal, overlaps, type Side } from './geometry'
import { type Label, type Labels, placeLabels } from './labels'
import { type Separated, separate } from './lanes'
import { chooseSides, pathBetween, type SidePair } from './paths'

export interface Routed {
  readonly line: DrawnLine
  readonly points: readonly Point[]
  readonly label: Label | undefined
}

/** The points that lines go through because somebody bent them, by the lines' ids. */
export type Bends = Readonly<Record<string, { readonly points: Bent }>>

/** What is known of a line. */
interface Known extends Sided {
  readonly bent: Bent | undefined
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
  readonly bends: Bends
  readonly index: ItemIndex
  readonly known: readonly Known[]
  readonly reaches: Areas
  readonly anchors: Anchors
  readonly separated: Separated
  readonly labels: Labels
}

/** More changes than this, and looking for what they touch costs more than routing anew. */
const FEW = 64

const STRAIGHT: Bends = {}
/** Stands for a bent line where lines are drawn apart: it stays where somebody put it. */
const UNMOVED: readonly Point[] = []

/** The lines, all of whose ends are in the scene, on their ways. */
export function routeLines(
  lines: readonly DrawnLine[],
  items: readonly SceneItem[],
  before?: Routing,
  bends: Bends = STRAIGHT,
): Routing {
  const index = indexOf(items, before)
  const changes = before && changesBetween(before.items, items, index)
  const last = changes && changes.areas.length <= FEW ? before : undefined
  if (last && changes?.areas.length === 0 && last.lines === lines && last.bends === bends)
    return { ...last, items }
  const field = fieldOf(items)
  const aligned = last?.lines === lines && last.index === index ? last : undefined

  const open = aligned && changes ? staleLines(aligned, changes, bends) : lines.map((_, i) => i)
  const known: Known[] = aligned ? [...aligned.known] : []
  const recall = aligned || !last ? undefined : recallFrom(last, changes?.areas ?? [])
  for (const i of open) known[i] = sidesOf(lines[i] as DrawnLine, bends, field, index, recall)

  const anchors = anchorLines(known, open, aligned?.anchors)
  const paths: (readonly Point[])[] = aligned ? [...aligned.separated.input] : []
  const reaches = aligned ? aligned.reaches.slice() : areasFor(lines.length)
  for (const i of anchors.affected) {
    const line = pathOf(known[i] as Known, anchors.lines[i] as Anchored, field)
    known[i] = line
    paths[i] = line.bent ? UNMOVED : line.way.points
    putArea(reaches, i, line.reach)
  }
  const separated = separate(paths, aligned?.separated)
  const drawn = separated.paths.map((path, i) => (path === UNMOVED ? (known[i]?.way?.points ?? path) : path))
  const labels = placeLabels(
    { texts: lines, paths: drawn, anchors: anchors.lines, field },
    aligned && { labels: aligned.labels, areas: changes?.areas ?? [] },
  )
  const routed = aligned ? [...aligned.routed] : []
  for (const i of labels.changed) {
    routed[i] = {
      line: lines[i] as DrawnLine,
      points: drawn[i] as readonly Point[],
      label: labels.found[i],
    }
  }
  return { routed, lines, items, bends, index, known, reaches, anchors, separated, labels }
}

/** The end of a line that stays while the other one moves, and where the line ended there. */
export interface Fixed {
  readonly end: 'from' | 'to'
  readonly at: Point
}

/**
 * Routes a few lines by themselves, as if there were no others: around the figures, apart from each other. An end that
 * is fixed keeps its place until another side is better.
 */
export function routeAlone(
  lines: readonly { readonly line: DrawnLine; readonly fixed?: Fixed | undefined }[],
  field: Field,
  index: ItemIndex,
  bends: Bends = STRAIGHT,
): readonly Routed[] {
  const known = lines.map(({ line, fixed }) => {
    const sided = sidesOf(line, bends, field, index, undefined)
    const stays = fixed && !sided.bent && isOn(sided[fixed.end].rect, sided.pair[fixed.end], fixed.at)
    return stays ? { ...sided, aims: [fixed.at, fixed.at] as const } : sided
  })
  const anchors = anchorLines(known, [...lines.keys()])
  const ways = known.map((each, i) => pathOf(each, anchors.lines[i] as Anchored, field))
  const { paths } = separate(ways.map(({ bent, way }) => (bent ? UNMOVED : way.points)))
  const drawn = paths.map((path, i) => (path === UNMOVED ? (ways[i]?.way.points ?? path) : path))
  const texts = lines.map(({ line }) => line)
  const { found } = placeLabels({ texts, paths: drawn, anchors: anchors.lines, field })
  return lines.map(({ line }, i) => ({ line, points: drawn[i] as readonly Point[], label: found[i] }))
}

function isOn(rect: Rect, side: Side, { x, y }: Point): boolean {
  return (isHorizontal(side) ? x : y) === edge(rect, side)
}

/** The lines with an end that changed, with a change in their reach, or bent otherwise than before. */
function staleLines({ known, reaches, lines }: Routing, { items, areas }: Changes, bends: Bends): number[] {
  const stale: number[] = []
  for (let i = 0; i < known.length; i++) {
    // Both ends are within the reach, so one look tells of most lines that they are as they were.
    if (!areaTouchesAny(reaches, i, areas)) {
      const { from, to, bent } = known[i] as Known
      const same = bent === bentBy(bends, lines[i] as DrawnLine)
      if (same && items[from.item] === 0 && items[to.item] === 0) continue
    }
    stale.push(i)
  }
  return stale
}

/** The points that a line goes through. One that stands for what is hidden in a frame goes its own way. */
function bentBy(bends: Bends, { id, merged }: DrawnLine): Bent | undefined {
  if (merged || !Object.hasOwn(bends, id)) return undefined
  const points = bends[id]?.points
  return points && points.length > 0 ? points : undefined
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
  bends: Bends,
  field: Field,
  index: ItemIndex,
  recall: ((id: string) => Known | undefined) | undefined,
): Known {
  const [from, to] = endsOf(line, field.items, index)
  const items = [field.items[from.item], field.items[to.item]] as [SceneItem, SceneItem]
  const bent = bentBy(bends, line)
  const old = recall?.(line.id)
  if (old && old.bent === bent && old.items[0] === items[0] && old.items[1] === items[1])
    return { ...old, from, to }
  field.begin(from.item, to.item)
  const pair = bent ? bentSides(from, to, bent, field) : freeSides(from, to, field)
  const aims = bent && ([bent[0], bent.at(-1)] as [Point, Point])
  return { from, to, items, pair, bent, reach: field.reach(), ...(aims ? { aims } : {}) }
}

/** The usual sides; where every way between them is blocked, those from which a line gets around. */
function freeSides(from: End, to: End, field: Field): SidePair {
  const { pair, points } = chooseSides(from, to, field)
  return isBlocked(points, field) ? bentSides(from, to, [], field) : pair
}

function pathOf(
  known: Known,
  anchored: Anchored,
  field: Field,
): Known & { readonly way: NonNullable<Known['way']> } {
  const { from, to, pair, way, reach, bent } = known
  if (way && sameAnchors(way.anchored, anchored)) return { ...known, way }
  field.begin(from.item, to.item, reach)
  const { start, end, lean } = anchored
  const usual = bent ? undefined : pathBetween(from, to, pair, start, end, lean, field)
  const points =
    usual === undefined || usual.cost === Number.POSITIVE_INFINITY
      ? bentWay(from, to, pair, [start, end], bent ?? [], field)
      : isBlocked(usual.points, field)
        ? (wayAround(from, to, pair, [start, end], field) ?? usual.points)
        : usual.points
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
