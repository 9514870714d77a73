import { useDeferredValue, useMemo } from 'react'
import { type Estimate, estimateOf } from '../../shared/cost/estimate'
import { useAppState } from '../app-context'
import { designOf } from '../store'
import { usePrices } from './prices'

/**
 * The estimate of the design as it is. Moving a box asks for no new one, and typing does not wait for it. Only who looks at
 * costs calls this: the prices are loaded then.
 */
export function useEstimate(): Estimate {
  const prices = usePrices()
  const elements = useAppState((state) => designOf(state).elements)
  const connections = useAppState((state) => designOf(state).connections)
  const region = useAppState((state) => designOf(state).region)
  const account = useAppState((state) => designOf(state).account)
  const assumed = useAppState((state) => designOf(state).estimate)
  const now = useMemo(
    () => ({
      elements,
      connections,
      ...(region === undefined ? {} : { region }),
      ...(account === undefined ? {} : { account }),
      ...(assumed === undefined ? {} : { estimate: assumed }),
    }),
    [elements, connections, region, account, assumed],
  )
  const design = useDeferredValue(now)
  return useMemo(() => estimateOf(design, prices), [design, prices])
}
