/** What hardly takes part in the flow stands in rows at the bottom of its frame: subnets, security groups, loose ends. */
import { push } from '../basics/push'
import type { DrawnLine } from '../figures/lines'
import type { Point } from '../figures/mark'
import { sizes } from '../figures/tokens'
import type { Surroundings } from './satellites'

/** Meanings that say where something is, not what it does. */
const whereabouts: ReadonlySet<string> = new Set(['in-network', 'guarded-by'])

/** A band may be this much wider than the flow, so that it needs fewer rows. */
const OVERHANG = 1.35

export interface Band {
  readonly width: number
  readonly height: number
  /** From the band's top left corner. */
  readonly places: ReadonlyMap<string, Point>
}

/** The elements that go in a band: empty, and only ever named as a whereabouts, or not named at all. */
export function looseOnes(ids: readonly string[], around: Surroundings): Set<string> {
  const busy = new Set<string>()
  const see = (line: DrawnLine) => {
    busy.add(line.from.item)
    if (!whereabouts.has(line.meaning)) busy.add(line.to.item)
  }
  around.lines.forEach(see)
  return new Set(ids.filter((id) => around.isEmpty(id) && !busy.has(id)))
}

/**
 * Rows about as wide as the flow above them. A row holds figures of one height, the highest come first; in a row they
 * stand in the order of their users, of which `column` knows how far to the right they are.
 */
export function bandOf(
  ids: readonly string[],
  around: Surroundings,
  flow: number,
  column: (user: string) => number,
): Band {
  const { gap } = sizes.frame
  const limit = flow * OVERHANG
  const users = usersOf(ids, around)
  const figures = ids
    .map((id) => ({
      id,
      order: Math.min(...(users.get(id) ?? []).map(column), Number.MAX_SAFE_INTEGER),
      ...around.figure(id),
    }))
    .sort((a, b) => b.height - a.height || a.order - b.order)
  const room = Math.max(
    limit,
    Math.sqrt(figures.reduce((sum, f) => sum + (f.width + gap) * (f.height + gap) * 1.6, 0)),
  )
  const places = new Map<string, Point>()
  let x = 0
  let y = 0
  let width = 0
  let rowHeight = figures[0]?.height ?? 0
  for (const figure of figures) {
    if (x > 0 && (figure.height !== rowHeight || x + figure.width > room)) {
      x = 0
      y += rowHeight + gap
    }
    rowHeight = figure.height
    places.set(figure.id, { x, y })
    x += figure.width + gap
    width = Math.max(width, x - gap)
  }
  return { width, height: y + rowHeight, places }
}

/** Who refers to each of the elements. */
function usersOf(ids: readonly string[], { lines }: Surroundings): Map<string, string[]> {
  const asked = new Set(ids)
  const users = new Map<string, string[]>()
  for (const { from, to } of lines) if (asked.has(to.item)) push(users, to.item, from.item)
  return users
}
