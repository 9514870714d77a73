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
  for (const problem of problems) {
    if (!shown.has(problem.severity)) continue
    const rows = groups.get(problem.element) ?? []
    const id = `${problem.element} ${problem.rule} ${problem.path}`
    const again = rows.filter((row) => row.id === id || row.id.startsWith(`${id} ~`)).length
    rows.push({ id: again === 0 ? id : `${id} ~${again}`, problem })
    groups.set(problem.element, rows)
  }
  const order = new Map(Object.keys(elements).map((id, index) => [id, index]))
  const rank = (row: ProblemRow | undefined) =>
    severities.indexOf(row?.problem.severity ?? 'advice') + (row?.problem.waiver ? severities.length : 0)
  return [...groups]
    .map(([id, rows]) => ({ id, rows: [...rows].sort((a, b) => rank(a) - rank(b)) }))
    .sort((a, b) => rank(a.rows[0]) - rank(b.rows[0]) || (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
}

/** How many there are of each severity. */
export function countBySeverity(problems: readonly Problem[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, advice: 0 }
  for (const { severity } of problems) counts[severity]++
  return counts
}

export interface Fixable {
  readonly rule: string
  readonly count: number
}

/** Rules of which two problems or more can be fixed at once, those with the most first. */
export function fixableRules(problems: readonly Problem[]): Fixable[] {
  const counts = new Map<string, number>()
  for (const { rule, fix } of problems) if (fix) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([rule, count]) => ({ rule, count }))
    .sort((a, b) => b.count - a.count)
}
