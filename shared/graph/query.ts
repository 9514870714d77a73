/** Questions about a graph that many ask. */
import type { Graph } from './graph'
import type { Reads } from './reads'
import { answered, type Recording, recordingOf } from './recording'

interface Answer<V> {
  readonly value: V
  /** What it rests on; absent on a graph whose readers nobody notes. */
  readonly reads?: Reads
}

/** What was answered about one graph. */
interface Answers<K, V> {
  readonly graph: Graph
  readonly byKey: Map<K, Answer<V>>
  readonly recording: Recording | undefined
}

/**
 * Remembers a pure function's answers for as long as the graph lives, by key. On a graph that notes its readers, whoever
 * gets a remembered answer is noted as having read all that it rests on.
 */
export function query<K, V>(compute: (graph: Graph, key: K) => V): (graph: Graph, key: K) => V {
  const known = new WeakMap<Graph, Answers<K, V>>()
  // Nearly always the graph is the one of the call before, and often so is the key.
  let last: Answers<K, V> | undefined
  let lastAnswer: Answer<V> | undefined
  let lastKey: K
  let lastReader: Reads | undefined
  const answersAbout = (graph: Graph): Answers<K, V> => {
    const answers = known.get(graph) ?? { graph, byKey: new Map(), recording: recordingOf(graph) }
    known.set(graph, answers)
    lastAnswer = undefined
    last = answers
    return answers
  }
  return (graph, key) => {
    const answers = last?.graph === graph ? last : answersAbout(graph)
    const { recording, byKey } = answers
    if (lastAnswer && key === lastKey && recording?.notes.reader === lastReader) return lastAnswer.value
    let answer = byKey.get(key)
    if (!answer) {
      answer = recording ? answered(recording, compute, key) : { value: compute(graph, key) }
      byKey.set(key, answer)
    }
    if (answer.reads) recording?.notes.include(answer.reads)
    // The computation may have asked the same about another graph.
    if (last === answers) {
      lastKey = key
      lastAnswer = answer
      lastReader = recording?.notes.reader
    }
    return answer.value
  }
}
