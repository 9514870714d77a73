import { use } from 'react'
import type { PriceTable } from '../../shared/cost/price-table'

let loading: Promise<PriceTable> | undefined

/** The prices that come with the app; loaded once, when they are first wanted. */
export function loadPrices(): Promise<PriceTable> {
  loading ??= import('./price-files').then(({ builtInPrices }) => builtInPrices)
  return loading
}

/** The same in a component, which is suspended until they are there. */
export function usePrices(): PriceTable {
  return use(loadPrices())
}
