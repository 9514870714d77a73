/** What one side removed while the other came to use it stays, and is asked about: nothing may lead nowhere unseen. */
import { memo } from '../basics/memo'
import type { Conflict, Design, Element, StoredConnection } from '../design/design'
import { referencesIn, referencesOf, walk } from '../design/references'

export interface Sides {
  readonly base: Design
  readonly ours: Design
  readonly theirs: Design
}

type Elements = Readonly<Record<string, Element>>
type Connections = Readonly<Record<string, StoredConnection>>

/**
 * The elements that have to stay, each with the side that still has it.
 * @param open conflicts that were found so far
 */
export function stillUsed(
  { base, ours, theirs }: Sides,
  elements: Elements,
  connections: Connections,
  open: readonly Conflict[],
): ReadonlyMap<string, 'ours' | 'theirs'> {
  const removed = Object.keys(base.elements).filter(
    (id) =>
      !Object.hasOwn(elements, id) && Object.hasOwn(ours.elements, id) !== Object.hasOwn(theirs.elements, id),
  )
  const kept = new Map<string, 'ours' | 'theirs'>()
  if (removed.length === 0) return kept
  const used = usedBy(Object.values(elements), Object.values(connections))
  // What may be chosen yet counts, too.
  for (const { ours: mine, theirs: other } of open) addReferences([mine, other], used)
  for (let more = true; more; ) {
    more = false
    for (const id of removed) {
      if (kept.has(id) || !used.has(id)) continue
      const [has, lacks] = Object.hasOwn(ours.elements, id)
        ? (['ours', 'theirs'] as const)
        : (['theirs', 'ours'] as const)
      // Whoever removed it and uses it all the same had that before; it is no news of the merge's.
      if (usedIn({ ours, theirs }[lacks]).has(id)) continue
      kept.set(id, has)
      more = true
      const element = { ours, theirs }[has].elements[id]
      if (element) for (const target of usedBy([element], [])) used.add(target)
    }
  }
  return kept
}

/** What a design leads to; asked only about designs from which something was removed that is in use. */
const usedIn = memo((design: Design) =>
  usedBy(Object.values(design.elements), Object.values(design.connections)),
)

function usedBy(elements: readonly Element[], connections: readonly StoredConnection[]): Set<string> {
  const used = new Set<string>()
  for (const { spec, inside } of elements) {
    if (inside !== undefined) used.add(inside)
    for (const { id } of referencesOf(spec)) used.add(id)
  }
  for (const { from, to } of connections) used.add(from).add(to)
  return used
}

function addReferences(value: unknown, to: Set<string>): void {
  walk(value, [], (text) => {
    for (const { id } of referencesIn(text)) to.add(id)
  })
}
