/**
 * The contract of a validation rule. One file is the rule, its test (the examples) and its page in the reference.
 */
import type { z } from 'zod'
import type { Design, Element } from '../design/design'
import type { DesignDraft } from '../design/edit'
import type { Kind } from '../elements/kind'
import type { Graph } from '../graph/graph'
import type { Text, Value } from '../texts/text'

/** `error`: AWS rejects it or it can't work. `warning`: documented as unsupported, risky or without effect. */
export type Severity = 'error' | 'warning' | 'advice'

export interface Source {
  /** An https address, or a tag of the source table in `docs/rules/README.md`, such as `API:PortMapping.hostPort`. */
  readonly ref: string
  /** ISO date on which it was last read. */
  readonly checked: string
}

/** A mend that needs no further decision. */
export interface Fix {
  /** Imperative and concrete: "Set memory to 2048 MiB". */
  readonly title: Text
  readonly apply: (draft: DesignDraft) => void
}

export interface Finding {
  /** JSON pointer into the element's spec; the empty one is the element itself. */
  readonly at: string
  /** The values for the message's `{names}`. */
  readonly values?: Readonly<Record<string, Value>>
  /** A key of the rule's `variants`, where another wording fits this case better. */
  readonly variant?: string
  /** Only lower than the rule's own, for a case that AWS takes although it should not be. */
  readonly severity?: Severity
  readonly fix?: Fix
}

export interface RuleContext<Spec = Element['spec']> {
  readonly id: string
  readonly element: Element
  /** The element's spec as its schema sees it: members of a wrong shape are left out. */
  readonly spec: Spec
  readonly graph: Graph
  readonly report: (finding: Finding) => void
}

export interface InvalidExample {
  readonly design: Design
  /** Where the one problem is expected: element id and JSON pointer. */
  readonly element: string
  readonly at: string
  /** Where it differs from the rule's own. */
  readonly severity?: Severity
}

export interface Rule {
  /** The catalogue's id; it names the file and is never reused. */
  readonly id: string
  readonly severity: Severity
  /** The kinds that it looks at. */
  readonly on: readonly string[]
  /**
   * Paths with stars: where the element's view has no value at any of them, the rule has nothing to say and is not asked.
   * Only speed depends on it; a test holds that.
   */
  readonly needs?: readonly string[]
  /** States the rule, for lists and page titles. */
  readonly title: string
  /** What is wrong here and what to do, with `{names}` for values. */
  readonly message: string
  /** Other wordings of the message, by name, for rules that find several things. */
  readonly variants?: Readonly<Record<string, string>>
  /** Why AWS, or practice, wants it so. */
  readonly why: string
  readonly sources: readonly Source[]
  /** What it finds can't be made right by drawing more: a line that brings it is refused while it is drawn. */
  readonly refusesLine?: true
  /**
   * Ids of rules that know the cause better: where one of them finds something at the very place, this one keeps quiet.
   * What shows at different places is told apart in `check`.
   */
  readonly yieldsTo?: readonly string[]
  readonly check: (context: RuleContext) => void
  readonly examples: () => {
    readonly valid: Readonly<Record<string, Design>>
    readonly invalid: Readonly<Record<string, InvalidExample>>
  }
}

/** A rule as its file writes it: `on` names the kinds themselves, so that `check` gets the spec of their schemas. */
export interface RuleDeclaration<Kinds extends readonly Kind[]> extends Omit<Rule, 'on' | 'check'> {
  readonly on: Kinds
  readonly check: (context: RuleContext<z.output<Kinds[number]['spec']>>) => void
}

/** Checks a rule's declaration against the contract. */
export function defineRule<const Kinds extends readonly Kind[]>(declaration: RuleDeclaration<Kinds>): Rule {
  const { on, ...rule } = declaration
  return { ...(rule as Omit<Rule, 'on'>), on: on.map(({ kind }) => kind) }
}

/** Several plain rules in one file, such as the limits of single members. Each is a rule like any other. */
export function ruleFamily(rules: readonly Rule[]): readonly Rule[] {
  return rules
}
