/** What runs on what, in the few words that a header has room for. */
import { FARGATE, FARGATE_SPOT } from '../../aws/facts/capacity-providers'
import { toText } from '../../basics/convert'
import { type InstanceGroup, instancesIn } from '../../graph/capacity'
import { type Graph, targetOf } from '../../graph/graph'
import { type LaunchType, launchOf } from '../../graph/runs'
import { ownStrategy, providerOf, type StrategyItem, strategyOf } from '../../graph/strategy'
import { say, type Text, term } from '../../texts/text'

const launchNames: Readonly<Record<LaunchType, Text>> = {
  EC2: 'EC2',
  FARGATE: 'Fargate',
  EXTERNAL: term('External'),
  MANAGED_INSTANCES: term('Managed Instances'),
}

/** A map: in a design, a provider may have any name, that of a method of all objects included. */
const builtIn: ReadonlyMap<string, string> = new Map([
  [FARGATE, 'Fargate'],
  [FARGATE_SPOT, 'Fargate Spot'],
])

/**
 * What a service or task runs on, in the console's words: the launch type, or how a capacity provider strategy shares
 * its tasks out; undefined where the drawing does not say.
 */
export function capacityName(graph: Graph, id: string): Text | undefined {
  const shares = sharesText(graph, strategyOf(graph, id)?.items ?? [])
  if (shares !== undefined) return shares
  const launch = launchOf(graph, id)
  return launch && launchNames[launch]
}

/** What tasks of a cluster run on that say nothing themselves, else the capacity that AWS offers it. */
export function clusterCapacity(graph: Graph, id: string): Text | undefined {
  const shares = sharesText(graph, ownStrategy(graph, id))
  if (shares !== undefined) return shares
  const listed = graph.element(id)?.spec.capacityProviders
  const names = Array.isArray(listed) ? listed.flatMap((name) => builtIn.get(toText(name)) ?? []) : []
  return names.length === 0 ? undefined : names.join(', ')
}

/** `Fargate Spot 4 : Fargate 1`, with how many tasks come first to one of them. */
function sharesText(graph: Graph, items: readonly StrategyItem[]): Text | undefined {
  const shares = items.flatMap(({ capacityProvider, base, weight = 0 }) => {
    const name = providerOf(graph, capacityProvider)?.name
    if (name === undefined || (weight === 0 && !base)) return []
    return [{ name: builtIn.get(name) ?? name, base, weight }]
  })
  const [only, ...others] = shares
  if (only === undefined) return undefined
  if (others.length === 0) return only.name
  return shares
    .map(({ name, base, weight }): Text => {
      const share = `${name} ${weight}`
      return base ? say`${share} (first ${base})` : share
    })
    .reduce((before, share) => say`${before} : ${share}`)
}

/** How many instances a daemon of this service runs on: `3`, `2–6`; undefined where one set of them does not say. */
export function instancesAround(graph: Graph, id: string): string | undefined {
  const home = targetOf(graph, id, 'in-cluster')
  return home === undefined ? undefined : instanceCount(graph, home)
}

/** How many instances a cluster has. */
export function instanceCount(graph: Graph, cluster: string): string | undefined {
  return range(instancesIn(graph, cluster))
}

function range(groups: readonly InstanceGroup[]): string | undefined {
  let [min, max] = [0, 0]
  for (const { count } of groups) {
    if (!count) return undefined
    min += count.min
    max += count.max
  }
  if (max === 0) return undefined
  return min === max ? toText(max) : `${min}–${max}`
}
