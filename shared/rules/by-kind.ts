/** The rules of each kind, and which of them have something to say about a spec. */
import { hasMember } from './members'
import type { Rule } from './rule'

/** What the rules of a kind need is looked up once for all of them: most specs lack most of what rules are about. */
export interface KindRules {
  readonly rules: readonly {
    readonly rule: Rule
    /** Numbers of the paths of which it needs one. */
    readonly needs: readonly number[]
  }[]
  readonly needs: readonly string[]
}

export type RulesByKind = ReadonlyMap<string, KindRules>

/** The whole spec, which is always there: for rules that need nothing in it. */
const ALWAYS = ''

/** Sorts rules by the kinds that they look at, in their order. */
export function rulesByKind(some: readonly Rule[]): RulesByKind {
  const kinds = new Map<string, Rule[]>()
  for (const rule of some) {
    for (const kind of rule.on) {
      const list = kinds.get(kind)
      if (list) list.push(rule)
      else kinds.set(kind, [rule])
    }
  }
  return new Map([...kinds].map(([kind, list]) => [kind, numbered(list)]))
}

function numbered(list: readonly Rule[]): KindRules {
  const needs = [...new Set(list.flatMap((rule) => rule.needs ?? [ALWAYS]))]
  const rules = list.map((rule) => ({
    rule,
    needs: (rule.needs ?? [ALWAYS]).map((path) => needs.indexOf(path)),
  }))
  return { rules, needs }
}

/** Of each path whether the spec has a member there. */
export function present(needs: readonly string[], spec: object): readonly boolean[] {
  return needs.map((path) => path === ALWAYS || hasMember(spec, path))
}
