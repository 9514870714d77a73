/** What a change of a design does to its estimated cost, in a sentence. */
import { costDifference } from '../../shared/cost/difference'
import { estimateOf } from '../../shared/cost/estimate'
import { isVisible, money, moneyChange } from '../../shared/cost/money'
import type { Comparison } from '../../shared/review/compare/comparison'
import { say, type Text } from '../../shared/texts/text'
import type { Io } from './io'
import { readPrices } from './prices'

export interface CostChange {
  /** US dollars a month. */
  readonly before: number
  readonly after: number
  readonly change: number
  readonly text: Text
}

/** By the prices that come with the app; undefined where nothing is known, or nothing changes. */
export async function costChange(
  io: Io,
  { before, after }: Pick<Comparison, 'before' | 'after'>,
): Promise<CostChange | undefined> {
  const table = await readPrices(io)
  if (!table.ok) return undefined
  const { total, isAlike } = costDifference(estimateOf(before, table.value), estimateOf(after, table.value))
  if (!isAlike || !isVisible(total.change)) return undefined
  const { before: was = 0, after: is = 0, change } = total
  const text = say`Estimated cost: ${money(was)} → ${money(is)} a month (${moneyChange(change)}).`
  return { before: was, after: is, change, text }
}
