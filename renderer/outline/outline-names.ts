/** What elements are called in the outline, and finding them by it. */
import { memo } from '../../shared/basics/memo'
import { type Graph, nameOf } from '../../shared/graph/graph'
import { type KindNames, kindNamer } from '../search/kind-names'
import { begins, parseQuery, type SearchText, score, searchText } from '../search/match'
import type { OutlineRow } from './outline-rows'

/** Prepared texts; the same names come again and again. */
const known = new Map<string, SearchText>()

function prepared(text: string): SearchText {
  const before = known.get(text)
  if (before) return before
  const fresh = searchText(text)
  known.set(text, fresh)
  return fresh
}

const namesIn = memo(
  (graph: Graph) => new Map(Object.keys(graph.design.elements).map((id) => [id, nameOf(graph, id)])),
)

/** What a row is called. */
export function nameOfRow(graph: Graph, { id, name }: Pick<OutlineRow, 'id' | 'name'>): string {
  return name ?? namesIn(graph).get(id) ?? id
}

/** Says of an element, or of a row of its card, whether it fits what is typed; undefined where nothing is typed. */
export function finder(graph: Graph, typed: string): ((id: string, name?: string) => boolean) | undefined {
  const query = parseQuery(typed)
  if (query.words.length === 0) return undefined
  const kinds: KindNames = kindNamer()
  return (id, name) => {
    if (name !== undefined) return score(query, [prepared(name)]) > 0
    const own = [prepared(nameOfRow(graph, { id })), prepared(id)]
    return score(query, [...own, ...kinds(graph.element(id)?.kind ?? '').map(prepared)]) > 0
  }
}

/** The next row, from one on and around the end, whose name begins with what was typed. */
export function rowBeginning(
  graph: Graph,
  rows: readonly OutlineRow[],
  from: number,
  typed: string,
): number | undefined {
  const [word] = parseQuery(typed.replace(/\s/g, '')).words
  if (!word) return undefined
  for (let i = 0; i < rows.length; i++) {
    const at = (from + i) % rows.length
    const row = rows[at]
    if (row && begins(word, prepared(nameOfRow(graph, row)))) return at
  }
  return undefined
}
