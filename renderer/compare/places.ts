/** Both sides of a comparison on one drawing: what is the same stands in the same place, and all of it stands somewhere. */
import type { Design } from '../../shared/design/design'
import { type Layout, layoutOf, withLayout } from '../../shared/figures/view'
import { graphOf } from '../../shared/graph/graph'
import type { NestingName } from '../../shared/graph/nestings'
import { autoLayout } from '../../shared/layout/auto-layout'
import type { RunElk } from '../../shared/layout/elk'
import { matchElements } from '../../shared/review/compare/match'

export interface Sides {
  readonly before: Design
  readonly after: Design
}

/** What finds places, and for which nesting. */
interface Finder {
  readonly run: RunElk
  readonly nesting: NestingName
}

/**
 * Gives a design without places those of the other one, and finds some for what the other one has not. Designs that have
 * places are left as they are: where they differ, something moved.
 */
export async function placedDesigns(
  sides: Sides,
  run: RunElk,
  nesting: NestingName = 'logical',
): Promise<Sides> {
  const { before, after } = sides
  const finder = { run, nesting }
  if (isPlaced(before, nesting) && isPlaced(after, nesting)) return sides
  const matched = matchElements(before, after)
  if (isPlaced(before, nesting))
    return { before, after: await placed(after, matched, layoutOf(before, nesting), finder) }
  const back = new Map([...matched].map(([old, id]) => [id, old]))
  const there = isPlaced(after, nesting) ? after : await placed(after, new Map(), {}, finder)
  return { before: await placed(before, back, layoutOf(there, nesting), finder), after: there }
}

/** The same for the sides of a comparison, whose ids are the same; what has no place takes none from the other elements. */
export async function placedSides(
  { before, after }: Sides,
  run: RunElk,
  nesting: NestingName = 'logical',
): Promise<Sides> {
  const finder = { run, nesting }
  const there = await completed(after, layoutOf(before, nesting), finder)
  return { before: await completed(before, layoutOf(there, nesting), finder), after: there }
}

async function completed(design: Design, others: Layout, finder: Finder): Promise<Design> {
  const layout = layoutOf(design, finder.nesting)
  const ids = missingIn(design, layout)
  if (ids.length === 0) return design
  const same = new Map(ids.map((id) => [id, id]))
  const own = new Map(Object.keys(layout).map((id) => [id, id]))
  return await placed(design, new Map([...same, ...own]), { ...others, ...layout }, finder)
}

/** Elements that are drawn by themselves; rows of other figures need no place. */
function drawnIn(design: Design): readonly string[] {
  const { rows } = graphOf(design)
  return Object.keys(design.elements).filter((id) => !rows.has(id))
}

function missingIn(design: Design, layout: Layout): readonly string[] {
  return drawnIn(design).filter((id) => layout[id] === undefined)
}

/** Has anything that is drawn a place? */
function isPlaced(design: Design, nesting: NestingName): boolean {
  const layout = layoutOf(design, nesting)
  // Rows have none, so where something has one, it takes no graph to see that.
  const isAny = Object.keys(design.elements).some((id) => layout[id] !== undefined)
  return isAny || drawnIn(design).length === 0
}

/** The design with the places of its counterparts (`from` their ids to its own), and found ones for all the rest. */
async function placed(
  design: Design,
  from: ReadonlyMap<string, string>,
  places: Layout,
  { run, nesting }: Finder,
): Promise<Design> {
  const known = Object.fromEntries([...from].flatMap(([old, id]) => (places[old] ? [[id, places[old]]] : [])))
  const only = new Set(missingIn(design, known))
  const start = withLayout(design, nesting, known)
  if (only.size === 0) return start
  const found = await autoLayout(start, run, {
    nesting,
    ...(Object.keys(known).length > 0 ? { only } : {}),
  })
  return withLayout(start, nesting, { ...known, ...found })
}
