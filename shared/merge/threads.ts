/**
 * Merging of threads. They mean nothing to AWS, so a merge asks as little as it can: all that somebody wrote stays, and
 * only a comment that was rewritten on both sides is a question.
 */
import { toText } from '../basics/convert'
import { isObject } from '../basics/json'
import { own } from '../basics/own'
import { mergedOrder } from './order'
import { identical, mergeValue, type OnClash, type Trio } from './three-way'

/** The merged thread, the same whichever side is called ours; undefined when it is gone on both, or on one unchanged. */
export function mergeThread(trio: Trio, onClash: OnClash): unknown {
  const { base, ours, theirs } = trio
  if (!isObject(ours) || !isObject(theirs)) return left(trio)
  const keys = mergedOrder(Object.keys(isObject(base) ? base : {}), Object.keys(ours), Object.keys(theirs))
  const members = keys.flatMap((key) => {
    const value = mergeMember(key, trioOf(trio, key), onClash)
    return value === undefined ? [] : [[key, value] as const]
  })
  return Object.fromEntries(members)
}

function mergeMember(key: string, trio: Trio, onClash: OnClash): unknown {
  if (key === 'comments') return mergeComments(trio, onClash)
  // Where it is pinned and who closed it are settled without a question, alike for both who merge.
  if (key === 'pin' || key === 'resolved') return mergeWhole(trio, signedAt)
  return mergeValue(trio, [key], onClash)
}

function mergeComments(trio: Trio, onClash: OnClash): unknown {
  const { base, ours, theirs } = trio
  if (!isObject(ours) || !isObject(theirs)) return left(trio)
  const ids = mergedOrder(Object.keys(isObject(base) ? base : {}), Object.keys(ours), Object.keys(theirs))
  const comments = ids.flatMap((id) => {
    const comment = mergeComment(trioOf(trio, id), ['comments', id], onClash)
    return comment === undefined ? [] : [[id, comment] as const]
  })
  return Object.fromEntries(comments)
}

function mergeComment(trio: Trio, path: readonly string[], onClash: OnClash): unknown {
  if (!isObject(trio.ours) || !isObject(trio.theirs)) return left(trio)
  return mergeValue(trio, path, (at, clash) => {
    // When it was rewritten follows from which text is chosen; that is the one question.
    if (at.at(-1) !== 'edited') onClash(at, clash)
  })
}

/** What one side took away stays when the other one changed it, or added to it. */
function left({ base, ours, theirs }: Trio): unknown {
  const there = ours ?? theirs
  return base === undefined || !identical(there, base) ? there : undefined
}

/** One of two values that are no sum of parts: the later one, and of equals always the same. */
function mergeWhole({ base, ours, theirs }: Trio, when: (value: unknown) => string): unknown {
  if (identical(theirs, base) || identical(ours, theirs)) return ours
  if (identical(ours, base)) return theirs
  const order = (value: unknown) => `${when(value)} ${JSON.stringify(value) ?? ''}`
  return order(ours) > order(theirs) ? ours : theirs
}

function signedAt(value: unknown): string {
  return isObject(value) ? toText(value.at ?? '') : ''
}

function trioOf({ base, ours, theirs }: Trio, key: string): Trio {
  const of = (value: unknown) => (isObject(value) ? own(value, key) : undefined)
  return { base: of(base), ours: of(ours), theirs: of(theirs) }
}
