/** The difference of the estimated cost, line by line. Pure. */
import type { Change as CostChange, CostDifference } from '../../shared/cost/difference'

export interface CostLine {
  readonly id: string
  /** `element`: a cluster with all in it, a service or a task. `shared`: what belongs to no single cluster. */
  readonly of: 'total' | 'element' | 'shared'
  readonly element?: string
  readonly change: CostChange
}

/** Less can't be seen in dollars and cents. */
const LEAST = 0.005

/** The total first, then each cluster and each service that costs more or less; nothing where nothing costs anything. */
export function costLines({ total, clusters, runners, shared }: CostDifference): readonly CostLine[] {
  if ((total.before ?? 0) < LEAST && (total.after ?? 0) < LEAST) return []
  const parts: readonly CostLine[] = [
    ...[...clusters, ...runners].map(
      ({ element, ...change }): CostLine => ({ id: `cost ${element}`, of: 'element', element, change }),
    ),
    { id: 'cost shared', of: 'shared', change: shared },
  ]
  const changed = parts.filter(({ change }) => Math.abs(change.change) >= LEAST)
  return [{ id: 'cost total', of: 'total', change: total }, ...changed]
}
