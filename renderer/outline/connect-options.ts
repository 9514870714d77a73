/** What an element can be connected with, and what each line would mean; the most likely first. Pure. */
import { type Candidate, refusal } from '../../shared/graph/connect'
import { type Graph, nameOf } from '../../shared/graph/graph'
import { likelyNext } from '../../shared/graph/likely-table'
import { meant } from '../../shared/graph/meant'
import type { Text } from '../../shared/texts/text'

export interface ConnectOption {
  /** The element at the other end. */
  readonly id: string
  /** What the line would mean; absent where none is possible. */
  readonly candidate?: Candidate
  /** Is there such a line already? */
  readonly drawn?: true
  /** Why no line leads there. */
  readonly refused?: Text
}

/** Every other element, once for each thing that a line to it could mean. Those that can't be reached come last. */
export function connectOptions(graph: Graph, from: string): readonly ConnectOption[] {
  const { elements } = graph.design
  const order = likelyNext[graph.element(from)?.kind ?? ''] ?? []
  const drawn = new Set(
    [...(graph.outgoing.get(from) ?? []), ...(graph.incoming.get(from) ?? [])].map(lineKey),
  )
  const options = Object.keys(elements).flatMap((id): readonly ConnectOption[] => {
    if (id === from) return []
    const ways = meant(graph, from, id)
    if (ways.length === 0) {
      const refused = refusal(graph, from, id)
      return refused === undefined ? [] : [{ id, refused }]
    }
    return ways.map((candidate) =>
      drawn.has(lineKey(candidate)) ? { id, candidate, drawn: true } : { id, candidate },
    )
  })
  const rank = ({ id, candidate, drawn }: ConnectOption) => {
    if (!candidate) return order.length + 2
    if (drawn) return order.length + 1
    const at = order.indexOf(elements[id]?.kind ?? '')
    return at < 0 ? order.length : at
  }
  return options
    .map((option) => ({ option, rank: rank(option), name: nameOf(graph, option.id) }))
    .sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name))
    .map(({ option }) => option)
}

function lineKey({
  from,
  to,
  meaning,
}: Pick<Candidate, 'from' | 'to'> & { readonly meaning: string }): string {
  return `${from} ${meaning} ${to}`
}
