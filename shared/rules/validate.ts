/** Runs the rules over a design. Pure and synchronous, fast enough for every edit. */

import { memo } from '../basics/memo'
import type { Meaningful } from '../design/design'
import { kindOf } from '../elements/kinds'
import { viewOf } from '../elements/view'
import { type Graph, graphOf } from '../graph/graph'
import { rules } from './registry'
import type { Finding, Fix, Rule, Severity } from './rule'

export interface Problem {
  readonly rule: string
  readonly severity: Severity
  readonly element: string
  /** JSON pointer into the element's spec. */
  readonly path: string
  readonly message: string
  readonly fix?: Fix
}

export const severities: readonly Severity[] = ['error', 'warning', 'advice']

const rulesByKind: ReadonlyMap<string, readonly Rule[]> = group(rules)

/** Every problem of a design: errors first, then in the order of the design. Moving a box gives the same list again. */
export function validate(design: Meaningful): readonly Problem[] {
  return problemsOf(graphOf(design))
}

const problemsOf: (graph: Graph) => readonly Problem[] = memo((graph: Graph) => check(graph, rulesByKind))

/** The problems that some rules find; `validate` is this with all of them. */
export function validateWith(design: Meaningful, some: readonly Rule[]): readonly Problem[] {
  return check(graphOf(design), group(some))
}

function check(graph: Graph, byKind: ReadonlyMap<string, readonly Rule[]>): readonly Problem[] {
  const problems: Problem[] = []
  // One `report` serves every rule and element: this runs on each edit, thousands of times.
  let asked: { readonly rule: Rule; readonly element: string } | undefined
  const report = (finding: Finding) => {
    if (asked) problems.push(toProblem(asked.rule, asked.element, finding))
  }
  for (const [kindName, ids] of graph.byKind) {
    const kind = kindOf(kindName)
    const applying = byKind.get(kindName)
    if (!kind || !applying) continue
    for (const id of ids) {
      const element = graph.design.elements[id]
      if (!element) continue
      const context = { id, element, spec: viewOf(kind, element.spec).spec, graph, report }
      for (const rule of applying) {
        asked = { rule, element: id }
        rule.check(context)
      }
    }
  }
  return problems.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
}

function toProblem(rule: Rule, element: string, { at, values, fix }: Finding): Problem {
  const message = fill(rule.message, values ?? {})
  return { rule: rule.id, severity: rule.severity, element, path: at, message, ...(fix ? { fix } : {}) }
}

/** Puts values into the `{names}` of a message. */
export function fill(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  )
}

function group(some: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const map = new Map<string, Rule[]>()
  for (const rule of some) {
    for (const kind of rule.on) map.set(kind, [...(map.get(kind) ?? []), rule])
  }
  return map
}
