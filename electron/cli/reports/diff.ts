import type { Comparison } from '../../../shared/review/compare/comparison'
import type { Translate } from '../../../shared/texts/translate'
import type { CostChange } from '../cost-change'

export interface DiffInput {
  readonly comparison: Comparison
  /** What was compared, for a heading. */
  readonly title: string
  /** Also what only moved. */
  readonly layout: boolean
  readonly words: Translate
  /** ISO date: a waiver may be over. */
  readonly today: string
  /** What the change does to the estimated cost; absent where nothing is known of it. */
  readonly cost?: CostChange
}

/** What `diff` prints. */
export type DiffReport = (input: DiffInput) => string
