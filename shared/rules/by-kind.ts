/** The rules of each kind, and which of them have something to say about a spec. */
import { segmentsOf } from '../basics/members'
import type { Rule } from './rule'

export interface KindRules {
  readonly rules: readonly NumberedRule[]
  /** The members that the rules need, as one tree: one walk of a spec finds out for all of them. */
  readonly needs: Branch
  /** How many members these are. */
  readonly count: number
}

interface NumberedRule {
  readonly rule: Rule
  /** Beside the rule, because rules differ in shape, which engines don't like. */
  readonly ask: Rule['check']
  /** The members of which it needs one; none stands for a rule that is always asked. */
  readonly needs: readonly number[]
}

export type RulesByKind = ReadonlyMap<string, KindRules>

/** What is needed of an object, a list or a map, and below it. */
interface Branch {
  /** Of the member itself, if a rule needs it. */
  number?: number
  readonly members: Map<string, Branch>
  /** What is needed of each item or member: a star in a path. */
  each?: Branch
}

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
  const paths = [...new Set(list.flatMap((rule) => rule.needs ?? []))]
  const needs: Branch = { members: new Map() }
  for (const [number, path] of paths.entries()) branchAt(needs, path).number = number
  const rules = list.map((rule) => ({
    rule,
    ask: rule.check,
    needs: (rule.needs ?? []).map((path) => paths.indexOf(path)),
  }))
  return { rules, needs, count: paths.length }
}

function branchAt(root: Branch, path: string): Branch {
  return segmentsOf(path).reduce((branch, segment) => {
    const next = (segment === '*' ? branch.each : branch.members.get(segment)) ?? { members: new Map() }
    if (segment === '*') branch.each = next
    else branch.members.set(segment, next)
    return next
  }, root)
}

/** Of each member that rules need, by its number, whether the spec has it: 1, else 0. */
export function present({ needs, count }: KindRules, spec: object): Uint8Array {
  const here = new Uint8Array(count)
  if (count > 0) mark(spec, needs, here)
  return here
}

// A spec has fewer members than all rules together need, so the walk follows the spec.
function mark(value: unknown, branch: Branch, here: Uint8Array): void {
  if (value === undefined) return
  if (branch.number !== undefined) here[branch.number] = 1
  if (typeof value !== 'object' || value === null) return
  const { members, each } = branch
  if (each && Array.isArray(value)) for (const item of value) mark(item, each, here)
  if (members.size === 0 && (!each || Array.isArray(value))) return
  for (const key in value) {
    const item = (value as Readonly<Record<string, unknown>>)[key]
    const member = members.get(key)
    if (member) mark(item, member, here)
    if (each && !Array.isArray(value)) mark(item, each, here)
  }
}

/** Is a rule asked, where these members are present? */
export function isAsked(needs: readonly number[], here: Uint8Array): boolean {
  if (needs.length === 0) return true
  for (const need of needs) if (here[need] === 1) return true
  return false
}
