/** Questions about a graph that many ask. */
import type { Graph } from './graph'
import { type Reads, type Recording, recordingOf } from './reads'

interface Answer<V> {
  readonly value: V
  /** What it rests on; absent on a graph whose readers nobody notes. */
  readonly reads?: Reads
}

/**
 * Remembers a pure function's answers for as long as the graph lives, by key. On a graph that notes its readers, whoever
 * gets a remembered answer is noted as having read all that it rests on.
 */
export function query<K, V>(compute: (graph: Graph, key: K) => V): (graph: Graph, key: K) => V {
  const known = new WeakMap<Graph, Map<K, Answer<V>>>()
  // Nearly always the graph is the one of the call before.
  let last: Graph | undefined
  let answers = new Map<K, Answer<V>>()
  let recording: Recording | undefined
  return (graph, key) => {
    if (graph !== last) {
      last = graph
      answers = known.get(graph) ?? new Map()
      known.set(graph, answers)
      recording = recordingOf(graph)
    }
    const mine = answers
    const notes = recording
    const old = mine.get(key)
    if (old) {
      if (old.reads) notes?.include(old.reads)
      return old.value
    }
    // The computation may ask about other graphs, so nothing of `last` is used after it.
    const answer: Answer<V> = notes ? notes.record(() => compute(graph, key)) : { value: compute(graph, key) }
    mine.set(key, answer)
    if (answer.reads) notes?.include(answer.reads)
    return answer.value
  }
}
