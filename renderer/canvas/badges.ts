/** Which elements and rows carry a problem sign: those with errors and warnings. */
import { memo } from '../../shared/basics/memo'
import type { FigureRow } from '../../shared/figures/mark'
import type { Badge } from '../../shared/figures/paint'
import { type Problem, severities } from '../../shared/rules/problem'

const byElement = memo((problems: readonly Problem[]) => {
  const map = new Map<string, Problem[]>()
  for (const problem of problems) {
    // Advice is found in the panel and in the inspector: a sign on every element would be read by nobody.
    if (problem.severity === 'advice') continue
    const list = map.get(problem.element)
    if (list) list.push(problem)
    else map.set(problem.element, [problem])
  }
  return map
})

/** The worst severity among the problems of elements, and how many there are. */
export function badgeOf(problems: readonly Problem[], ids: readonly string[]): Badge | undefined {
  const known = byElement(problems)
  return worst(ids.flatMap((id) => known.get(id) ?? []))
}

/** The same for each row that has problems of its own. */
export function badgesOfRows(
  problems: readonly Problem[],
  id: string,
  rows: readonly FigureRow[],
): { row: FigureRow; badge: Badge }[] {
  const mine = byElement(problems).get(id)
  if (!mine) return []
  return rows.flatMap((row) => {
    const { pointer, element } = row
    const badge =
      element === undefined
        ? worst(
            mine.filter(
              (p) => pointer !== undefined && (p.path === pointer || p.path.startsWith(`${pointer}/`)),
            ),
          )
        : badgeOf(problems, [element])
    return badge ? [{ row, badge }] : []
  })
}

/** The worst severity among problems, and how many there are. */
export function worst(problems: readonly Problem[]): Badge | undefined {
  const severity = severities.find((s) => problems.some((p) => p.severity === s))
  return severity && { severity, count: problems.length }
}
