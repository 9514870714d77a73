/** The problem signs of rows. */
import { memo } from '../../shared/basics/memo'
import type { Badge } from '../../shared/figures/paint'
import type { Problem } from '../../shared/rules/problem'
import { badgeOf, worst } from '../canvas/badges'
import type { OutlineRow } from './outline-rows'

/** What is drawn in each element, at any depth, and has problems: added up on the way out. */
const within = memo((parents: ReadonlyMap<string, string>) =>
  memo((problems: readonly Problem[]) => {
    const lists = new Map<string, Problem[]>()
    for (const problem of problems) {
      if (problem.severity === 'advice') continue
      for (let at: string | undefined = problem.element; at !== undefined; at = parents.get(at)) {
        const list = lists.get(at)
        if (list) list.push(problem)
        else lists.set(at, [problem])
      }
    }
    return lists
  }),
)

/** The worst problem that a row stands for: its own, or, while it is closed, of all that is in it. */
export function badgeOfRow(
  parents: ReadonlyMap<string, string>,
  problems: readonly Problem[],
  { id, pointer, open }: OutlineRow,
): Badge | undefined {
  if (pointer !== undefined) {
    const mine = within(parents)(problems).get(id) ?? []
    const path = `${pointer}/`
    return worst(mine.filter((one) => one.element === id && `${one.path}/`.startsWith(path)))
  }
  return open === false ? worst(within(parents)(problems).get(id) ?? []) : badgeOf(problems, [id])
}
