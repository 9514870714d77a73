/** Open threads by the field that they are about. Pure. */
import { memo } from '../../../shared/basics/memo'
import type { Design, Pin } from '../../../shared/design/design'
import { isOpen, type PlacedThread, threadsOf } from '../../../shared/review/threads'

type ByPointer = ReadonlyMap<string, readonly PlacedThread[]>

const byElement = memo((threads: readonly PlacedThread[]) => {
  const found = new Map<string, Map<string, PlacedThread[]>>()
  for (const thread of threads) {
    const { element, pointer = '' } = thread.pin
    if (element === undefined || !isOpen(thread)) continue
    const fields = found.get(element) ?? new Map<string, PlacedThread[]>()
    found.set(element, fields)
    const there = fields.get(pointer)
    if (there) there.push(thread)
    else fields.set(pointer, [thread])
  }
  return found
})

const NO_FIELDS: ByPointer = new Map()
const NONE: readonly PlacedThread[] = []

/** The open threads of an element, by JSON pointer; those about the whole element are at the empty one. */
export function threadsByField(design: Design, id: string): ByPointer {
  return byElement(threadsOf(design)).get(id) ?? NO_FIELDS
}

/** The open threads about a field itself; for a field that is closed also those about what is in it. */
export function threadsAt(
  design: Design,
  id: string,
  pointer: string,
  closed = false,
): readonly PlacedThread[] {
  const fields = threadsByField(design, id)
  if (fields.size === 0) return NONE
  if (!closed) return fields.get(pointer) ?? NONE
  const inside = [...fields].filter(([place]) => `${place}/`.startsWith(`${pointer}/`))
  return inside.length === 0 ? NONE : inside.flatMap(([, threads]) => threads)
}

/** The pin of a thread about a field; an empty pointer means the element as a whole. */
export function pinOfField(element: string, pointer: string): Pin {
  return pointer === '' ? { element } : { element, pointer }
}
