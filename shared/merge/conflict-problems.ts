/** What a merge left open, as problems: a design with it must not pass a check unseen. */
import type { Design } from '../design/design'
import type { Problem } from '../rules/problem'
import { english, term } from '../texts/text'

export interface ConflictProblem extends Problem {
  /** The id of the conflict. */
  readonly conflict: string
}

const UNSETTLED = term(
  'Both sides of a merge changed this in different ways. Open the design in Fairlead and choose one.',
)

/** One error for each open conflict. It is about the merge, not about AWS: no rule finds it and nobody can waive it. */
export function conflictProblems(design: Design): readonly ConflictProblem[] {
  return Object.entries(design.conflicts ?? {}).map(([conflict, { id = '', pointer }]) => ({
    conflict,
    rule: 'merge-conflict',
    severity: 'error',
    element: id,
    path: pointer.replace(/^\/spec(?=\/|$)/, ''),
    ...UNSETTLED,
    message: english(UNSETTLED),
  }))
}
