/** Finding in a design: which elements and rows hold what was typed, and where. Pure. */
import { memo } from '../../shared/basics/memo'
import type { Element } from '../../shared/design/design'
import { type Graph, nameOf, resolved } from '../../shared/graph/graph'
import { holds, parseQuery, type QueryWord, type SearchText, searchText } from '../search/match'
import { type Place, unitsOf } from './places'

export interface Hit {
  readonly element: string
  /** The row of its card that was found, such as a container, as a JSON pointer. */
  readonly row?: string
  /** What was found, to be told. */
  readonly place: Place
}

/** What the design's kinds are called, in every language of the interface. */
export type KindNames = (kind: string) => readonly string[]

interface IndexedPlace extends Place {
  readonly text: SearchText
}

interface IndexedUnit {
  readonly element: string
  readonly row?: string
  readonly places: readonly IndexedPlace[]
  /** Of a row: what its element is called counts too, but is not found there. */
  readonly around: readonly IndexedPlace[]
}

/** Every place that holds what was typed, one for each element and row, in the order of the design. */
export function find(graph: Graph, typed: string, kindNames: KindNames): readonly Hit[] {
  const { words } = parseQuery(typed)
  if (words.length === 0) return []
  const hits: Hit[] = []
  for (const unit of indexWith(kindNames)(graph)) {
    const place = foundIn(unit, words)
    if (!place) continue
    const { field, value } = place
    const at = unit.row === undefined ? {} : { row: unit.row }
    hits.push({ element: unit.element, ...at, place: { field, value } })
  }
  return hits
}

/** The first place with any of the words, if all the words are there. */
function foundIn({ places, around }: IndexedUnit, words: readonly QueryWord[]): Place | undefined {
  let first: Place | undefined
  for (const word of words) {
    const place = places.find(({ text }) => holds(word, text))
    if (!place && !around.some(({ text }) => holds(word, text))) return undefined
    first ??= place
  }
  return first
}

const indexWith = memo((kindNames: KindNames) =>
  memo((graph: Graph): readonly IndexedUnit[] => {
    const typeOf = typesWith(kindNames)
    return Object.entries(graph.design.elements).flatMap(([id, element]) =>
      unitsIn(graph, id, element, typeOf(element.kind)),
    )
  }),
)

function unitsIn(graph: Graph, id: string, element: Element, types: readonly IndexedPlace[]): IndexedUnit[] {
  const name = indexed({ field: 'name', value: nameOf(graph, id) })
  const around = [name, ...types]
  return unitsOf(element).map(({ row, places }) => {
    const own = places.map((place) => indexed({ ...place, value: resolved(graph, place.value) }))
    if (row !== undefined) return { element: id, row, places: own, around }
    const ids = id === name.value ? [] : [indexed({ field: 'id', value: id })]
    // What it is called is told before what else holds the same words.
    return { element: id, places: [...around, ...own, ...ids], around: [] }
  })
}

/** Types are few and asked for often. */
function typesWith(kindNames: KindNames): (kind: string) => readonly IndexedPlace[] {
  const known = new Map<string, readonly IndexedPlace[]>()
  return (kind) => {
    const before = known.get(kind)
    if (before) return before
    const places = kindNames(kind).map((value) => indexed({ field: 'type', value }))
    known.set(kind, places)
    return places
  }
}

function indexed(place: Place): IndexedPlace {
  return { ...place, text: searchText(place.value) }
}
