import { kindOf } from '../../shared/elements/kinds'
import type { Problem } from '../../shared/rules/problem'
import { validate } from '../../shared/rules/validate'
import { centerOn } from '../canvas/camera'
import { type App, designOf } from '../store'

/** Selects what a problem is about, its row included, and brings it into view. */
export function showProblem(app: App, problem: Problem): void {
  const element = designOf(app.store.getState()).elements[problem.element]
  const rows = (element && kindOf(element.kind)?.rows?.(element.spec)) ?? []
  const row = rows.find(({ pointer }) => `${problem.path}/`.startsWith(`${pointer}/`))
  app.select([problem.element], row && { element: problem.element, pointer: row.pointer })
  centerOn([problem.element])
}

/** The next or previous problem after the selected element. */
export function goToProblem(app: App, direction: 1 | -1): void {
  const state = app.store.getState()
  const problems = validate(designOf(state))
  if (problems.length === 0) {
    app.notify({ kind: 'info', text: 'No problems found.' })
    return
  }
  const at = problems.findIndex((p) => state.selection.ids.has(p.element))
  const start = at === -1 && direction === -1 ? 0 : at
  const next = problems[(start + direction + problems.length) % problems.length]
  app.patch({ bottomTab: 'problems' })
  if (next) showProblem(app, next)
}
