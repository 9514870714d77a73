/** Both sides of a comparison on one drawing: what is the same stands in the same place, and all of it stands somewhere. */
import type { Design, Place } from '../../shared/design/design'
import { graphOf } from '../../shared/graph/graph'
import { autoLayout } from '../../shared/layout/auto-layout'
import type { RunElk } from '../../shared/layout/elk'
import { matchElements } from '../../shared/review/compare/match'

export interface Sides {
  readonly before: Design
  readonly after: Design
}

type Layout = Readonly<Record<string, Place>>

/**
 * Gives a design without places those of the other one, and finds some for what the other one has not. Designs that have
 * places are left as they are: where they differ, something moved.
 */
export async function placedDesigns(sides: Sides, run: RunElk): Promise<Sides> {
  const { before, after } = sides
  if (isPlaced(before) && isPlaced(after)) return sides
  const matched = matchElements(before, after)
  if (isPlaced(before)) return { before, after: await placed(after, matched, before.layout, run) }
  const back = new Map([...matched].map(([old, id]) => [id, old]))
  const there = isPlaced(after) ? after : await placed(after, new Map(), {}, run)
  return { before: await placed(before, back, there.layout, run), after: there }
}

/** The same for the sides of a comparison, whose ids are the same; what has no place takes none from the other elements. */
export async function placedSides({ before, after }: Sides, run: RunElk): Promise<Sides> {
  const there = await completed(after, before.layout, run)
  return { before: await completed(before, there.layout, run), after: there }
}

async function completed(design: Design, others: Layout, run: RunElk): Promise<Design> {
  const ids = missingIn(design)
  if (ids.length === 0) return design
  const same = new Map(ids.map((id) => [id, id]))
  const own = new Map(Object.keys(design.layout).map((id) => [id, id]))
  return await placed(design, new Map([...same, ...own]), { ...others, ...design.layout }, run)
}

/** Elements that are drawn by themselves; rows of other figures need no place. */
function drawnIn(design: Design): readonly string[] {
  const { rows } = graphOf(design)
  return Object.keys(design.elements).filter((id) => !rows.has(id))
}

function missingIn(design: Design): readonly string[] {
  return drawnIn(design).filter((id) => design.layout[id] === undefined)
}

/** Has anything that is drawn a place? */
function isPlaced(design: Design): boolean {
  const drawn = drawnIn(design)
  return drawn.length === 0 || drawn.some((id) => design.layout[id] !== undefined)
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
  const only = new Set(missingIn(start))
  if (only.size === 0) return start
  const found = await autoLayout(start, run, Object.keys(known).length > 0 ? { only } : {})
  return { ...start, layout: { ...known, ...found } }
}
