import { type CostDifference, costDifference } from '../../shared/cost/difference'
import { estimateOf } from '../../shared/cost/estimate'
import type { Comparison } from '../../shared/review/compare/comparison'
import { loadPrices } from '../cost/prices'
import { useAfterPaint } from './after-paint'
import type { Comparing } from './comparing'

/** What the changes do to the estimated cost; undefined until the prices are there. */
export function useCostDifference({ comparison }: Comparing): CostDifference | undefined {
  return useAfterPaint(comparison, costOf)
}

async function costOf({ before, after }: Comparison): Promise<CostDifference> {
  const table = await loadPrices()
  return costDifference(estimateOf(before, table), estimateOf(after, table))
}
