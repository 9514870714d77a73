/** What a spec names where an element of some kind may stand: elements of the drawing, and what is only known by id. */
import { toPointer } from '../basics/json'
import { memo } from '../basics/memo'
import type { Element } from '../design/design'
import { referencesIn, walk } from '../design/references'
import { kindOf } from '../elements/kinds'
import type { Graph } from './graph'
import { relationsAt } from './relations'

export interface Named {
  /** Elements of the drawing, each once. */
  readonly ids: readonly string[]
  /** Identifiers and placeholders that no element of the drawing answers. */
  readonly others: readonly string[]
}

const NOTHING: Named = { ids: [], others: [] }

/** The elements of a kind that an element names, wherever its own kind's relations let one stand. */
export function namedBy(graph: Graph, id: string, target: string): Named {
  const element = graph.design.elements[id]
  const texts = element && placesOf(element).get(target)
  if (!texts) return NOTHING
  const ids = new Set<string>()
  const others: string[] = []
  for (const text of texts) {
    for (const part of text.split(',')) {
      const found = referencesIn(part)[0]
      if (found && graph.design.elements[found.id]?.kind === target) ids.add(found.id)
      else others.push(part.trim())
    }
  }
  return { ids: [...ids], others }
}

/** The texts that stand where an element of some kind may, by that kind. One walk of the spec answers for all kinds. */
const placesOf: (element: Element) => ReadonlyMap<string, readonly string[]> = memo((element: Element) => {
  const places = new Map<string, string[]>()
  const kind = kindOf(element.kind)
  if (!kind) return places
  walk(element.spec, [], (text, path) => {
    if (text === '') return
    const wanted = new Set(relationsAt(kind, toPointer(path)).flatMap(({ to }) => to))
    for (const target of wanted) {
      const texts = places.get(target)
      if (texts) texts.push(text)
      else places.set(target, [text])
    }
  })
  return places
})
