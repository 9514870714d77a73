/** What differs between two graphs, as those see it who read them. */
import type { Connection } from './connection'
import { editedBetween } from './edited'
import type { Graph } from './graph'
import { addDiffering, changedKeys, sameItems } from './table'
import type { Changes } from './touched'

/** Elements whose spec, lines, frame or content differ, kinds of which there are others, and what tables hold. */
export function changesBetween(before: Graph, after: Graph): Changes | undefined {
  if (before.design.region !== after.design.region || before.design.account !== after.design.account) {
    return undefined
  }
  const ids = new Set(editedBetween(before.design.elements, after.design.elements).ids)
  addDiffering(before.outgoing, after.outgoing, sameConnections, ids)
  addDiffering(before.incoming, after.incoming, sameConnections, ids)
  addDiffering(before.parent, after.parent, Object.is, ids)
  addDiffering(before.children, after.children, sameItems, ids)
  addDiffering(before.dangling, after.dangling, sameItems, ids)
  if (before.rows !== after.rows) {
    for (const id of after.rows) if (!before.rows.has(id)) ids.add(id)
    for (const id of before.rows) if (!after.rows.has(id)) ids.add(id)
  }
  const keys = new Set<string>()
  addDiffering(before.byKind, after.byKind, sameItems, keys)
  for (const key of changedKeys(before, after, { ids, keys })) keys.add(key)
  return { ids, keys }
}

/** Lines of unchanged elements are the same objects; those that the design stores are made anew with each graph. */
function sameConnections(a: readonly Connection[], b: readonly Connection[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i] || sameStored(one, b[i]))
}

function sameStored(a: Connection, b: Connection | undefined): boolean {
  return (
    b !== undefined &&
    a.relation === undefined &&
    b.relation === undefined &&
    a.id === b.id &&
    a.from === b.from &&
    a.to === b.to &&
    a.meaning === b.meaning &&
    a.label === b.label
  )
}
