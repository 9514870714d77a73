import { useEffect, useState } from 'react'
import { type CostDifference, costDifference } from '../../shared/cost/difference'
import { estimateOf } from '../../shared/cost/estimate'
import { loadPrices } from '../cost/prices'
import type { Comparing } from './comparing'

/** What the changes do to the estimated cost; undefined until the prices are there. */
export function useCostDifference({ comparison }: Comparing): CostDifference | undefined {
  const [found, setFound] = useState<{ readonly of: object; readonly cost: CostDifference }>()
  useEffect(() => {
    let wanted = true
    void loadPrices().then((table) => {
      if (!wanted) return
      const { before, after } = comparison
      setFound({ of: comparison, cost: costDifference(estimateOf(before, table), estimateOf(after, table)) })
    })
    return () => {
      wanted = false
    }
  }, [comparison])
  return found?.of === comparison ? found.cost : undefined
}
