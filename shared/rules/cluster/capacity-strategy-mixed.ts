import { cluster as clusterKind } from '../../elements/cluster'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { ownStrategy, type Provider, providerOf, strategyAt } from '../../graph/strategy'
import { drawing, ec2Task, service } from '../examples'
import { defineRule } from '../rule'
import {
  asgProvider,
  autoScalingGroup,
  byStrategy,
  cluster,
  FARGATE,
  managedProvider,
  SPOT,
  share,
} from './examples'

export const capacityStrategyMixed = defineRule({
  id: 'capacity-strategy-mixed',
  severity: 'error',
  refusesLine: true,
  on: [serviceKind, taskKind, clusterKind],
  needs: ['/capacityProviderStrategy', '/defaultCapacityProviderStrategy'],
  title: 'All capacity providers of a strategy are of one type',
  message:
    '“{first}” and “{second}” are capacity providers of different types, which one strategy can’t mix; make it two services.',
  why: 'A strategy shares tasks out over Fargate and Fargate Spot, or over Auto Scaling groups, or over managed instances. What runs on one of these need not run on another, so ECS refuses a mix. The cluster itself may have all of them.',
  sources: [
    { ref: 'CDK:CapacityProviderStrategyCannot', checked: '2026-11-26' },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-capacity-providers.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, graph, report }) {
    const items = ownStrategy(graph, id)
    if (items.length < 2) return
    const providers = items.flatMap((item) => providerOf(graph, item.capacityProvider) ?? [])
    const [first] = providers
    const second = first && providers.find((one) => differ(first, one))
    if (!second) return
    report({ at: strategyAt[element.kind] ?? '', values: { first: first.name, second: second.name } })
  },
  examples: () => ({
    valid: {
      'both of Fargate': byStrategy([share(FARGATE, 1), share(SPOT, 3)]),
      'both kinds in the cluster, one in the strategy': drawing({
        main: cluster({ capacityProviders: [FARGATE, '@{ec2}'] }),
        ec2: asgProvider(),
        workers: autoScalingGroup(),
        task: ec2Task(),
        web: service({ cluster: '@{main}', capacityProviderStrategy: [share('@{ec2}', 1)] }),
      }),
      'two of one’s own, whatever they are': byStrategy([share('on-demand', 1), share('spot', 1)]),
      'a placeholder': byStrategy([share(FARGATE, 1), share('<provider>', 1)]),
    },
    invalid: {
      'Fargate and a provider that is not drawn': {
        design: byStrategy([share(FARGATE, 1), share('my-asg', 1)]),
        element: 'web',
        at: '/capacityProviderStrategy',
      },
      'an Auto Scaling group and managed instances': {
        design: drawing({
          main: cluster({ capacityProviders: ['@{ec2}'] }),
          ec2: asgProvider(),
          workers: autoScalingGroup(),
          managed: managedProvider(),
          task: ec2Task(),
          web: service({
            cluster: '@{main}',
            capacityProviderStrategy: [share('@{ec2}', 1), share('@{managed}', 1)],
          }),
        }),
        element: 'web',
        at: '/capacityProviderStrategy',
      },
      'in a cluster’s default': {
        design: drawing({
          main: cluster({
            capacityProviders: [SPOT, 'my-asg'],
            defaultCapacityProviderStrategy: [share(SPOT, 1), share('my-asg', 1)],
          }),
        }),
        element: 'main',
        at: '/defaultCapacityProviderStrategy',
      },
    },
  }),
})

/** One of which only the name is known is surely not Fargate's; what else it is can't be told. */
function differ(a: Provider, b: Provider): boolean {
  if (a.type !== undefined && b.type !== undefined) return a.type !== b.type
  return a.type === 'fargate' || b.type === 'fargate'
}
