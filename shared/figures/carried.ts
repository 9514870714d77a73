/**
 * A scene while somebody drags elements of it. They are where the hand is, with all that is in them, above everything
 * else, and lines with one end in the hand find their way anew. All else lies still, frames too, until the hand lets go:
 * that is calm to look at, and a movement costs what moves, however large the design is.
 */
import type { DrawnLine } from './lines'
import type { Point, Rect } from './mark'
import type { SceneItem } from './places'
import type { ItemIndex } from './routing/changes'
import { type Field, fieldOf } from './routing/field'
import { around } from './routing/geometry'
import { type Bends, type Fixed, routeAlone } from './routing/route'
import { lineOf, type Scene, type SceneLine } from './scene'

/** What somebody holds, and how far it has come. */
export interface Carry {
  readonly ids: ReadonlySet<string>
  readonly by: Point
}

/** Everything about a drag that stays the same while it lasts. */
interface Hold {
  readonly scene: Scene
  readonly ids: ReadonlySet<string>
  readonly bends: Bends | undefined
  readonly still: Scene
  readonly index: ItemIndex
  /** Its items are where the hand had them last. */
  readonly field: Field
  readonly items: readonly SceneItem[]
  /** Lines with both ends in the hand, by their place in the scene. */
  readonly along: readonly number[]
  /** Lines with one end in the hand. */
  readonly loose: readonly Loose[]
}

interface Loose {
  readonly place: number
  readonly line: DrawnLine
  readonly fixed: Fixed
}

// The drag that is going on: only speed depends on it, never the answer.
let last: Hold | undefined

/** The scene with elements shifted. */
export function carried(scene: Scene, { ids, by }: Carry, bends?: Bends): Scene {
  const same = last?.scene === scene && last.ids === ids && last.bends === bends
  const hold = last && same ? last : holdOf(scene, ids, bends)
  last = hold
  const items = hold.items.map((item) => ({ ...item, rect: shifted(item.rect, by) }))
  for (const item of items) hold.field.move(hold.index.get(item.id) as number, item)
  const along = hold.along.map((place) => lineAlong(scene.lines[place] as SceneLine, by))
  const loose = routeAlone(hold.loose, hold.field, hold.index, bends).map(lineOf)
  const lines = [...scene.lines]
  hold.along.forEach((place, i) => {
    lines[place] = along[i] as SceneLine
  })
  hold.loose.forEach(({ place }, i) => {
    lines[place] = loose[i] as SceneLine
  })
  const { still } = hold
  const byId = new Map(scene.byId)
  for (const item of items) byId.set(item.id, item)
  // They only grow while something is carried.
  const bounds = around([still.bounds, ...items.map(({ rect }) => rect)]) ?? still.bounds
  const moving: Scene = { ...scene, items, byId, lines: [...along, ...loose], bounds }
  return {
    ...scene,
    items: [...still.items, ...items],
    byId,
    lines,
    bounds,
    carried: { from: scene, still, moving },
  }
}

function holdOf(scene: Scene, ids: ReadonlySet<string>, bends: Bends | undefined): Hold {
  const index = new Map(scene.items.map((item, i) => [item.id, i]))
  const held = new Set<string>()
  for (const { id, parent } of scene.items)
    if (ids.has(id) || (parent !== undefined && held.has(parent))) held.add(id)
  const along: number[] = []
  const loose: Loose[] = []
  const others: SceneLine[] = []
  scene.lines.forEach((line, place) => {
    const { from, to } = line.drawn
    const ends = [held.has(from.item), held.has(to.item)] as const
    if (ends[0] && ends[1]) along.push(place)
    else if (ends[0])
      loose.push({ place, line: line.drawn, fixed: { end: 'to', at: line.points.at(-1) as Point } })
    else if (ends[1])
      loose.push({ place, line: line.drawn, fixed: { end: 'from', at: line.points[0] as Point } })
    else others.push(line)
  })
  const items = scene.items.filter(({ id }) => held.has(id))
  const still = { ...scene, items: scene.items.filter(({ id }) => !held.has(id)), lines: others }
  return { scene, ids, bends, still, index, field: fieldOf(scene.items), items, along, loose }
}

function lineAlong(line: SceneLine, by: Point): SceneLine {
  const points = line.points.map(({ x, y }) => ({ x: x + by.x, y: y + by.y }))
  const { label } = line
  return { ...line, points, ...(label && { label: { ...label, rect: shifted(label.rect, by) } }) }
}

function shifted(rect: Rect, by: Point): Rect {
  return { ...rect, x: rect.x + by.x, y: rect.y + by.y }
}
