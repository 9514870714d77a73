/** Which capacity providers a cluster lists. */
import { CAPACITY_PROVIDERS } from '../../aws/facts/clusters'
import { cluster as clusterKind } from '../../elements/cluster'
import { elementsOfKind, nameOf } from '../../graph/graph'
import { specOf } from '../../graph/spec'
import { type Provider, providerOf } from '../../graph/strategy'
import { table } from '../../graph/table'
import { drawing, element } from '../examples'
import { defineRule, ruleFamily } from '../rule'
import { asgProvider, autoScalingGroup, cluster, FARGATE } from './examples'

const AT = '/capacityProviders'

export const clusterProviders = ruleFamily([
  defineRule({
    id: 'capacity-providers-per-cluster',
    severity: 'error',
    on: [clusterKind],
    needs: ['/capacityProviders'],
    title: 'A cluster has at most 20 capacity providers',
    message: 'The cluster has {count} capacity providers, and {most} are possible; remove {over}.',
    why: 'It is a quota of ECS. FARGATE and FARGATE_SPOT count, too. Several makes of instances fit into one Auto Scaling group, as a mixed group.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html',
        checked: '2026-11-21',
      },
    ],
    check({ spec, report }) {
      const count = spec.capacityProviders?.length ?? 0
      const most = CAPACITY_PROVIDERS
      if (count > most) report({ at: AT, values: { count, most, over: count - most } })
    },
    examples: () => ({
      valid: { 'as many as there may be': listing(20), none: drawing({ main: cluster() }) },
      invalid: { 'one too many': { design: listing(21), element: 'main', at: AT } },
    }),
  }),

  defineRule({
    id: 'capacity-asg-provider-shared',
    severity: 'error',
    on: [clusterKind],
    needs: ['/capacityProviders'],
    title: 'A capacity provider with an Auto Scaling group belongs to one cluster',
    message:
      'Capacity provider “{provider}” belongs to cluster “{other}” already; make one for each cluster, with a group of its own.',
    why: 'The instances of a group register with one cluster, so its capacity provider can’t serve two. The providers of Fargate belong to nobody, and any cluster may have them.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, spec, graph, report }) {
      spec.capacityProviders?.forEach((text, i) => {
        const provider = providerOf(graph, text)
        const first = provider && isOwn(provider) ? firstWith(graph, provider.name) : undefined
        if (provider === undefined || first === undefined || first === id) return
        report({ at: `${AT}/${i}`, values: { provider: provider.name, other: nameOf(graph, first) } })
      })
    },
    examples: () => ({
      valid: {
        'one each': drawing({
          main: cluster({ capacityProviders: ['@{ec2}'] }),
          other: element('cluster', { clusterName: 'other', capacityProviders: ['other-ec2'] }),
          ec2: asgProvider(),
          workers: autoScalingGroup(),
        }),
        'Fargate in both': drawing({
          main: cluster({ capacityProviders: [FARGATE] }),
          other: element('cluster', { clusterName: 'other', capacityProviders: [FARGATE] }),
        }),
        'placeholders, which may differ': drawing({
          main: cluster({ capacityProviders: ['<provider>'] }),
          other: element('cluster', { clusterName: 'other', capacityProviders: ['<provider>'] }),
        }),
      },
      invalid: {
        'one in two clusters': {
          design: drawing({
            main: cluster({ capacityProviders: [FARGATE, '@{ec2}'] }),
            other: element('cluster', { clusterName: 'other', capacityProviders: [FARGATE, '@{ec2}'] }),
            ec2: asgProvider(),
            workers: autoScalingGroup(),
          }),
          element: 'other',
          at: `${AT}/1`,
        },
        'by its name': {
          design: drawing({
            main: cluster({ capacityProviders: ['on-demand'] }),
            other: element('cluster', { clusterName: 'other', capacityProviders: ['on-demand'] }),
          }),
          element: 'other',
          at: `${AT}/0`,
        },
      },
    }),
  }),
])

/** Managed instances name their cluster themselves: capacity-managed-cluster. */
function isOwn({ type }: Provider): boolean {
  return type !== 'fargate' && type !== 'managed-instances'
}

/** By a provider’s name the first cluster that lists it. */
const firstWith = table((graph): ReadonlyMap<string, string> => {
  const first = new Map<string, string>()
  for (const id of elementsOfKind(graph, clusterKind.kind)) {
    for (const text of specOf(graph, clusterKind, id)?.capacityProviders ?? []) {
      const name = providerOf(graph, text)?.name
      if (name !== undefined && !first.has(name)) first.set(name, id)
    }
  }
  return first
})

function listing(count: number) {
  const capacityProviders = Array.from({ length: count }, (_, i) => `group-${i + 1}`)
  return drawing({ main: cluster({ capacityProviders }) })
}
