/** What a change of a design does to its cost. */
import type { Estimate } from './estimate'
import type { RunnerCost, Sum } from './totals'

/** US dollars a month before and after; a side is undefined where there was nothing of it. */
export interface Change {
  readonly before: number | undefined
  readonly after: number | undefined
  readonly change: number
}

export interface OwnedChange extends Change {
  /** The service, standalone task or cluster. */
  readonly element: string
}

export interface CostDifference {
  readonly total: Change
  /** Of services and standalone tasks, each that either side has. */
  readonly runners: readonly OwnedChange[]
  readonly clusters: readonly OwnedChange[]
  /** What belongs to no single cluster. */
  readonly shared: Change
  /** Do both rest on the same Region and hours? Else the difference is not the design's alone. */
  readonly isAlike: boolean
}

/** The difference between two estimates; ids that are the same on both sides are of the same element. */
export function costDifference(before: Estimate, after: Estimate): CostDifference {
  return {
    total: changeOf(before.monthly, after.monthly),
    runners: changesOf(byElement(runnersOf(before), runner), byElement(runnersOf(after), runner)),
    clusters: changesOf(byElement(before.clusters, cluster), byElement(after.clusters, cluster)),
    shared: changeOf(before.shared.monthly, after.shared.monthly),
    isAlike: before.region === after.region && before.hours === after.hours,
  }
}

const runner = (cost: RunnerCost) => cost.runner
const cluster = (cost: { readonly cluster: string }) => cost.cluster

/** What every service and standalone task costs, in a cluster or in none. */
export function runnersOf({ clusters, runners }: Estimate): readonly RunnerCost[] {
  return [...clusters.flatMap((one) => one.runners), ...runners]
}

function byElement<T extends Sum>(costs: readonly T[], id: (cost: T) => string): ReadonlyMap<string, number> {
  return new Map(costs.map((cost) => [id(cost), cost.monthly]))
}

function changesOf(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): readonly OwnedChange[] {
  const ids = new Set([...after.keys(), ...before.keys()])
  return [...ids].map((element) => ({ element, ...changeOf(before.get(element), after.get(element)) }))
}

function changeOf(before: number | undefined, after: number | undefined): Change {
  return { before, after, change: (after ?? 0) - (before ?? 0) }
}
