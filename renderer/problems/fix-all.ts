/** Fixing every problem of one rule in one undo step. */
import { become } from '../../shared/design/become'
import { mend } from '../../shared/rules/mend'
import { type App, designOf } from '../store'

/** Says how many were fixed, and how many of those with a fix are left. */
export function fixAll(
  app: App,
  rule: string,
  label: string,
): { readonly done: number; readonly left: number } {
  const before = designOf(app.store.getState())
  const { design, done, left } = mend(before, (problem) => problem.rule === rule && problem.fix !== undefined)
  app.edit(label, (draft) => become(draft, design))
  return { done: done.length, left: left.length }
}
