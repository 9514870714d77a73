/** Problems as the panel lists them: by element, filtered by severity. Pure. */
import type { Design } from '../../shared/design/design'
import { type Problem, severities } from '../../shared/rules/problem'
import type { Severity } from '../../shared/rules/rule'
import type { JudgedProblem } from '../../shared/rules/waivers'

export interface ProblemRow {
  /** Stays the same as long as the problem is the same, so that an open explanation stays open. */
  readonly id: string
  readonly problem: JudgedProblem
}

export interface ProblemGroup {
  /** The element's id. */
  readonly id: string
  readonly rows: readonly ProblemRow[]
}

/**
 * Groups in the order of their worst problem, then of the design; in each the worst problem first, and what is waived last.
 */
export function groupProblems(
  problems: readonly JudgedProblem[],
  shown: ReadonlySet<Severity>,
  elements: Design['elements'],
): ProblemGroup[] {
  const groups = new Map<string, ProblemRow[]>()
  const idFor = rowIds()
  for (const problem of problems) {
    if (!shown.has(problem.severity)) continue
    const row = { id: idFor(problem), problem }
    const rows = groups.get(problem.element)
    if (rows) rows.push(row)
    else groups.set(problem.element, [row])
  }
  const order = new Map(Object.keys(elements).map((id, index) => [id, index]))
  return [...groups]
    .map(([id, rows]) => ({ id, rows: rows.sort((a, b) => rank(a) - rank(b)) }))
    .sort((a, b) => rank(a.rows[0]) - rank(b.rows[0]) || (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
}

/** The id of a problem's row; problems of one rule at one place are counted. */
function rowIds(): (problem: Problem) => string {
  const times = new Map<string, number>()
  return (problem) => {
    const id = `${problem.element} ${problem.rule} ${problem.path}`
    const again = times.get(id) ?? 0
    times.set(id, again + 1)
    return again === 0 ? id : `${id} ~${again}`
  }
}

const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 }

function rank(row: ProblemRow | undefined): number {
  if (!row) return 2 * severities.length
  return RANKS[row.problem.severity] + (row.problem.waiver ? severities.length : 0)
}

/** How many there are of each severity. */
export function countBySeverity(problems: readonly Problem[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, advice: 0 }
  for (const { severity } of problems) counts[severity]++
  return counts
}

export interface Fixable {
  readonly rule: string
  readonly severity: Severity
  readonly count: number
}

/** Rules of which two problems or more can be fixed at once: the worst first, then those with the most. */
export function fixableRules(problems: readonly Problem[]): Fixable[] {
  const rules = new Map<string, { severity: Severity; count: number }>()
  for (const { rule, severity, fix } of problems) {
    if (!fix) continue
    const known = rules.get(rule)
    if (!known) rules.set(rule, { severity, count: 1 })
    else {
      known.count++
      if (RANKS[severity] < RANKS[known.severity]) known.severity = severity
    }
  }
  return [...rules]
    .filter(([, { count }]) => count > 1)
    .map(([rule, known]) => ({ rule, ...known }))
    .sort((a, b) => RANKS[a.severity] - RANKS[b.severity] || b.count - a.count)
}
