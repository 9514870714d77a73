import type { Design } from './design'

/**
 * Tells which ids a new element must not have: those of elements, and those of deleted ones that somebody wrote about.
 * Their threads are there for when the deletion is undone, not for whatever comes next by that name.
 */
export function takenIds({
  elements,
  threads = {},
}: Pick<Design, 'elements' | 'threads'>): (id: string) => boolean {
  const gone = new Set<string>()
  for (const { pin } of Object.values(threads)) {
    if (pin.element !== undefined && !Object.hasOwn(elements, pin.element)) gone.add(pin.element)
  }
  return (id) => gone.has(id) || Object.hasOwn(elements, id)
}
