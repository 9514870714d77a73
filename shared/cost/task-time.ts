/** How long the tasks of a service or standalone task run in a month. */
import { service } from '../elements/service'
import { task } from '../elements/task'
import { specOf } from '../graph/spec'
import { term } from '../texts/text'
import type { Quantity } from './charge'
import type { CostContext } from './cost'
import { hoursOf } from './inputs'
import { type Count, tasksOf } from './tasks'

export interface Running {
  readonly count: Count
  /** How often in the month; none for tasks that always run. */
  readonly runs: readonly Quantity[]
  /** Hours in the month, or of one run. */
  readonly hours: number
}

/** The tasks of a service run all the time; a standalone task as often and as long as is entered. */
export function runningOf(context: CostContext): Running | undefined {
  const { graph, id, element, need } = context
  if (element.kind === service.kind) {
    const count = tasksOf(context)
    return count && { count, runs: [], hours: hoursOf(context) }
  }
  const runs = need({ name: 'runs', label: term('Runs a month') })
  const minutes = need({ name: 'minutes', label: term('Minutes a run') })
  if (runs === undefined || minutes === undefined) return undefined
  return {
    count: { amount: specOf(graph, task, id)?.count ?? 1 },
    runs: [{ amount: runs, unit: 'run' }],
    hours: Math.max(SHORTEST, minutes) / 60,
  }
}

/** Minutes that a run is billed for at least. */
const SHORTEST = 1
