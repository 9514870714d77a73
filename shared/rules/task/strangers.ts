/** Members of a task definition that ECS has no name for, and what was probably meant by them. */
import { responseMembers } from '../../aws/facts/response-members'
import { isObject, valueAt } from '../../basics/json'
import { memoLast } from '../../basics/memo'
import { nearest } from '../../basics/nearest'
import type { Spec } from '../../design/design'
import { above } from '../../elements/parts/reading'
import { taskDefinition } from '../../elements/task-definition'
import { type UnknownMember, unknownMembers } from '../../elements/unknown-members'

/** Those that no revision of the task definition has either. */
export const strangers: (spec: Spec) => readonly UnknownMember[] = memoLast((spec: Spec) =>
  unknownMembers(taskDefinition, spec).filter(({ pointer }) => !responseMembers.includes(pointer.slice(1))),
)

/** The member that is like it and is not there yet. */
export function meantBy({ name, pointer, known }: UnknownMember, spec: Spec): string | undefined {
  const owner = valueAt(spec, above(pointer))
  return nearest(
    name,
    known.filter((one) => !isObject(owner) || owner[one] === undefined),
  )
}

/** Is a member of the task definition missing only because its name is misspelt? taskdef-unknown-member mends that. */
export function isMisspelt(spec: Spec, member: string): boolean {
  return strangers(spec).some(
    (stranger) => stranger.pointer === `/${stranger.name}` && meantBy(stranger, spec) === member,
  )
}
