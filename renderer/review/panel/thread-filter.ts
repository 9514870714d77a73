/** Which threads the panel lists, and in which order. Pure. */
import type { Design } from '../../../shared/design/design'
import { isOpen, isOrphan, type PlacedThread } from '../../../shared/review/threads'
import { isMine, type Me } from '../me'
import { isNewSince, type Seen, unreadOf } from '../threads-state'

export type ThreadStatus = 'open' | 'resolved' | 'all'

export interface ThreadFilter {
  readonly status: ThreadStatus
  /** Those that I wrote, or took part in. */
  readonly mine: boolean
  readonly unread: boolean
  /** Those about the elements that are selected. */
  readonly selected: boolean
  /** Those in which something was said since I had the design open before. */
  readonly since: boolean
  /** Of these kinds; none: of any. */
  readonly kinds: ReadonlySet<string>
}

export const noFilter: ThreadFilter = {
  status: 'open',
  mine: false,
  unread: false,
  selected: false,
  since: false,
  kinds: new Set(),
}

/** Who looks at the threads. */
export interface Reader {
  readonly me: Me | undefined
  readonly seen: Seen
  /** In milliseconds since 1970; undefined: never. */
  readonly lastVisit: number | undefined
  readonly selected: ReadonlySet<string>
}

/** The threads that a filter lets through, whatever their status. */
export function ofInterest(
  threads: readonly PlacedThread[],
  filter: ThreadFilter,
  { me, seen, lastVisit, selected }: Reader,
): readonly PlacedThread[] {
  const { kinds } = filter
  return threads.filter(
    (thread) =>
      (kinds.size === 0 || kinds.has(thread.kind)) &&
      (!filter.mine || tookPart(thread, me)) &&
      (!filter.unread || unreadOf(thread, seen, me).length > 0) &&
      (!filter.selected || selected.has(thread.pin.element ?? '')) &&
      (!filter.since || isNewSince(thread, lastVisit)),
  )
}

/** Those of a status. */
export function ofStatus(threads: readonly PlacedThread[], status: ThreadStatus): readonly PlacedThread[] {
  return status === 'all' ? threads : threads.filter((thread) => isOpen(thread) === (status === 'open'))
}

/** How many filters there are beside that by status. */
export function filtersOn({ mine, unread, selected, since, kinds }: ThreadFilter): number {
  return [mine, unread, selected, since].filter(Boolean).length + kinds.size
}

function tookPart({ comments, resolved }: PlacedThread, me: Me | undefined): boolean {
  return [...comments, ...(resolved ? [resolved] : [])].some((one) => isMine(one, me))
}

/** When something happened in a thread last. */
export function lastSaid({ comments, resolved }: PlacedThread): string {
  const times = comments.map(({ written, edited }) => edited ?? written)
  return [...times, resolved?.at ?? ''].reduce((a, b) => (a > b ? a : b), '')
}

export interface ThreadGroups {
  /** Their element is gone. */
  readonly orphans: readonly PlacedThread[]
  readonly pinned: readonly PlacedThread[]
}

/** The threads as they are listed: what was said last stands first, and orphans by themselves. */
export function grouped(design: Design, threads: readonly PlacedThread[]): ThreadGroups {
  const sorted = threads
    .map((thread) => ({ thread, at: lastSaid(thread) }))
    .sort((a, b) => (a.at === b.at ? 0 : a.at > b.at ? -1 : 1))
    .map(({ thread }) => thread)
  const gone = (thread: PlacedThread) => isOrphan(design, thread)
  return { orphans: sorted.filter(gone), pinned: sorted.filter((thread) => !gone(thread)) }
}

/** The first line that says something. */
export function firstLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.find((line) => line !== '') ?? ''
}
