/** How many tasks run, by the drawing and by what was entered, and which of them are Spot. */
import { FARGATE_SPOT } from '../aws/facts/capacity-providers'
import { scalingPolicy } from '../elements/scaling-policy'
import { service } from '../elements/service'
import { type Graph, incoming } from '../graph/graph'
import { specOf } from '../graph/spec'
import { type StrategyItem, strategyOf } from '../graph/strategy'
import { term } from '../texts/text'
import type { Quantity } from './charge'
import type { CostContext } from './cost'

/** Tasks that run on average, and how few and many there may be. */
export interface Count {
  readonly amount: number
  readonly least?: number
  readonly most?: number
}

/** The tasks of a service: the desired ones or those that were entered, and the limits of its scaling. */
export function tasksOf(context: CostContext): Count | undefined {
  const { graph, id } = context
  const limits = limitsOf(graph, id)
  const desired = specOf(graph, service, id)?.desiredCount ?? limits?.least
  const amount = context.need({
    name: 'tasks',
    label: term('Tasks on average'),
    ...(desired === undefined ? {} : { assumed: desired }),
  })
  if (amount === undefined) return undefined
  return limits ? { amount, ...limits } : { amount }
}

/** The least and the most that the scaling policies of a service allow together. */
function limitsOf(graph: Graph, id: string): { least: number; most: number } | undefined {
  const specs = incoming(graph, id, 'scales').map(({ from }) => specOf(graph, scalingPolicy, from))
  const limits = specs.flatMap((spec) =>
    spec?.MinCapacity === undefined || spec.MaxCapacity === undefined
      ? []
      : [[spec.MinCapacity, spec.MaxCapacity] as const],
  )
  if (limits.length === 0) return undefined
  const least = Math.min(...limits.map(([min]) => min))
  return { least, most: Math.max(least, ...limits.map(([, max]) => max)) }
}

/** Tasks of the ordinary sort and Spot tasks: as the bases and weights of the strategy in effect share them out. */
export function bySpot(graph: Graph, runner: string, count: Count): { plain: Count; spot: Count } {
  const items = strategyOf(graph, runner)?.items ?? []
  const share = (tasks: number) => spotShare(items, tasks)
  const of = (part: (tasks: number) => number): Count => ({
    amount: part(count.amount),
    ...(count.least === undefined ? {} : { least: part(count.least) }),
    ...(count.most === undefined ? {} : { most: part(count.most) }),
  })
  return { plain: of((tasks) => tasks - share(tasks)), spot: of(share) }
}

/**
 * How many of some tasks a strategy places on Fargate Spot: the bases first, the others by weight, whole tasks where it
 * is whole tasks that are shared out.
 */
export function spotShare(items: readonly StrategyItem[], tasks: number): number {
  let rest = tasks
  let spot = 0
  for (const { capacityProvider, base = 0 } of items) {
    const placed = Math.min(rest, Math.max(0, base))
    rest -= placed
    if (capacityProvider === FARGATE_SPOT) spot += placed
  }
  const weightOf = ({ weight = 0 }: StrategyItem) => Math.max(0, weight)
  const weights = items.reduce((sum, item) => sum + weightOf(item), 0)
  if (weights === 0) return spot
  const weight = items
    .filter((item) => item.capacityProvider === FARGATE_SPOT)
    .reduce((sum, item) => sum + weightOf(item), 0)
  const share = (rest * weight) / weights
  return spot + (Number.isInteger(rest) ? Math.round(share) : share)
}

/** The count as a factor of a sum. */
export function asQuantity(count: Count, unit: Quantity['unit']): Quantity {
  return { ...count, unit }
}

/** Is there any of it, now or after scaling? */
export function isAny({ amount, most = 0 }: Count): boolean {
  return amount > 0 || most > 0
}
