/**
 * Tables of a whole design that are read by key: which services have a name, which subnets a VPC has. Whoever looks up
 * a key rests on what stands under it, and on nothing else that the table is made of.
 */
import type { Graph } from './graph'
import type { IdNumbers, Reads } from './reads'
import { answered, recording, recordingOf } from './recording'
import { type Changes, touchedBy } from './touched'

interface Made<V> {
  readonly entries: ReadonlyMap<string, V>
  /** What it is made of. */
  readonly reads: Reads
  readonly numbers: IdNumbers
}

interface Table<V> {
  /** Of a plain graph, whose readers nobody notes. */
  readonly of: (graph: Graph) => Made<V>
  readonly made: WeakMap<Graph, Made<V>>
  readonly same: (a: V, b: V) => boolean
}

const tables: Table<unknown>[] = []

/** What a table holds under a key. It is made once for a graph, by a pure function that looks into no other table. */
export function table<V>(
  make: (graph: Graph) => ReadonlyMap<string, V>,
  same: (a: V, b: V) => boolean = Object.is,
): (graph: Graph, key: string) => V | undefined {
  const made = new WeakMap<Graph, Made<V>>()
  const of = (graph: Graph) => {
    const known = made.get(graph) ?? noted(graph, make)
    made.set(graph, known)
    return known
  }
  const number = tables.length
  tables.push({ of, made, same } as Table<unknown>)
  return (graph, key) => {
    const recording = recordingOf(graph)
    recording?.notes.key(keyOf(number, key))
    return of(recording?.plain ?? graph).entries.get(key)
  }
}

function noted<V>(plain: Graph, make: (graph: Graph) => ReadonlyMap<string, V>): Made<V> {
  const noting = recording(plain)
  const { value: entries, reads } = answered(noting, make, undefined)
  return { entries, reads, numbers: noting.notes.numbers }
}

/** A blank tells them from kinds. */
function keyOf(number: number, key: string): string {
  return `${number} ${key}`
}

/** The keys under which tables hold something else after changes, as recordings note them. */
export function* changedKeys(before: Graph, after: Graph, changes: Changes): Iterable<string> {
  for (const [number, { of, made, same }] of tables.entries()) {
    const old = made.get(before)
    if (!old) continue
    if (!touchedBy(changes, old.numbers)(old.reads)) {
      made.set(after, old)
      continue
    }
    const differing = new Set<string>()
    addDiffering(old.entries, of(after).entries, same, differing)
    for (const key of differing) yield keyOf(number, key)
  }
}

/** Adds the keys under which two maps hold something else. Maps of an unchanged part are one and the same. */
export function addDiffering<V>(
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

/** The same items in the same order? */
export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i])
}
