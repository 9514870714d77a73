/** Sums by cluster and by service. */
import type { Range } from './charge'
import type { Gap, Item } from './item'
import type { Owner } from './owner'

export interface Sum {
  /** US dollars a month, not rounded. */
  readonly monthly: number
  /** What it may go down and up to by scaling; the sum itself where nothing scales. */
  readonly range: Range
}

/** Lines of the estimate that belong together, with their sum and what it leaves out. */
export interface Group extends Sum {
  readonly items: readonly Item[]
  readonly gaps: readonly Gap[]
}

/** What one service or standalone task costs. */
export interface RunnerCost extends Group {
  readonly runner: string
}

/** What one cluster costs: the sum is of its services and of what they share; the items are only the latter. */
export interface ClusterCost extends Group {
  readonly cluster: string
  readonly runners: readonly RunnerCost[]
}

export interface Totals {
  readonly clusters: readonly ClusterCost[]
  /** Services and standalone tasks that are in no cluster of the drawing. */
  readonly runners: readonly RunnerCost[]
  /** What belongs to no single cluster: the network, and what several clusters share. */
  readonly shared: Group
}

/** The sum of some lines. */
export function sumOf(items: readonly Item[]): Sum {
  let monthly = 0
  let least = 0
  let most = 0
  for (const item of items) {
    monthly += item.monthly
    least += item.range?.least ?? item.monthly
    most += item.range?.most ?? item.monthly
  }
  return { monthly, range: { least, most } }
}

/** Shares lines out to the services and clusters that they belong to; those without a line are there, too. */
export function totalsOf(items: readonly Item[], gaps: readonly Gap[], owners: readonly Owner[]): Totals {
  const clusters = new Map<string, Bin>()
  const runners = new Map<string, Bin>()
  const shared: Bin = { items: [], gaps: [], runners: new Map() }
  const binOf = ({ cluster, runner }: Owner): Bin => {
    const home = cluster === undefined ? undefined : at(clusters, cluster)
    if (runner === undefined) return home ?? shared
    return at(home?.runners ?? runners, runner)
  }
  for (const owner of owners) binOf(owner)
  for (const item of items) binOf(item).items.push(item)
  for (const gap of gaps) binOf(gap).gaps.push(gap)
  return {
    clusters: [...clusters].map(([cluster, bin]) => {
      const own = runnersIn(bin.runners)
      const all = [...bin.items, ...own.flatMap((runner) => runner.items)]
      return { cluster, ...groupOf(bin), ...sumOf(all), runners: own }
    }),
    runners: runnersIn(runners),
    shared: groupOf(shared),
  }
}

interface Bin {
  readonly items: Item[]
  readonly gaps: Gap[]
  readonly runners: Map<string, Bin>
}

function at(bins: Map<string, Bin>, key: string): Bin {
  const bin = bins.get(key) ?? { items: [], gaps: [], runners: new Map() }
  bins.set(key, bin)
  return bin
}

function runnersIn(bins: ReadonlyMap<string, Bin>): readonly RunnerCost[] {
  return [...bins].map(([runner, bin]) => ({ runner, ...groupOf(bin) }))
}

function groupOf({ items, gaps }: Bin): Group {
  return { items, gaps, ...sumOf(items) }
}
