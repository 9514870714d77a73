/** What AWS answers about a resource, as the input that makes one: what only answers hold is left out, and said. */
import { describedMembers } from '../../aws/facts/described-members'
import { toPointer } from '../../basics/json'
import { quote } from '../../basics/quote'
import type { Spec } from '../../design/design'
import { say } from '../../texts/text'
import { type Collector, note } from '../collect/collector'
import type { Origin } from '../report'

/** The body without the members of answers, but those that were used otherwise. */
export function asInput(
  collector: Collector,
  kind: string,
  body: Spec,
  { file, pointer }: Omit<Origin, 'within'>,
  used: readonly string[] = [],
): Spec {
  const known = describedMembers[kind] ?? []
  const kept: Record<string, unknown> = {}
  for (const [member, value] of Object.entries(body)) {
    if (!known.includes(member)) kept[member] = value
    else if (!used.includes(member)) {
      const text = say`${quote(member)} is what AWS tells of the one that exists, so it is left out.`
      note(collector, 'dropped', 'read-only-member', { file, pointer: pointer + toPointer([member]) }, text)
    }
  }
  return kept
}

/** Says of the other members of an answer that they are no part of what is imported. */
export function leaveOut(
  collector: Collector,
  members: readonly string[],
  { file, pointer }: Omit<Origin, 'within'>,
): void {
  for (const member of members) {
    const text = say`${quote(member)} is no part of it and is left out.`
    note(collector, 'dropped', 'wrapper', { file, pointer: pointer + toPointer([member]) }, text)
  }
}
