/** Which elements differ between two states of a design: what the graph and everything that is checked again starts from. */

import { memo } from '../basics/memo'
import type { Meaningful } from '../design/design'

type Elements = Meaningful['elements']

export interface Edited {
  /** Ids of elements that are others now, that are new or that are gone. */
  readonly ids: readonly string[]
  /** Are they the same elements in the same order? */
  readonly sameIds: boolean
}

// Both ask about the same two states, one after the other.
let last: { readonly before: Elements; readonly after: Elements; readonly edited: Edited } | undefined

export function editedBetween(before: Elements, after: Elements): Edited {
  if (last?.before !== before || last.after !== after)
    last = { before, after, edited: compare(before, after) }
  return last.edited
}

function compare(before: Elements, after: Elements): Edited {
  if (before === after) return { ids: [], sameIds: true }
  const old = listed(before)
  const now = listed(after)
  const ids: string[] = []
  if (old.ids.length === now.ids.length && old.ids.every((id, i) => id === now.ids[i])) {
    for (const [i, id] of now.ids.entries()) if (old.elements[i] !== now.elements[i]) ids.push(id)
    return { ids, sameIds: true }
  }
  for (const [i, id] of now.ids.entries())
    if (!Object.hasOwn(before, id) || before[id] !== now.elements[i]) ids.push(id)
  for (const id of old.ids) if (!Object.hasOwn(after, id)) ids.push(id)
  return { ids, sameIds: false }
}

/** Going through a large object takes longer than through lists, and each state is compared twice: as the new and the old. */
const listed = memo((elements: Elements) => ({
  ids: Object.keys(elements),
  elements: Object.values(elements),
}))
