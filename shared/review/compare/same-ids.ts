/** The old design under the ids of the new one, and with its very objects where nothing differs. */
import { own } from '../../basics/own'
import { freeIds } from '../../basics/slug'
import type { Design } from '../../design/design'
import { renameElements } from '../../merge/collisions'
import { identical } from '../../merge/three-way'

/** By each old id the new one; what could not be matched gets an id that nothing in the new design has. */
export function idsOf(
  before: Design,
  after: Design,
  matched: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const taken = new Set([...Object.keys(after.elements), ...Object.keys(before.elements)])
  const free = freeIds((id) => taken.has(id))
  const idFor = (old: string) => {
    const id = matched.get(old)
    if (id !== undefined || !Object.hasOwn(after.elements, old)) return id ?? old
    const fresh = free(old)
    taken.add(fresh)
    return fresh
  }
  return new Map(Object.keys(before.elements).map((old) => [old, idFor(old)]))
}

/** The old design with these ids. */
export function withIds(before: Design, after: Design, ids: ReadonlyMap<string, string>): Design {
  const renames = new Map([...ids].filter(([old, id]) => old !== id))
  return sharing(renames.size > 0 ? renameElements(before, renames) : before, after)
}

/** Graphs and rules remember by identity: two files of one design are worked out once. */
export function sharing(before: Design, after: Design): Design {
  if (before === after) return before
  const entries = Object.entries(before.elements).map(([id, element]) => {
    const other = own(after.elements, id)
    return [id, other && identical(element, other) ? other : element] as const
  })
  const isOther = entries.some(([id, element]) => element !== before.elements[id])
  return isOther ? { ...before, elements: Object.fromEntries(entries) } : before
}
