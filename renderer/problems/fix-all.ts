/** Fixing every problem of one rule in one undo step. */
import type { Problem } from '../../shared/rules/problem'
import { validate } from '../../shared/rules/validate'
import { type App, designOf } from '../store'

/**
 * Fixes are made for the design as it was when their problem was found, and one may move what another points at. So
 * each round fixes one problem of every element and looks again, until nothing is left or nothing helps.
 */
export function fixAll(
  app: App,
  rule: string,
  label: string,
): { readonly done: number; readonly left: number } {
  const fixable = () => validate(designOf(app.store.getState())).filter((p) => p.rule === rule && p.fix)
  app.seal()
  const mergeKey = `fix-all#${rule}`
  const start = fixable().length
  let open = fixable()
  while (open.length > 0) {
    const round = onePerElement(open)
    app.edit(
      label,
      (draft) => {
        for (const problem of round) problem.fix?.apply(draft)
      },
      { mergeKey },
    )
    const rest = fixable()
    if (rest.length >= open.length) break
    open = rest
  }
  app.seal()
  const left = fixable().length
  return { done: start - left, left }
}

function onePerElement(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [problem.element, problem])).values()]
}
