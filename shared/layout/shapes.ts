/**
 * Parts of a design are often alike: the same service for two stages, an import of many small task definitions. ELK's
 * answer depends on sizes and edges only, so it is asked once for each shape.
 */
import { toNumber, toText } from '../basics/convert'
import type { ElkEdge, ElkNode, ElkPort, RunElk } from './elk'

/** Runs ELK once for all graphs that differ in their ids only. */
export function onceEach(run: RunElk): RunElk {
  const answers = new Map<string, Promise<ElkNode>>()
  return async (graph) => {
    const { names, shape } = anonymous(graph)
    const key = JSON.stringify(shape)
    const known = answers.get(key) ?? run(shape)
    answers.set(key, known)
    return renamed(await known, (id) => names[toNumber(id)] ?? id)
  }
}

/** The graph with numbers for ids, in the order in which they appear, and the ids that they stand for. */
function anonymous(graph: ElkNode): { readonly shape: ElkNode; readonly names: readonly string[] } {
  const numbers = new Map<string, string>()
  const shape = renamed(graph, (id) => {
    const known = numbers.get(id) ?? toText(numbers.size)
    numbers.set(id, known)
    return known
  })
  return { shape, names: [...numbers.keys()] }
}

function renamed(node: ElkNode, name: (id: string) => string): ElkNode {
  const { children, ports, edges } = node
  return {
    ...node,
    id: name(node.id),
    ...(ports && { ports: ports.map((port): ElkPort => ({ ...port, id: name(port.id) })) }),
    ...(children && { children: children.map((child) => renamed(child, name)) }),
    ...(edges && {
      edges: edges.map(
        (edge): ElkEdge => ({
          ...edge,
          id: name(edge.id),
          sources: edge.sources.map(name),
          targets: edge.targets.map(name),
        }),
      ),
    }),
  }
}
