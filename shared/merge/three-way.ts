/** Three-way merge of JSON values: what only one side changed is taken from it, deep down to single members. */
import { toText } from '../basics/convert'
import { isObject, type Segment, sameJson } from '../basics/json'
import { own } from '../basics/own'
import { namedItems } from './list-items'
import { mergedOrder } from './order'

/** The three states of one value; undefined where there is none. */
export interface Trio {
  readonly base: unknown
  readonly ours: unknown
  readonly theirs: unknown
}

/** Is told of every value that both sides changed, each in another way. The merged value holds ours there. */
export type OnClash = (path: readonly Segment[], trio: Trio) => void

/** The merged value; undefined when there is none. Parts that one side left alone keep the other's identity. */
export function mergeValue(trio: Trio, path: readonly Segment[], onClash: OnClash): unknown {
  const { base, ours, theirs } = trio
  if (identical(ours, theirs) || identical(theirs, base)) return ours
  if (identical(ours, base)) return theirs
  const merged = mergeParts(trio, path, onClash)
  if (merged !== undefined) return merged
  // Only the order of members differs.
  if (sameJson(ours, theirs) || sameJson(theirs, base)) return ours
  if (sameJson(ours, base)) return theirs
  onClash(path, trio)
  return ours
}

/** Merges what has parts on all sides that have it at all. */
function mergeParts(
  { base, ours, theirs }: Trio,
  path: readonly Segment[],
  onClash: OnClash,
): object | undefined {
  if (isObject(ours) && isObject(theirs) && (base === undefined || isObject(base))) {
    return mergeMembers({ base: base ?? {}, ours, theirs }, path, onClash)
  }
  if (Array.isArray(ours) && Array.isArray(theirs) && (base === undefined || Array.isArray(base))) {
    return mergeList({ base: base ?? [], ours, theirs }, path, onClash)
  }
  return undefined
}

type Members = Readonly<Record<string, unknown>>

function mergeMembers(
  { base, ours, theirs }: Readonly<Record<keyof Trio, Members>>,
  path: readonly Segment[],
  onClash: OnClash,
): object {
  const keys = mergedOrder(Object.keys(base), Object.keys(ours), Object.keys(theirs))
  const members = keys.flatMap((key) => {
    const trio = { base: own(base, key), ours: own(ours, key), theirs: own(theirs, key) }
    const value = mergeValue(trio, [...path, key], onClash)
    return value === undefined ? [] : [[key, value] as const]
  })
  return Object.fromEntries(members)
}

function mergeList(
  { base, ours, theirs }: Readonly<Record<keyof Trio, readonly unknown[]>>,
  path: readonly Segment[],
  onClash: OnClash,
): object | undefined {
  const member = toText(path.at(-1))
  const [was, mine, other] = [base, ours, theirs].map((list) => namedItems(member, list))
  if (!was || !mine || !other) return undefined
  return mergedOrder([...was.keys()], [...mine.keys()], [...other.keys()]).flatMap((name) => {
    const trio = { base: was.get(name), ours: mine.get(name), theirs: other.get(name) }
    const item = mergeValue(trio, [...path, name], onClash)
    return item === undefined ? [] : [item]
  })
}

/** The same value, and its members in the same order: written down it is the same text. */
export function identical(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => identical(item, b[i]))
  }
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  const others = Object.keys(b)
  return (
    keys.length === others.length && keys.every((key, i) => key === others[i] && identical(a[key], b[key]))
  )
}
