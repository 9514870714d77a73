/** Which elements of two designs are the same: by id, then by kind and name. Never two to one. */
import type { Design, Element } from '../../design/design'
import { writtenName } from '../../elements/kinds'

/** Ids of the new design by those of the old one. */
export function matchElements(before: Design, after: Design): ReadonlyMap<string, string> {
  const matched = new Map<string, string>()
  const taken = new Set<string>()
  const match = (old: string, id: string) => {
    matched.set(old, id)
    taken.add(id)
  }
  for (const [id, element] of Object.entries(before.elements)) {
    // The spec of one kind means nothing in another.
    if (Object.hasOwn(after.elements, id) && after.elements[id]?.kind === element.kind) match(id, id)
  }
  const free = new Map<string, string[]>()
  for (const [id, element] of Object.entries(after.elements)) {
    const key = kindAndName(element)
    if (key !== undefined && !taken.has(id)) free.set(key, [...(free.get(key) ?? []), id])
  }
  for (const [old, element] of Object.entries(before.elements)) {
    if (matched.has(old)) continue
    const id = free.get(kindAndName(element) ?? '')?.shift()
    if (id !== undefined) match(old, id)
  }
  return matched
}

function kindAndName(element: Element): string | undefined {
  const name = writtenName(element) ?? element.label
  return name === undefined ? undefined : `${element.kind} ${name}`
}
