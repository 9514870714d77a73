/** Problems that a change brought, and those that it mended. */
import type { Meaningful } from '../../design/design'
import type { Problem } from '../../rules/problem'
import { validate } from '../../rules/validate'

export interface ProblemChanges {
  readonly appeared: readonly Problem[]
  readonly mended: readonly Problem[]
}

/** A problem is the same where rule, element and place are. */
export function problemChanges(before: Meaningful, after: Meaningful): ProblemChanges {
  const now = validate(after)
  const then = validate(before)
  return { appeared: without(now, then), mended: without(then, now) }
}

function without(some: readonly Problem[], others: readonly Problem[]): readonly Problem[] {
  const known = new Set(others.map(keyOf))
  return some.filter((problem) => !known.has(keyOf(problem)))
}

function keyOf({ rule, element, path }: Problem): string {
  return `${rule} ${element} ${path}`
}
