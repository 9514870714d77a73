/** Finds what an import has lost: every value of a file is in the design, or the report speaks of its place. */
import { isObject, type Json, type Segment, toPointer } from '../basics/json'
import { graphOf, resolved } from '../graph/graph'
import type { Imported } from '../imports/report'

/** Places of a value that an import neither kept nor reported. */
export function lostIn({ design, report }: Imported, file: string, value: unknown): readonly string[] {
  const graph = graphOf(design)
  const kept = new Set<string>()
  for (const { leaf } of leaves(design as unknown as Json, [])) {
    kept.add(JSON.stringify(typeof leaf === 'string' ? resolved(graph, leaf) : leaf))
  }
  const told = report.notes
    .filter((note) => note.file === file && note.pointer !== '')
    .map((note) => note.pointer)
  return leaves(value as Json, [])
    .filter(({ leaf }) => leaf !== null && leaf !== '' && !kept.has(JSON.stringify(leaf)))
    .map(({ pointer }) => pointer)
    .filter((pointer) => !told.some((at) => pointer === at || pointer.startsWith(`${at}/`)))
}

interface Leaf {
  readonly leaf: string | number | boolean | null
  readonly pointer: string
}

function leaves(value: Json, path: readonly Segment[]): readonly Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...path, index]))
  if (isObject(value))
    return Object.entries(value).flatMap(([key, item]) => leaves(item as Json, [...path, key]))
  return [{ leaf: value as Leaf['leaf'], pointer: toPointer(path) }]
}
