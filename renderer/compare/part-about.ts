/** The part of a design that a file of another tool tells of: a task definition says nothing of clusters. */
import type { Design } from '../../shared/design/design'
import { graphOf, outgoing } from '../../shared/graph/graph'
import { matchElements } from '../../shared/review/compare/match'

export interface Part {
  readonly part: Design
  /** Is that all of the design? */
  readonly isAll: boolean
}

/** What of a design an import is about: what is in it, too, and what that refers to, of the kinds that the import knows. */
export function partAbout(design: Design, imported: Design): Part {
  const kept = new Set(matchElements(imported, design, { ids: 'last' }).values())
  const kinds = new Set(Object.values(imported.elements).map(({ kind }) => kind))
  const graph = graphOf(design)
  for (const id of [...kept]) {
    for (const { to } of outgoing(graph, id)) if (kinds.has(design.elements[to]?.kind ?? '')) kept.add(to)
  }
  const ids = Object.keys(design.elements)
  if (kept.size === 0 || ids.every((id) => kept.has(id))) return { part: design, isAll: true }
  return { part: only(design, kept), isAll: false }
}

function only(design: Design, kept: ReadonlySet<string>): Design {
  const some = <T>(record: Readonly<Record<string, T>>, wanted: (id: string, one: T) => boolean) =>
    Object.fromEntries(Object.entries(record).filter(([id, one]) => wanted(id, one)))
  return {
    ...design,
    elements: some(design.elements, (id) => kept.has(id)),
    connections: some(design.connections, (_, { from, to }) => kept.has(from) && kept.has(to)),
    layout: some(design.layout, (id) => kept.has(id)),
  }
}
