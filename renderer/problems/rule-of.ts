import { rules } from '../../shared/rules/registry'
import type { Rule } from '../../shared/rules/rule'

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]))

/** A problem's rule, for its title and its reasons. */
export function ruleOf(id: string): Rule | undefined {
  return byId.get(id)
}
