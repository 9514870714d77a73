import { capacityProvider } from '../../elements/capacity-provider'
import { cluster as clusterKind } from '../../elements/cluster'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { type Graph, nameOf, targetOf } from '../../graph/graph'
import { specOf } from '../../graph/spec'
import { ownStrategy, type Provider, providerOf, providersIn, strategyAt } from '../../graph/strategy'
import { drawing, ec2Task, element, fargateTask, inSubnets, service } from '../examples'
import { isKnown } from '../reading'
import { defineRule } from '../rule'
import { associateFix } from './associate'
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

const FIRST = '/capacityProviderStrategy/0/capacityProvider'

export const capacityProviderNotAssociated = defineRule({
  id: 'capacity-provider-not-associated',
  severity: 'error',
  on: [serviceKind, taskKind, clusterKind],
  needs: ['/capacityProviderStrategy', '/defaultCapacityProviderStrategy'],
  title: 'A strategy names capacity providers that its cluster has',
  message: 'Capacity provider “{provider}” is not associated with cluster “{cluster}”; associate it first.',
  why: 'A capacity provider serves a cluster only after it was associated with it; that goes for FARGATE and FARGATE_SPOT, too. ECS refuses a strategy that names another. A launch type needs no provider.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PutClusterCapacityProviders.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:MustBeCapacityProviderAdded', checked: '2026-11-26' },
  ],
  check({ id, element, graph, report }) {
    const items = ownStrategy(graph, id)
    if (items.length === 0) return
    const home = element.kind === clusterKind.kind ? id : targetOf(graph, id, 'in-cluster')
    const known = home === undefined ? undefined : providersIn(graph, home)
    if (home === undefined || !known) return
    items.forEach((item, i) => {
      const provider = providerOf(graph, item.capacityProvider)
      if (!provider || known.has(provider.name) || mayBeManagedThere(graph, provider, home)) return
      const fix = associateFix(graph, home, provider)
      report({
        at: `${strategyAt[element.kind]}/${i}/capacityProvider`,
        values: { provider: provider.name, cluster: nameOf(graph, home) },
        ...(fix && { fix }),
      })
    })
  },
  examples: () => ({
    valid: {
      'both associated': byStrategy([share(FARGATE, 1), share(SPOT, 1)]),
      'listed by its name': drawing({
        main: cluster({ capacityProviders: ['ec2'] }),
        ec2: asgProvider(),
        workers: autoScalingGroup(),
        task: ec2Task(),
        web: service({ cluster: '@{main}', capacityProviderStrategy: [share('@{ec2}', 1)] }),
      }),
      'managed instances, which name the cluster': managedIn('@{main}'),
      'managed instances that say its name': managedIn('main'),
      'managed instances without a cluster, which capacity-managed-cluster reports': managedIn(undefined),
      'a cluster in AWS, whose providers are not drawn': byStrategy([share('any', 1)], {
        cluster: 'prod',
      }),
      'a provider that is not known yet': drawing({
        main: cluster({ capacityProviders: ['<provider>'] }),
        task: fargateTask(),
        web: service({
          cluster: '@{main}',
          capacityProviderStrategy: [share(FARGATE, 1)],
          networkConfiguration: inSubnets,
        }),
      }),
      'a launch type': drawing({
        main: cluster(),
        task: fargateTask(),
        web: service({ cluster: '@{main}', launchType: 'FARGATE', networkConfiguration: inSubnets }),
      }),
    },
    invalid: {
      'Spot in a cluster that has Fargate only': {
        design: withProviders([FARGATE], [share(SPOT, 1)]),
        element: 'web',
        at: FIRST,
      },
      'Fargate in a cluster that has none': {
        design: withProviders(undefined, [share(FARGATE, 1)]),
        element: 'web',
        at: FIRST,
      },
      'a default of the cluster': {
        design: drawing({
          main: cluster({
            capacityProviders: [FARGATE],
            defaultCapacityProviderStrategy: [share(FARGATE, 1), share(SPOT, 1)],
          }),
        }),
        element: 'main',
        at: '/defaultCapacityProviderStrategy/1/capacityProvider',
      },
      'managed instances of another cluster': {
        design: managedIn('prod'),
        element: 'web',
        at: FIRST,
      },
      'one that belongs to another cluster': {
        design: drawing({
          main: cluster(),
          other: element('cluster', { clusterName: 'other', capacityProviders: ['@{ec2}'] }),
          ec2: asgProvider(),
          workers: autoScalingGroup(),
          task: ec2Task(),
          web: service({ cluster: '@{main}', capacityProviderStrategy: [share('@{ec2}', 1)] }),
        }),
        element: 'web',
        at: FIRST,
      },
    },
  }),
})

/**
 * Managed instances name their cluster themselves. Where they name none, capacity-managed-cluster asks for it, and a
 * placeholder may be any.
 */
function mayBeManagedThere(graph: Graph, { id, type }: Provider, home: string): boolean {
  if (type !== 'managed-instances') return false
  const named = specOf(graph, capacityProvider, id)?.cluster
  return !isKnown(named) || named.slice(named.lastIndexOf('/') + 1) === nameOf(graph, home)
}

function managedIn(home: string | undefined) {
  return drawing({
    main: cluster(),
    managed: managedProvider({ cluster: home }),
    task: ec2Task({ requiresCompatibilities: ['MANAGED_INSTANCES'], networkMode: 'host' }),
    web: service({ cluster: '@{main}', capacityProviderStrategy: [share('@{managed}', 1)] }),
  })
}

function withProviders(capacityProviders: readonly string[] | undefined, items: readonly object[]) {
  return drawing({
    main: element('cluster', { clusterName: 'main', capacityProviders }),
    task: fargateTask(),
    web: service({
      cluster: '@{main}',
      capacityProviderStrategy: items,
      networkConfiguration: inSubnets,
    }),
  })
}
