/** Lines that came, went or are labelled otherwise: those that follow from specs, and those that are stored. */
import { toNumber } from '../../basics/convert'
import { sameJson } from '../../basics/json'
import { push } from '../../basics/push'
import type { Design } from '../../design/design'
import type { Connection } from '../../graph/connection'
import { type Graph, graphOf } from '../../graph/graph'
import type { Text } from '../../texts/text'
import { named } from './places'

export interface LineChange {
  /** Of the line in `after`; of a removed one in the renamed `before`. */
  readonly id: string
  readonly from: string
  readonly to: string
  /** A key of `meanings`. */
  readonly meaning: string
  /** `changed`: it says something else, such as another port or mount path. */
  readonly status: 'added' | 'removed' | 'changed'
  /** No spec holds it. Every other line follows from a field that changed, or from an element that came or went. */
  readonly stored: boolean
  readonly before?: Connection
  readonly after?: Connection
}

/** Removed ones last. */
export function lineChanges(before: Design, after: Design): readonly LineChange[] {
  const [old, fresh] = [graphOf(before), graphOf(after)]
  // Elements that are the same on both sides have the very same lines.
  const [were, are] = [new Set(old.connections), new Set(fresh.connections)]
  const left = alike(old.connections.filter((line) => !are.has(line)))
  const found = fresh.connections.flatMap((line) =>
    were.has(line) && old.element(line.from) !== fresh.element(line.from)
      ? labelled(old, line, fresh, line)
      : [],
  )
  for (const [key, lines] of alike(fresh.connections.filter((line) => !were.has(line)))) {
    const others = left.get(key) ?? []
    left.delete(key)
    found.push(...between(old, others, fresh, lines))
  }
  for (const lines of left.values()) for (const line of lines) found.push(gone(line))
  return found.sort((a, b) => toNumber(a.status === 'removed') - toNumber(b.status === 'removed'))
}

/** Lines that say the same of the same two elements. */
function alike(connections: readonly Connection[]): Map<string, Connection[]> {
  const groups = new Map<string, Connection[]>()
  for (const line of connections) {
    const { from, to, meaning, pointer } = line
    push(groups, `${from} ${meaning} ${to}${pointer === undefined ? ' stored' : ''}`, line)
  }
  return groups
}

/** Of several, those at the same place are the same; the rest is taken in order. */
function between(
  old: Graph,
  were: readonly Connection[],
  fresh: Graph,
  are: readonly Connection[],
): readonly LineChange[] {
  const left = new Map(were.map((line) => [placeOf(old, line), line]))
  const rest: Connection[] = []
  const found: LineChange[] = []
  for (const line of are) {
    const place = placeOf(fresh, line)
    const was = left.get(place)
    left.delete(place)
    if (was) found.push(...labelled(old, was, fresh, line))
    else rest.push(line)
  }
  const gones = [...left.values()]
  for (const line of rest) {
    const was = gones.shift()
    if (was) found.push(...labelled(old, was, fresh, line))
    else found.push({ ...about(line), status: 'added', after: line })
  }
  return [...found, ...gones.map(gone)]
}

/** Containers and volumes change their places in lists, but not their names. */
function placeOf(graph: Graph, { id, from, pointer }: Connection): string {
  if (pointer === undefined) return id
  return `${named(graph.element(from)?.spec, pointer)}${id.slice(id.indexOf('#') + 1 + pointer.length)}`
}

/** The change of a line that says something else, such as another port. */
function labelled(old: Graph, before: Connection, fresh: Graph, after: Connection): readonly LineChange[] {
  if (sameJson(saidBy(old, before), saidBy(fresh, after))) return []
  return [{ ...about(after), status: 'changed', before, after }]
}

function saidBy(graph: Graph, { from, label, relation, pointer }: Connection): string | Text | undefined {
  const spec = graph.element(from)?.spec
  return label ?? (spec && pointer !== undefined ? relation?.label?.(spec, pointer) : undefined)
}

function gone(line: Connection): LineChange {
  return { ...about(line), status: 'removed', before: line }
}

function about({ id, from, to, meaning, pointer }: Connection) {
  return { id, from, to, meaning, stored: pointer === undefined }
}
