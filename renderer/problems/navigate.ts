import { graphOf, nameOf } from '../../shared/graph/graph'
import { keyOf } from '../../shared/rules/mend'
import type { Problem } from '../../shared/rules/problem'
import { centerOn } from '../canvas/camera'
import { revealField, showField } from '../inspector/reveal-field'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { judgedOf } from './judged'

/**
 * Selects what a problem is about, its row included, and brings it and its field into view. Asked for once more, the
 * keyboard goes into the field.
 */
export function showProblem(app: App, problem: Problem): void {
  const { shownProblem, selection } = app.store.getState()
  const again = shownProblem === keyOf(problem) && selection.ids.has(problem.element)
  app.patch({ shownProblem: keyOf(problem) })
  centerOn([problem.element])
  if (again) revealField(app, problem.element, problem.path)
  else showField(app, problem.element, problem.path)
}

/**
 * The next or previous problem, in the order of the design: after the one that was shown last, or after those of the
 * selected element.
 */
export function goToProblem(app: App, direction: 1 | -1): void {
  const state = app.store.getState()
  const design = designOf(state)
  const order = new Map(Object.keys(design.elements).map((id, index) => [id, index]))
  const at = (id: string) => order.get(id) ?? 0
  const problems = [...judgedOf(design).open].sort((a, b) => at(a.element) - at(b.element))
  if (problems.length === 0) {
    app.notify({ kind: 'info', text: t('problems.none') })
    return
  }
  const next = problems[nextIndex(problems, state.shownProblem, [...state.selection.ids], direction, at)]
  if (!next) return
  app.patch({ bottomTab: 'problems' })
  showProblem(app, next)
  const name = nameOf(graphOf(design), next.element)
  const severity = t(`problems.${next.severity}`)
  app.announce(t('problems.shown', { severity, name, message: words(next) }))
}

function nextIndex(
  problems: readonly Problem[],
  shown: string | undefined,
  selected: readonly string[],
  direction: 1 | -1,
  at: (id: string) => number,
): number {
  const last = problems.findIndex((one) => selected.includes(one.element) && keyOf(one) === shown)
  if (last !== -1) return (last + direction + problems.length) % problems.length
  const here = Math.min(...selected.map(at))
  const after = problems.findIndex((one) =>
    direction === 1 ? at(one.element) >= here : at(one.element) > here,
  )
  if (direction === 1) return after === -1 || !Number.isFinite(here) ? 0 : after
  return (after === -1 || !Number.isFinite(here) ? problems.length : after) - 1
}
