/** What was said and agreed between two states of a design, counted. Pure. */
import type { Design, Thread } from '../../shared/design/design'

export interface Talk {
  readonly started: number
  readonly settled: number
  readonly removed: number
  readonly comments: number
  readonly approvals: number
  /** Is there anything to tell? */
  readonly any: boolean
}

/** Counts threads, comments and approvals that one side has and the other one has not. */
export function talkBetween(before: Design, after: Design): Talk {
  const was = before.threads ?? {}
  const is = after.threads ?? {}
  const ids = Object.keys(is)
  const started = ids.filter((id) => !Object.hasOwn(was, id)).length
  const settled = ids.filter((id) => isSettled(is[id]) && !isSettled(own(was, id))).length
  const removed = Object.keys(was).filter((id) => !Object.hasOwn(is, id)).length
  const comments = ids.reduce((sum, id) => sum + newComments(own(was, id), is[id]), 0)
  const approvals = Object.keys(after.approvals ?? {}).filter(
    (id) => !Object.hasOwn(before.approvals ?? {}, id),
  ).length
  return {
    ...{ started, settled, removed, comments, approvals },
    any: started + settled + removed + comments + approvals > 0,
  }
}

function isSettled(thread: Thread | undefined): boolean {
  return thread?.status === 'resolved'
}

function newComments(was: Thread | undefined, is: Thread | undefined): number {
  return Object.keys(is?.comments ?? {}).filter((id) => !Object.hasOwn(was?.comments ?? {}, id)).length
}

function own<T>(record: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined
}
