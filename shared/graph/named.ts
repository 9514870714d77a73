/** What a spec names where an element of some kind may stand: elements of the drawing, and what is only known by id. */
import { membersAt } from '../basics/members'
import { memo } from '../basics/memo'
import { referencesIn } from '../design/references'
import type { Kind } from '../elements/kind'
import { kindOf } from '../elements/kinds'
import type { Graph } from './graph'

export interface Named {
  /** Elements of the drawing, each once. */
  readonly ids: readonly string[]
  /** Identifiers and placeholders that no element of the drawing answers. */
  readonly others: readonly string[]
}

const NOTHING: Named = { ids: [], others: [] }

/** The elements of a kind that an element names, wherever its own kind's relations let one stand. */
export function namedBy(graph: Graph, id: string, target: string): Named {
  const element = graph.element(id)
  const kind = element && kindOf(element.kind)
  const paths = kind && pathsOf(kind).get(target)
  if (!paths) return NOTHING
  const ids: string[] = []
  const others: string[] = []
  for (const path of paths) {
    for (const { value } of membersAt(element.spec, path)) {
      for (const part of typeof value === 'string' && value !== '' ? value.split(',') : []) {
        const found = referencesIn(part)[0]
        if (!found || graph.element(found.id)?.kind !== target) others.push(part.trim())
        else if (!ids.includes(found.id)) ids.push(found.id)
      }
    }
  }
  return { ids, others }
}

/** Where a kind lets others stand, by their kind. */
const pathsOf: (kind: Kind) => ReadonlyMap<string, readonly string[]> = memo(({ relations }: Kind) => {
  const paths = new Map<string, string[]>()
  for (const { path, to } of relations) {
    for (const target of to) {
      const list = paths.get(target)
      if (!list) paths.set(target, [path])
      else if (!list.includes(path)) list.push(path)
    }
  }
  return paths
})
