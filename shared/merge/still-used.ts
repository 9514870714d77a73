/** What one side removed while the other came to use it stays, and is asked about: nothing may lead nowhere unseen. */
import type { Design, Element, StoredConnection } from '../design/design'
import { referencesOf } from '../design/references'

export interface Sides {
  readonly base: Design
  readonly ours: Design
  readonly theirs: Design
}

type Elements = Readonly<Record<string, Element>>
type Connections = Readonly<Record<string, StoredConnection>>

/** The elements that have to stay, each with the side that still has it. */
export function stillUsed(
  { base, ours, theirs }: Sides,
  elements: Elements,
  connections: Connections,
): ReadonlyMap<string, 'ours' | 'theirs'> {
  const removed = Object.keys(base.elements).filter(
    (id) =>
      !Object.hasOwn(elements, id) && Object.hasOwn(ours.elements, id) !== Object.hasOwn(theirs.elements, id),
  )
  const kept = new Map<string, 'ours' | 'theirs'>()
  if (removed.length === 0) return kept
  const used = usedBy(Object.values(elements), Object.values(connections))
  // Whoever removed it and uses it all the same had that before; it is no news of the merge's.
  const usedIn = {
    ours: usedBy(Object.values(ours.elements), Object.values(ours.connections)),
    theirs: usedBy(Object.values(theirs.elements), Object.values(theirs.connections)),
  }
  for (let more = true; more; ) {
    more = false
    for (const id of removed) {
      if (kept.has(id) || !used.has(id)) continue
      const [has, lacks] = Object.hasOwn(ours.elements, id)
        ? (['ours', 'theirs'] as const)
        : (['theirs', 'ours'] as const)
      if (usedIn[lacks].has(id)) continue
      kept.set(id, has)
      more = true
      const element = { ours, theirs }[has].elements[id]
      if (element) for (const target of usedBy([element], [])) used.add(target)
    }
  }
  return kept
}

function usedBy(elements: readonly Element[], connections: readonly StoredConnection[]): Set<string> {
  const used = new Set<string>()
  for (const { spec, inside } of elements) {
    if (inside !== undefined) used.add(inside)
    for (const { id } of referencesOf(spec)) used.add(id)
  }
  for (const { from, to } of connections) used.add(from).add(to)
  return used
}
