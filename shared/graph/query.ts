/** Questions about a graph that many ask. */
import type { Graph } from './graph'
import { type Reads, recordingOf } from './reads'

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
  return (graph, key) => {
    let answers = known.get(graph)
    if (!answers) {
      answers = new Map()
      known.set(graph, answers)
    }
    const old = answers.get(key)
    const answer = old ?? work(graph, key, compute)
    if (!old) answers.set(key, answer)
    if (answer.reads) recordingOf(graph)?.include(answer.reads)
    return answer.value
  }
}

function work<K, V>(graph: Graph, key: K, compute: (graph: Graph, key: K) => V): Answer<V> {
  return recordingOf(graph)?.record(() => compute(graph, key)) ?? { value: compute(graph, key) }
}
