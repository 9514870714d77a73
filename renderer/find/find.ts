/** Finding in a design: which elements and rows hold what was typed, and where. Pure. */
import { memo } from '../../shared/basics/memo'
import type { Element } from '../../shared/design/design'
import { type Graph, nameOf, resolved } from '../../shared/graph/graph'
import type { KindNames } from '../search/kind-names'
import { holds, parseQuery, type QueryWord } from '../search/match'
import { type IndexedPlace, indexed, type Place, unitsOf } from './places'

export interface Hit {
  readonly element: string
  /** The row of its card that was found, such as a container, as a JSON pointer. */
  readonly row?: string
  /** What was found, to be told. */
  readonly place: Place
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

const indexWith = memo((kindNames: KindNames) => {
  const typeOf = typesWith(kindNames)
  return memo((graph: Graph): readonly IndexedUnit[] =>
    Object.entries(graph.design.elements).flatMap(([id, element]) =>
      unitsIn(graph, id, element, typeOf(element.kind)),
    ),
  )
})

/** Makes the index, so that the first letter typed need not wait for it. */
export function prepareFind(graph: Graph, kindNames: KindNames): void {
  indexWith(kindNames)(graph)
}

interface Known {
  readonly id: string
  readonly name: string
  readonly types: readonly IndexedPlace[]
  readonly units: readonly IndexedUnit[]
}

/** Units without references depend on their element alone; an edit leaves those of all others as they are. */
const known = new WeakMap<Element, Known>()

function unitsIn(
  graph: Graph,
  id: string,
  element: Element,
  types: readonly IndexedPlace[],
): readonly IndexedUnit[] {
  const name = nameOf(graph, id)
  const before = known.get(element)
  if (before?.id === id && before.name === name && before.types === types) return before.units
  const around = [indexed('name', name), ...types]
  let plain = true
  const withValue = (place: IndexedPlace) => {
    const value = resolved(graph, place.value)
    if (value === place.value) return place
    plain = false
    return indexed(place.field, value)
  }
  const units = unitsOf(element).map(({ row, places }) => {
    const own = places.map(withValue)
    if (row !== undefined) return { element: id, row, places: own, around }
    const ids = id === name ? [] : [indexed('id', id)]
    // What it is called is told before what else holds the same words.
    return { element: id, places: [...around, ...own, ...ids], around: [] }
  })
  if (plain) known.set(element, { id, name, types, units })
  return units
}

/** Types are few and asked for often. */
function typesWith(kindNames: KindNames): (kind: string) => readonly IndexedPlace[] {
  const known = new Map<string, readonly IndexedPlace[]>()
  return (kind) => {
    const before = known.get(kind)
    if (before) return before
    const places = kindNames(kind).map((value) => indexed('type', value))
    known.set(kind, places)
    return places
  }
}
