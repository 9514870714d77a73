/** One finding for each cause, where several rules see the same one. */
import { type Problem, severities } from './problem'
import { rules } from './registry'

const yields: ReadonlyMap<string, readonly string[]> = new Map(
  rules.flatMap(({ id, yieldsTo }) => (yieldsTo ? [[id, yieldsTo]] : [])),
)

/**
 * The problems of one element, without those whose rule yields to what another one found at the same place. An error
 * never makes way for a warning.
 */
export function oneForEachCause(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length < 2 || !problems.some(({ rule }) => yields.has(rule))) return problems
  const kept = problems.filter(({ rule, path, severity }) => {
    const better = yields.get(rule)
    if (!better) return true
    return !problems.some(
      (other) =>
        better.includes(other.rule) &&
        other.path === path &&
        severities.indexOf(other.severity) <= severities.indexOf(severity),
    )
  })
  return kept.length === problems.length ? problems : kept
}
