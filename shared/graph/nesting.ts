/**
 * What is drawn in what. It follows from the specs (a service names its cluster, a load balancer its target groups)
 * and only where no spec can say it from `inside`.
 */
import { push } from '../basics/push'
import type { Meaningful } from '../design/design'
import { kindOf } from '../elements/kinds'
import type { Connection } from './connection'

export interface Nesting {
  readonly parent: ReadonlyMap<string, string>
  readonly children: ReadonlyMap<string, readonly string[]>
  readonly rows: ReadonlySet<string>
}

/**
 * `inside` relations come first, then `holds` and `row` for a target that has one user only. The stored `inside` says
 * where nothing else does, or more exactly: in which frame within the cluster that a service names.
 * A loop (A in B in A) is cut at the first element of the design that closes it.
 */
export function nest(design: Meaningful, connections: readonly Connection[]): Nesting {
  const wanted = new Map<string, string>()
  const rows = new Set<string>()
  for (const [id, connection] of firstInside(design, connections)) wanted.set(id, connection.to)
  for (const [id, holder] of onlyHolders(connections)) {
    if (wanted.has(id)) continue
    wanted.set(id, holder.from)
    if (holder.relation?.draw === 'row') rows.add(id)
  }
  for (const [id, element] of Object.entries(design.elements)) {
    const frame = element.inside
    if (frame === undefined || rows.has(id) || !Object.hasOwn(design.elements, frame)) continue
    const said = wanted.get(id)
    if (said === undefined || isWithin(design, wanted, frame, said)) wanted.set(id, frame)
  }
  const parent = withoutLoops(wanted)
  const children = new Map<string, string[]>()
  for (const [id, frame] of parent) push(children, frame, id)
  return { parent, children, rows }
}

/** Is a frame drawn, at any depth, in an outer one? */
function isWithin(
  design: Meaningful,
  wanted: ReadonlyMap<string, string>,
  frame: string,
  outer: string,
): boolean {
  const seen = new Set<string>()
  for (let f: string | undefined = frame; f !== undefined && !seen.has(f); ) {
    seen.add(f)
    f = wanted.get(f) ?? design.elements[f]?.inside
    if (f === outer) return true
  }
  return false
}

/** Of several frames that a spec names (a subnet's zone and VPC) the one whose relation its kind lists first. */
function firstInside(design: Meaningful, connections: readonly Connection[]): Map<string, Connection> {
  const first = new Map<string, Connection>()
  for (const connection of connections) {
    if (connection.relation?.draw !== 'inside') continue
    const known = first.get(connection.from)
    if (!known || rank(design, connection) < rank(design, known)) first.set(connection.from, connection)
  }
  return first
}

function rank(design: Meaningful, { from, relation }: Connection): number {
  const relations = kindOf(design.elements[from]?.kind ?? '')?.relations ?? []
  return relation ? relations.indexOf(relation) : relations.length
}

/** Elements that exactly one other one holds. Several references from the same holder count once. */
function onlyHolders(connections: readonly Connection[]): Map<string, Connection> {
  const holders = new Map<string, Connection | undefined>()
  for (const connection of connections) {
    if (connection.relation?.draw !== 'holds' && connection.relation?.draw !== 'row') continue
    const known = holders.get(connection.to)
    if (!holders.has(connection.to)) holders.set(connection.to, connection)
    else if (known && known.from !== connection.from) holders.set(connection.to, undefined)
  }
  return new Map([...holders].filter((entry): entry is [string, Connection] => entry[1] !== undefined))
}

/** Cuts a loop (A in B in A) at the first element that closes it. */
export function withoutLoops(wanted: ReadonlyMap<string, string>): Map<string, string> {
  const parent = new Map<string, string>()
  for (const [id, frame] of wanted) {
    let above: string | undefined = frame
    while (above !== undefined && above !== id) above = parent.get(above)
    if (above !== id) parent.set(id, frame)
  }
  return parent
}
