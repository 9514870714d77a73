/** Strategies with Fargate Spot in them: where it stands, and getting away from it. */
import { FARGATE, FARGATE_SPOT } from '../../aws/facts/capacity-providers'
import { toText } from '../../basics/convert'
import { referencesIn } from '../../design/references'
import { cluster } from '../../elements/cluster'
import type { Graph } from '../../graph/graph'
import { type Strategy, strategyAt, strategyOf } from '../../graph/strategy'
import type { Fix } from '../rule'
import { associate, itemsOf } from './associate'

export const STRATEGY = '/capacityProviderStrategy'

/** Does ECS put tasks of a service, or a standalone task, on Fargate Spot? */
export function usesSpot(strategy: Strategy | undefined): boolean {
  return strategy?.items.some(({ capacityProvider }) => capacityProvider === FARGATE_SPOT) ?? false
}

/** Where the strategy of a runner names Fargate Spot; its own strategy while it has the cluster's. */
export function spotAt(graph: Graph, runner: string): string {
  const strategy = strategyOf(graph, runner)
  const kind = graph.element(runner)?.kind ?? ''
  const index = strategy?.items.findIndex(({ capacityProvider }) => capacityProvider === FARGATE_SPOT) ?? -1
  const pointer = strategyAt[kind] ?? STRATEGY
  return strategy?.owner === runner ? `${pointer}/${index}/capacityProvider` : pointer
}

/** Puts Fargate in the place of Fargate Spot; what is spread by the cluster's default gets a strategy of its own. */
export function withoutSpot(runner: string): Fix {
  return {
    title: 'Run it on FARGATE instead of FARGATE_SPOT',
    apply: (draft) => {
      const spec = draft.elements[runner]?.spec
      if (!spec || spec.launchType) return
      const items = itemsOf(spec[STRATEGY.slice(1)])
      const spot = items.find((item) => item.capacityProvider === FARGATE_SPOT)
      if (items.length > 0 && !spot) return
      const fargate = items.find((item) => item.capacityProvider === FARGATE)
      if (!spot) spec.capacityProviderStrategy = [{ capacityProvider: FARGATE, weight: 1 }]
      else if (!fargate) spot.capacityProvider = FARGATE
      else {
        fargate.weight ||= 1
        spec.capacityProviderStrategy = items.filter((item) => item !== spot)
      }
      const home = referencesIn(toText(spec.cluster ?? ''))[0]?.id
      if (home !== undefined && draft.elements[home]?.kind === cluster.kind) associate(draft, home, FARGATE)
    },
  }
}
