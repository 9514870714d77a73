import { useMemo } from 'react'
import type { Design } from '../../../shared/design/design'
import { type PlacedThread, threadsOf } from '../../../shared/review/threads'
import { useAppState } from '../../app-context'
import { type Me, meOf } from '../me'
import { unreadOf, useThreads } from '../threads-state'
import { useFilter } from './filter-state'
import { ofInterest, ofStatus, type ThreadFilter, type ThreadStatus } from './thread-filter'

export interface ThreadsShown {
  readonly all: readonly PlacedThread[]
  /** Those that the filters let through. */
  readonly shown: readonly PlacedThread[]
  /** How many the other filters leave of each status. */
  readonly counts: Readonly<Record<ThreadStatus, number>>
  /** Of the status that is shown. */
  readonly unread: readonly PlacedThread[]
  readonly filter: ThreadFilter
}

/** Who is at the keyboard. */
export function useMe(): Me | undefined {
  const settings = useAppState((state) => state.settings)
  return useMemo(() => meOf(settings), [settings])
}

const NONE: ReadonlySet<string> = new Set()

/** The threads of a design, and those of them that are to be listed. */
export function useThreadsShown(design: Design): ThreadsShown {
  const me = useMe()
  const seen = useThreads((state) => state.seen)
  const lastVisit = useThreads((state) => state.lastVisit)
  const filter = useFilter()
  // Only asked for where it counts: selecting must not draw the list anew.
  const selected = useAppState((state) => (filter.selected ? state.selection.ids : NONE))
  const all = threadsOf(design)
  return useMemo(() => {
    const some = ofInterest(all, filter, { me, seen, lastVisit, selected })
    const shown = ofStatus(some, filter.status)
    const counts = {
      open: ofStatus(some, 'open').length,
      resolved: ofStatus(some, 'resolved').length,
      all: some.length,
    }
    const unread = ofStatus(all, filter.status).filter((thread) => unreadOf(thread, seen, me).length > 0)
    return { all, shown, counts, unread, filter }
  }, [all, filter, me, seen, lastVisit, selected])
}
