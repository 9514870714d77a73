/** What a spec names where an element of some kind may stand: elements of the drawing, and what is only known by id. */
import { matches, toPointer } from '../basics/json'
import { referencesIn, walk } from '../design/references'
import { elementKind, type Graph } from './graph'

export interface Named {
  /** Elements of the drawing, each once. */
  readonly ids: readonly string[]
  /** Identifiers and placeholders that no element of the drawing answers. */
  readonly others: readonly string[]
}

/** The elements of a kind that an element names, wherever its own kind's relations let one stand. */
export function namedBy(graph: Graph, id: string, target: string): Named {
  const element = graph.design.elements[id]
  const paths = (elementKind(graph, id)?.relations ?? [])
    .filter((relation) => relation.to.includes(target))
    .map((relation) => relation.path)
  const ids = new Set<string>()
  const others: string[] = []
  const visit = (text: string, path: readonly (string | number)[]) => {
    const pointer = toPointer(path)
    if (text === '' || !paths.some((pattern) => matches(pattern, pointer))) return
    for (const part of text.split(',')) {
      const found = referencesIn(part)[0]
      if (found && graph.design.elements[found.id]?.kind === target) ids.add(found.id)
      else others.push(part.trim())
    }
  }
  if (element && paths.length > 0) walk(element.spec, [], visit)
  return { ids: [...ids], others }
}
