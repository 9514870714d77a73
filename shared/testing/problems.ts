/** What tests about the whole catalogue share: every example as a design, and problems that can be compared. */
import type { Design } from '../design/design'
import type { Problem } from '../rules/problem'
import type { Rule } from '../rules/rule'

/** All that the examples of a rule draw, right and wrong. */
export function exampleDesigns({ examples }: Rule): readonly Design[] {
  const { valid, invalid } = examples()
  return [...Object.values(valid), ...Object.values(invalid).map(({ design }) => design)]
}

/** Fixes are functions; what they are called stands for them. */
export function plain(problems: readonly Problem[]) {
  return problems.map(({ fix, ...rest }) => ({ ...rest, fix: fix?.title }))
}
