/** Runs the rules over a design. Pure and synchronous, fast enough for every edit. */

import { memo } from '../basics/memo'
import type { Meaningful } from '../design/design'
import { kindOf } from '../elements/kinds'
import { viewOf } from '../elements/view'
import { type Graph, graphOf } from '../graph/graph'
import { fill } from '../texts/text'
import { type RulesByKind, rulesByKind } from './by-kind'
import { oneForEachCause } from './one-cause'
import type { Problem } from './problem'
import { type CheckElement, checkAll, recheck } from './recheck'
import { rules } from './registry'
import type { Finding, Rule } from './rule'

/** Lists of rules are few, and asked for again and again. */
const sorted: (some: readonly Rule[]) => RulesByKind = memo(rulesByKind)

const all = sorted(rules)

/**
 * Every problem of a design: errors first, then in the order of the design. Moving a box gives the same list again, and
 * an edit checks only those elements again whose answers rest on something that it changed.
 */
export function validate(design: Meaningful): readonly Problem[] {
  return problemsOf(graphOf(design))
}

const problemsOf: (graph: Graph) => readonly Problem[] = memo((graph: Graph) => recheck(graph, checkWithAll))

/** The same for those who ask about a design once: a fifth faster, since nothing is noted for the next time. */
export function validateOnce(design: Meaningful): readonly Problem[] {
  return checkAll(graphOf(design), checkWithAll)
}

/** The problems that some rules find; `validate` is this with all of them. */
export function validateWith(design: Meaningful, some: readonly Rule[]): readonly Problem[] {
  return checkAll(graphOf(design), checkWith(sorted(some)))
}

function checkWithAll(graph: Graph, id: string): readonly Problem[] {
  return check(graph, id, all)
}

function checkWith(byKind: RulesByKind): CheckElement {
  return (graph, id) => check(graph, id, byKind)
}

const NOTHING: readonly Problem[] = []

/** The problems of one element. */
function check(graph: Graph, id: string, byKind: RulesByKind): readonly Problem[] {
  const element = graph.element(id)
  const kind = element && kindOf(element.kind)
  const applying = element && byKind.get(element.kind)
  if (!kind || !applying) return NOTHING
  const problems: Problem[] = []
  // One `report` serves every rule: this runs on each edit, thousands of times.
  let asked: Rule | undefined
  const report = (finding: Finding) => {
    if (asked) problems.push(toProblem(asked, id, finding))
  }
  const { spec } = viewOf(kind, element.spec)
  const context = { id, element, spec, graph, report }
  for (const rule of applying.asked(spec)) {
    asked = rule
    rule.check(context)
  }
  return problems.length === 0 ? NOTHING : oneForEachCause(problems)
}

function toProblem(rule: Rule, element: string, finding: Finding): Problem {
  const { at, values = NO_VALUES, variant, severity = rule.severity, fix } = finding
  const words = (variant === undefined ? undefined : rule.variants?.[variant]) ?? rule.message
  const message = fill(words, values)
  return fix
    ? { rule: rule.id, severity, element, path: at, message, words, values, fix }
    : { rule: rule.id, severity, element, path: at, message, words, values }
}

const NO_VALUES: NonNullable<Finding['values']> = {}
