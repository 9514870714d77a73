/** One finding for each cause, where several rules see the same one. */
import { type Problem, severities } from './problem'
import { rules } from './registry'

const yields: ReadonlyMap<string, readonly string[]> = new Map(
  rules.flatMap(({ id, yieldsTo }) => (yieldsTo ? [[id, yieldsTo]] : [])),
)

/** The problems of one element, without those whose rule yields to what another one found at the same place. */
export function oneForEachCause(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length < 2) return problems
  const kept = problems.filter((problem) => !problems.some((other) => saysItBetter(other, problem)))
  return kept.length === problems.length ? problems : kept
}

/** An error never makes way for a warning. */
function saysItBetter(other: Problem, { rule, path, severity }: Problem): boolean {
  return (
    other.path === path &&
    (yields.get(rule)?.includes(other.rule) ?? false) &&
    severities.indexOf(other.severity) <= severities.indexOf(severity)
  )
}
