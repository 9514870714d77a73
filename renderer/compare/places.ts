/** Both sides of a comparison on one drawing: what is the same stands in the same place, and all of it stands somewhere. */
import type { Design, Place } from '../../shared/design/design'
import { graphOf } from '../../shared/graph/graph'
import { autoLayout } from '../../shared/layout/auto-layout'
import type { RunElk } from '../../shared/layout/elk'

export interface Sides {
  readonly before: Design
  readonly after: Design
}

type Layout = Readonly<Record<string, Place>>

/**
 * Gives a side without places, such as a file of AWS, those of the other one, and finds some for what the other one has
 * not. Sides that have places are left as they are. `matched`: ids of the old side, and those of the same in the new one.
 */
export async function withPlaces(
  { before, after }: Sides,
  matched: ReadonlyMap<string, string>,
  run: RunElk,
): Promise<Sides> {
  if (isPlaced(before) && isPlaced(after)) return { before, after }
  if (isPlaced(before)) return { before, after: await placed(after, matched, before.layout, run) }
  const back = new Map([...matched].map(([old, id]) => [id, old]))
  const there = isPlaced(after) ? after : await placed(after, new Map(), {}, run)
  return { before: await placed(before, back, there.layout, run), after: there }
}

/** Has anything that is drawn a place? */
function isPlaced(design: Design): boolean {
  const ids = Object.keys(design.elements)
  if (ids.length === 0 || ids.some((id) => design.layout[id] !== undefined)) return true
  // Rows of other figures need none.
  const { rows } = graphOf(design)
  return ids.every((id) => rows.has(id))
}

/** The design with the places of its counterparts (`from` their ids to its own), and found ones for all the rest. */
async function placed(
  design: Design,
  from: ReadonlyMap<string, string>,
  places: Layout,
  run: RunElk,
): Promise<Design> {
  const known = Object.fromEntries([...from].flatMap(([old, id]) => (places[old] ? [[id, places[old]]] : [])))
  const start = { ...design, layout: known }
  const only = new Set(Object.keys(design.elements).filter((id) => !Object.hasOwn(known, id)))
  if (only.size === 0) return start
  const found = await autoLayout(start, run, Object.keys(known).length > 0 ? { only } : {})
  return { ...start, layout: { ...known, ...found } }
}
