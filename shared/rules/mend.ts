/** Mending many problems at once. */
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import type { Problem } from './problem'
import { validate } from './validate'

export interface Mended {
  readonly design: Design
  /** The problems whose fix was applied, in that order. */
  readonly done: readonly Problem[]
  /** The problems that are still there, with or without a fix. */
  readonly left: readonly Problem[]
}

/**
 * Applies the fixes of the problems that are meant, until none is left or nothing helps. A fix is made for the design in
 * which its problem was found, and one may move what another points at: so each round fixes one problem of every element
 * and looks again.
 */
export function mend(design: Design, meant: (problem: Problem) => boolean): Mended {
  const done: Problem[] = []
  const tried = new Set<string>()
  let mended = design
  for (;;) {
    const open = validate(mended).filter(meant)
    const round = onePerElement(open.filter((problem) => problem.fix && !tried.has(keyOf(problem))))
    if (round.length === 0) return { design: mended, done, left: open }
    mended = edit(mended, (draft) => {
      for (const { fix } of round) fix?.apply(draft)
    }).design
    for (const problem of round) {
      // A fix that brings its own problem back must not be tried for ever.
      tried.add(keyOf(problem))
      done.push(problem)
    }
  }
}

/** Says the same problem again: the rule, the element, the place and the words. */
export function keyOf({ rule, element, path, message }: Problem): string {
  return `${rule} ${element}${path} ${message}`
}

function onePerElement(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [problem.element, problem])).values()]
}
