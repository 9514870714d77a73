/**
 * Where both sides moved the same box or bent the same line, ours stays: a place is a matter of taste, seen at once and
 * put right in a second, and not worth a question.
 */
import { own } from '../basics/own'
import { identical, mergeValue, type OnClash, type Trio } from './three-way'

/** Members that mean something together only: a place with the x of one side and the y of the other is nobody's. */
const TOGETHER = [['x', 'y'], ['width', 'height'], ['collapsed'], ['z']] as const
const KNOWN: ReadonlySet<unknown> = new Set([...TOGETHER.flat(), 'points'])

/** The merged place or route; undefined when there is none. Only members that nobody here knows can clash. */
export function mergePlace(trio: Trio, onClash: OnClash): unknown {
  const merged = mergeValue(trio, [], (path, clash) => {
    if (path.length > 0 && !KNOWN.has(path[0])) onClash(path, clash)
  })
  const { ours, theirs } = trio
  if (ours === undefined || theirs === undefined || merged === undefined) return merged
  return TOGETHER.reduce((place, members) => withTogether(place, members, trio as Places), merged as object)
}

type Places = Readonly<Record<keyof Trio, Readonly<Record<string, unknown>>>>

function withTogether(
  place: object,
  members: readonly string[],
  { base = {}, ours, theirs }: Places,
): object {
  const changed = (side: Places['base']) =>
    members.some((member) => !identical(own(side, member), own(base, member)))
  const from = !changed(ours) && changed(theirs) ? theirs : ours
  const entries = Object.entries(place).filter(([member]) => !members.includes(member))
  const chosen = members.flatMap((member) => {
    const value = own(from, member)
    return value === undefined ? [] : [[member, value]]
  })
  const next = Object.fromEntries([...chosen, ...entries])
  return identical(next, place) ? place : next
}
