import { isObject } from '../../shared/basics/json'
import { own } from '../../shared/basics/own'
import type { Design } from '../../shared/design/design'
import { identical } from '../../shared/merge/three-way'

/**
 * A design that was read, made of the parts of another one wherever they are the same: what follows from a change is
 * then the work of what changed, and so is undoing it.
 */
export function sharing(known: Design, read: Design): Design {
  const members = Object.entries(read).map(([key, value]) => [
    key,
    sharedPart((known as Record<string, unknown>)[key], value),
  ])
  return Object.fromEntries(members) as Design
}

function sharedPart(known: unknown, read: unknown): unknown {
  if (identical(known, read)) return known
  if (!isObject(known) || !isObject(read)) return read
  return Object.fromEntries(
    Object.entries(read).map(([id, value]) => {
      const old = own(known, id)
      return [id, identical(old, value) ? old : value]
    }),
  )
}
