/**
 * Tables of a whole design that are read by key: which services have a name, which subnets a VPC has. Whoever looks up
 * a key rests on what stands under it, and on nothing else that the table is made of.
 */
import type { Graph } from './graph'
import { recordingOf } from './reads'

interface Table<V> {
  /** Of a plain graph, whose readers nobody notes. */
  readonly of: (graph: Graph) => ReadonlyMap<string, V>
  readonly made: WeakMap<Graph, ReadonlyMap<string, V>>
  readonly same: (a: V, b: V) => boolean
}

const tables: Table<unknown>[] = []

/** What a table holds under a key. It is made once for a graph, by a pure function. */
export function table<V>(
  make: (graph: Graph) => ReadonlyMap<string, V>,
  same: (a: V, b: V) => boolean = Object.is,
): (graph: Graph, key: string) => V | undefined {
  const made = new WeakMap<Graph, ReadonlyMap<string, V>>()
  const of = (graph: Graph) => {
    const known = made.get(graph) ?? make(graph)
    made.set(graph, known)
    return known
  }
  const number = tables.length
  tables.push({ of, made, same } as Table<unknown>)
  return (graph, key) => {
    const recording = recordingOf(graph)
    recording?.lookUp(noted(number, key))
    return of(recording?.plain ?? graph).get(key)
  }
}

/** A blank tells them from kinds. */
function noted(number: number, key: string): string {
  return `${number} ${key}`
}

/** The keys under which tables hold something else in another graph, as recordings note them. */
export function* changedKeys(before: Graph, after: Graph): Iterable<string> {
  for (const [number, { of, made, same }] of tables.entries()) {
    const old = made.get(before)
    if (!old) continue
    const now = of(after)
    for (const [key, value] of now) {
      const was = old.get(key)
      if (was === undefined || !same(was, value)) yield noted(number, key)
    }
    for (const key of old.keys()) if (!now.has(key)) yield noted(number, key)
  }
}

/** The same items in the same order? */
export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i])
}
