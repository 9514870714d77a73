/** The rules of each kind, and which of them have something to say about a spec. */

import { segmentsOf } from '../basics/members'
import { push } from '../basics/push'
import type { Rule } from './rule'

export interface KindRules {
  /** All that look at the kind, in their order. */
  readonly rules: readonly Rule[]
  /** Those of them that are asked about a spec: that need nothing in it, or of whose members it has one. */
  readonly asked: (spec: object) => readonly Rule[]
}

export type RulesByKind = ReadonlyMap<string, KindRules>

/** What is needed of an object, a list or a map, and below it. */
interface Branch {
  /** Of the member itself, if a rule needs it. */
  flag?: Flag
  readonly members: Map<string, Branch>
  /** What is needed of each item or member: a star in a path. */
  each?: Branch
}

/** Sorts rules by the kinds that they look at, in their order. */
export function rulesByKind(some: readonly Rule[]): RulesByKind {
  const kinds = new Map<string, Rule[]>()
  for (const rule of some) {
    for (const kind of rule.on) {
      push(kinds, kind, rule)
    }
  }
  return new Map([...kinds].map(([kind, list]) => [kind, kindRules(list)]))
}

function kindRules(rules: readonly Rule[]): KindRules {
  const paths = [...new Set(rules.flatMap((rule) => rule.needs ?? []))]
  const needs: Branch = { members: new Map() }
  for (const [number, path] of paths.entries()) branchAt(needs, path).flag = flagOf(number)
  // Specs are alike: few sets of members are ever present, so the rules that go with each are picked once.
  const words = Array.from({ length: Math.ceil(paths.length / BITS) }, () => 0)
  const picked = new ByWords(() => {
    const isPresent = (path: string) => isSet(words, flagOf(paths.indexOf(path)))
    return rules.filter((rule) => !rule.needs || rule.needs.some(isPresent))
  })
  return {
    rules,
    asked: (spec) => {
      words.fill(0)
      mark(spec, needs, words)
      return picked.at(words)
    },
  }
}

/** What goes with a list of words, made when it is first asked for: a tree with a level for each word. */
class ByWords<T> {
  private readonly branches = new Map<number, ByWords<T>>()
  private made: T | undefined

  constructor(private readonly make: () => T) {}

  at(words: readonly number[]): T {
    let branch: ByWords<T> = this
    for (const word of words) branch = branch.under(word)
    branch.made ??= this.make()
    return branch.made
  }

  private under(word: number): ByWords<T> {
    const known = this.branches.get(word)
    if (known) return known
    const fresh = new ByWords(this.make)
    this.branches.set(word, fresh)
    return fresh
  }
}

/** One of many flags, which are kept in words of so many bits: a text of a few numbers says which are set. */
interface Flag {
  readonly word: number
  readonly bit: number
}

const BITS = 30

function flagOf(number: number): Flag {
  return { word: Math.floor(number / BITS), bit: 1 << (number % BITS) }
}

function isSet(words: readonly number[], { word, bit }: Flag): boolean {
  return ((words[word] ?? 0) & bit) !== 0
}

function branchAt(root: Branch, path: string): Branch {
  return segmentsOf(path).reduce((branch, segment) => {
    const next = (segment === '*' ? branch.each : branch.members.get(segment)) ?? { members: new Map() }
    if (segment === '*') branch.each = next
    else branch.members.set(segment, next)
    return next
  }, root)
}

// A spec has fewer members than all rules together need, so the walk follows the spec.
function mark(value: unknown, branch: Branch, words: number[]): void {
  if (value === undefined) return
  const { flag, members, each } = branch
  if (flag) words[flag.word] = (words[flag.word] ?? 0) | flag.bit
  if (typeof value !== 'object' || value === null) return
  if (each && Array.isArray(value)) for (const item of value) mark(item, each, words)
  if (members.size === 0 && (!each || Array.isArray(value))) return
  for (const key in value) {
    const item = (value as Readonly<Record<string, unknown>>)[key]
    const member = members.get(key)
    if (member) mark(item, member, words)
    if (each && !Array.isArray(value)) mark(item, each, words)
  }
}
