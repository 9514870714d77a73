/** What differs between two graphs, as those see it who read them. */
import type { Connection } from './connection'
import type { Graph } from './graph'
import type { Reads } from './reads'
import { changedKeys, sameItems } from './table'

/** What an edit touched; undefined stands for everything. */
export interface Changes {
  readonly ids: ReadonlySet<string>
  /** Kinds, and keys of tables. */
  readonly keys: ReadonlySet<string>
}

/** Elements whose spec, lines, frame or content differ, kinds of which there are others, and what tables hold. */
export function changesBetween(before: Graph, after: Graph): Changes | undefined {
  if (before.design.region !== after.design.region || before.design.account !== after.design.account) {
    return undefined
  }
  const ids = new Set<string>()
  const old = before.design.elements
  const now = after.design.elements
  if (old !== now) {
    for (const id in now) if (now[id] !== old[id]) ids.add(id)
    for (const id in old) if (!Object.hasOwn(now, id)) ids.add(id)
  }
  compare(before.outgoing, after.outgoing, sameConnections, ids)
  compare(before.incoming, after.incoming, sameConnections, ids)
  compare(before.parent, after.parent, Object.is, ids)
  compare(before.children, after.children, sameItems, ids)
  compare(before.dangling, after.dangling, sameItems, ids)
  if (before.rows !== after.rows) {
    for (const id of after.rows) if (!before.rows.has(id)) ids.add(id)
    for (const id of before.rows) if (!after.rows.has(id)) ids.add(id)
  }
  const keys = new Set(changedKeys(before, after))
  compare(before.byKind, after.byKind, sameItems, keys)
  return { ids, keys }
}

/** Could an answer that rests on these reads be another one now? `known` is what was found out about the same changes. */
export function isTouched(reads: Reads, changes: Changes, known: Map<Reads, boolean>): boolean {
  if (meets(changes.ids, reads.ids) || meets(changes.keys, reads.keys)) return true
  if (reads.everything) return changes.ids.size > 0 || changes.keys.size > 0
  for (const inner of reads.within) {
    // Many answers rest on the same ones.
    let touched = known.get(inner)
    if (touched === undefined) {
      touched = isTouched(inner, changes, known)
      known.set(inner, touched)
    }
    if (touched) return true
  }
  return false
}

function meets(few: ReadonlySet<string>, many: ReadonlySet<string>): boolean {
  if (few.size > many.size) return meets(many, few)
  for (const one of few) if (many.has(one)) return true
  return false
}

/** Adds the keys under which two maps hold something else. Maps of an unchanged part are one and the same. */
function compare<V>(
  before: ReadonlyMap<string, V>,
  after: ReadonlyMap<string, V>,
  same: (a: V, b: V) => boolean,
  differing: Set<string>,
): void {
  if (before === after) return
  for (const [key, value] of after) {
    const old = before.get(key)
    if (old === undefined || (old !== value && !same(old, value))) differing.add(key)
  }
  for (const key of before.keys()) if (!after.has(key)) differing.add(key)
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
