import { FARGATE, FARGATE_SPOT } from '../../aws/facts/capacity-providers'
import { toText } from '../../basics/convert'
import { referencesIn } from '../../design/references'
import { autoScalingGroup as groupKind } from '../../elements/auto-scaling-group'
import { capacityProvider } from '../../elements/capacity-provider'
import { cluster as clusterKind } from '../../elements/cluster'
import { service as serviceKind } from '../../elements/service'
import { hasTrait } from '../../elements/traits'
import type { Graph } from '../../graph/graph'
import { specOf } from '../../graph/spec'
import { type StrategyItem, strategyOf } from '../../graph/strategy'
import { behindBalancer, drawing, ec2Task, registered, service } from '../examples'
import { isAbsent } from '../reading'
import { defineRule, type Fix } from '../rule'
import { associate, itemsOf } from './associate'
import { asgProvider, autoScalingGroup, cluster, managedProvider, SPOT, share } from './examples'
import { STRATEGY } from './spot'

export const capacitySpotOnly = defineRule({
  id: 'capacity-spot-only',
  severity: 'warning',
  on: [serviceKind],
  needs: ['/loadBalancers'],
  title: 'A service behind a load balancer does not run on Spot alone',
  message:
    'All tasks run on Spot capacity, which AWS may take back at two minutes’ notice; keep a base on on-demand capacity.',
  why: 'Spot is spare capacity. When AWS needs it, all tasks may be interrupted at about the same time, and new ones may find no place. A base on on-demand capacity keeps some tasks answering meanwhile.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html',
      checked: '2026-11-26',
    },
    { ref: 'ACR:fargate-spot', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    if (isAbsent(spec.loadBalancers) || hasTrait(element, 'test')) return
    const items = strategyOf(graph, id)?.items ?? []
    // The only provider gets all tasks, whatever its weight.
    const used =
      items.length === 1 ? items : items.filter(({ base, weight }) => (base ?? 0) + (weight ?? 0) > 0)
    if (used.length === 0 || !used.every((item) => isSpot(graph, item.capacityProvider))) return
    const onFargate = used.every((item) => item.capacityProvider === FARGATE_SPOT)
    report({ at: STRATEGY, ...(onFargate && { fix: withBase(id, items) }) })
  },
  examples: () => ({
    valid: {
      'a base on Fargate': onFargate([share('FARGATE', 0, 2), share(SPOT, 3)]),
      'some weight on Fargate': onFargate([share('FARGATE', 1), share(SPOT, 3)]),
      'a worker that nobody waits for': onFargate([share(SPOT, 1)], { loadBalancers: undefined }),
      'tests and trials': trial(),
      'a provider of which nothing is known': onFargate([share('spot-workers', 1)]),
      'an Auto Scaling group that is On-Demand in part': onGroup(50),
    },
    invalid: {
      'Fargate Spot only': { design: onFargate([share(SPOT, 1)]), element: 'web', at: STRATEGY },
      'the base on Spot, and Fargate without a share': {
        design: onFargate([share('FARGATE', 0), share(SPOT, 1, 2)]),
        element: 'web',
        at: STRATEGY,
      },
      'an Auto Scaling group of Spot instances': { design: onGroup(0), element: 'web', at: STRATEGY },
      'managed instances on Spot': {
        design: drawing({
          ...behindBalancer().elements,
          main: cluster(),
          managed: managedProvider({}, { capacityOptionType: 'SPOT' }),
          task: ec2Task({ requiresCompatibilities: ['MANAGED_INSTANCES'], networkMode: 'host' }),
          web: service({
            cluster: '@{main}',
            capacityProviderStrategy: [share('@{managed}', 1)],
            loadBalancers: [registered],
          }),
        }),
        element: 'web',
        at: STRATEGY,
      },
    },
  }),
})

/** Does a provider bring Spot capacity only? */
function isSpot(graph: Graph, text: string | undefined): boolean {
  if (text === FARGATE_SPOT) return true
  const provider = specOf(graph, capacityProvider, referencesIn(text ?? '')[0]?.id)
  const template = provider?.managedInstancesProvider?.instanceLaunchTemplate
  if (template) return template.capacityOptionType === 'SPOT'
  const arn = provider?.autoScalingGroupProvider?.autoScalingGroupArn ?? ''
  const group = specOf(graph, groupKind, referencesIn(arn)[0]?.id)
  const { OnDemandBaseCapacity = 0, OnDemandPercentageAboveBaseCapacity = 100 } =
    group?.MixedInstancesPolicy?.InstancesDistribution ?? {}
  return OnDemandBaseCapacity === 0 && OnDemandPercentageAboveBaseCapacity === 0
}

/** One task on Fargate before all others. Only one provider may have a base. */
function withBase(id: string, items: readonly StrategyItem[]): Fix {
  return {
    title: 'Keep a base of one task on FARGATE',
    apply: (draft) => {
      const spec = draft.elements[id]?.spec
      if (!spec) return
      const own = itemsOf(spec.capacityProviderStrategy)
      const all: Record<string, unknown>[] = own.length > 0 ? own : items.map((item) => ({ ...item }))
      const others = all.filter(({ capacityProvider }) => capacityProvider !== FARGATE)
      for (const item of others) delete item.base
      spec.capacityProviderStrategy = [{ capacityProvider: FARGATE, base: 1, weight: 1 }, ...others]
      const home = referencesIn(toText(spec.cluster ?? ''))[0]?.id
      if (home !== undefined && draft.elements[home]?.kind === clusterKind.kind) {
        associate(draft, home, FARGATE)
      }
    },
  }
}

function onFargate(items: readonly object[], web: object = {}) {
  return behindBalancer({ launchType: undefined, capacityProviderStrategy: items, ...web })
}

function trial() {
  const { web, ...rest } = onFargate([share(SPOT, 1)]).elements
  return drawing({ ...rest, ...(web && { web: { ...web, traits: ['test'] } }) })
}

/** On an Auto Scaling group with so many percent of On-Demand instances. */
function onGroup(OnDemandPercentageAboveBaseCapacity: number) {
  return drawing({
    ...behindBalancer().elements,
    main: cluster({ capacityProviders: ['@{ec2}'] }),
    ec2: asgProvider(),
    workers: autoScalingGroup({
      MixedInstancesPolicy: { InstancesDistribution: { OnDemandPercentageAboveBaseCapacity } },
    }),
    task: ec2Task({ networkMode: 'host' }),
    web: service({
      cluster: '@{main}',
      capacityProviderStrategy: [share('@{ec2}', 1)],
      loadBalancers: [registered],
    }),
  })
}
