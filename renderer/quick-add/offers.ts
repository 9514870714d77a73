/** What quick add offers: kinds in the order in which they are likely wanted there, and why others can't stand there. */
import { meaningOf } from '../../shared/elements/meanings'
import { landing } from '../../shared/graph/add'
import type { Graph } from '../../shared/graph/graph'
import { kindsFor, type NextKind, nextKinds } from '../../shared/graph/likely'
import { term } from '../../shared/texts/text'
import { type PaletteItem, paletteGroups } from '../palette/palette-items'
import { kindNamer } from '../search/kind-names'
import { parseQuery, type Query, score, searchText } from '../search/match'
import { words } from '../strings/words'
import type { QuickAdd } from './quick-add-state'

export interface Offer {
  readonly item: PaletteItem
  /** What a line to it would mean. */
  readonly detail?: string
  /** Why it can't stand there. */
  readonly reason?: string
}

/** The kinds for a place, those that fit what was typed; with no place in the query, the likeliest first. */
export function offersFor(graph: Graph, open: QuickAdd, typed: string): readonly Offer[] {
  const items = new Map(
    paletteGroups('').flatMap((group) => group.items.map((one) => [one.item, one] as const)),
  )
  const { from } = open
  const all = from === undefined ? placeable(graph, open, items) : connectable(nextKinds(graph, from), items)
  const query = parseQuery(typed)
  if (query.words.length === 0) return all
  return all
    .map((offer) => ({ offer, worth: worthOf(query, offer.item) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => Number(!!a.offer.reason) - Number(!!b.offer.reason) || b.worth - a.worth)
    .map(({ offer }) => offer)
}

function connectable(kinds: readonly NextKind[], items: ReadonlyMap<string, PaletteItem>): Offer[] {
  return kinds.flatMap(({ kind, meanings }) => {
    const item = items.get(kind)
    const labels = [...new Set(meanings.map(({ meaning }) => words(term(meaningOf(meaning).label))))]
    return item ? [{ item, detail: labels.join(' · ') }] : []
  })
}

function placeable(
  graph: Graph,
  { over, nesting }: QuickAdd,
  items: ReadonlyMap<string, PaletteItem>,
): Offer[] {
  return kindsFor(graph, over, [...items.keys()], nesting).flatMap((kind) => {
    const item = items.get(kind)
    if (!item) return []
    const { frame, reason } = landing(graph, kind, over, nesting)
    return frame === over || reason === undefined ? [{ item }] : [{ item, reason: words(reason) }]
  })
}

function worthOf(query: Query, { item, label, keywords }: PaletteItem): number {
  return score(query, [label, ...kindNamer()(item)].map(searchText), keywords.map(searchText))
}
