/** What is kept of a template as it was written names resources by their logical ids, so these must stay. */
import { logicalIdOf } from '../aws/cloudformation/logical-ids'
import { elementMark, hasMark, markOf } from '../aws/cloudformation/marks'
import { isObject } from '../basics/json'
import type { Design, Element } from '../design/design'
import type { MemberPath } from './merge-members'
import type { Imported } from './report'

/** An element of an import in the design that it joins. */
export interface Joining {
  readonly from: string
  readonly id: string
  /** With the ids of the design. */
  readonly element: Element
}

/** Gives a joining element the logical id that it had in its template; one that is taken is left. */
export type NameKeeper = (joining: Joining, left: MemberPath[]) => Element

/** Keeps the names of an import's resources in a design. */
export function nameKeeper(design: Design, { design: incoming, report }: Imported): NameKeeper {
  if (!hasMark(incoming)) return ({ element }) => element
  const isKept = hasMark(design)
  const holders = new Map(
    Object.entries(design.elements).flatMap(([id, element]) => {
      const name = elementMark(element).logicalId ?? (isKept ? logicalIdOf(id) : undefined)
      return name === undefined ? [] : [[name, id] as const]
    }),
  )
  const { Resources, Parameters } = markOf(design)
  for (const section of [Resources, Parameters])
    for (const name of Object.keys(isObject(section) ? section : {})) holders.set(name, '')
  const held = new Map([...holders].map(([name, id]) => [id, name]))
  return ({ from, id, element }, left) => {
    const { pointer = '' } = Object.hasOwn(report.origins, from) ? (report.origins[from] ?? {}) : {}
    const wanted = /^\/Resources\/([A-Za-z0-9]+)(?:\/Properties)?$/.exec(pointer)?.[1]
    if (wanted === undefined) return element
    const own = held.get(id)
    const isTaken = own === undefined ? holders.has(wanted) : own !== wanted
    if (isTaken) left.push(['imported', 'cloudFormation', 'Resources', wanted])
    return withName(element, isTaken ? own : wanted, id)
  }
}

/** A name that the export gives by itself is not kept. */
function withName(element: Element, name: string | undefined, id: string): Element {
  const { logicalId: _, ...mark } = markOf(element)
  const kept = name === undefined || name === logicalIdOf(id) ? mark : { logicalId: name, ...mark }
  const { imported, ...rest } = element
  const { cloudFormation: __, ...others } = isObject(imported) ? imported : {}
  const all = Object.keys(kept).length > 0 ? { ...others, cloudFormation: kept } : others
  return Object.keys(all).length > 0 ? { ...rest, imported: all } : rest
}
