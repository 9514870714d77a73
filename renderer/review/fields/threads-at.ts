/** Open threads by the field that they are about. Pure. */
import { memo, memoLast } from '../../../shared/basics/memo'
import { own } from '../../../shared/basics/own'
import type { Design, Element, Pin } from '../../../shared/design/design'
import { pinNow } from '../../../shared/review/pin-pointer'
import { isOpen, type PlacedThread, threadsOf } from '../../../shared/review/threads'

type ByPointer = ReadonlyMap<string, readonly PlacedThread[]>

const byElement = memo((threads: readonly PlacedThread[]) =>
  grouped(threads.filter(isOpen), ({ pin }) => pin.element),
)

/** Of one element; where its fields are changes with its spec. */
const byPointer = memo((threads: readonly PlacedThread[]) =>
  memoLast((element: Element): ByPointer => {
    const elements = { [threads[0]?.pin.element ?? '']: element }
    return grouped(threads, ({ pin }) => pinNow({ elements }, pin).pointer ?? '')
  }),
)

function grouped(
  threads: readonly PlacedThread[],
  keyOf: (thread: PlacedThread) => string | undefined,
): ByPointer {
  const groups = new Map<string, PlacedThread[]>()
  for (const thread of threads) {
    const key = keyOf(thread)
    if (key === undefined) continue
    const there = groups.get(key)
    if (there) there.push(thread)
    else groups.set(key, [thread])
  }
  return groups
}

const NO_FIELDS: ByPointer = new Map()
const NONE: readonly PlacedThread[] = []

/** The open threads of an element, by JSON pointer as it is now; those about the whole element are at the empty one. */
export function threadsByField(design: Design, id: string): ByPointer {
  const threads = byElement(threadsOf(design)).get(id)
  const element = own(design.elements, id)
  return threads && element ? byPointer(threads)(element) : NO_FIELDS
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
