import { removePruned } from '../../basics/json'
import { refer } from '../../design/references'
import { capacityProvider } from '../../elements/capacity-provider'
import { cluster as clusterKind } from '../../elements/cluster'
import { type Graph, nameOf, onlyDrawn } from '../../graph/graph'
import { homesOf, homesOfProvider } from '../../graph/homes'
import { providerOf } from '../../graph/strategy'
import { say } from '../../texts/text'
import { drawing } from '../examples'
import { setMembers } from '../fixes'
import { isAbsent, isWritten } from '../reading'
import { defineRule, type Fix, type RuleContext } from '../rule'
import { associate } from './associate'
import { asgProvider, autoScalingGroup, cluster, managedProvider } from './examples'

const AT = '/cluster'

export const capacityManagedCluster = defineRule({
  id: 'capacity-managed-cluster',
  severity: 'error',
  on: [capacityProvider, clusterKind],
  title: 'Managed instances name their cluster, and no cluster lists them',
  message: 'Managed instances are made for one cluster, and “{provider}” names none; name it.',
  variants: {
    listed:
      'Managed instances are made for a cluster, which can’t list them; let “{provider}” name its cluster instead.',
    group: 'Only managed instances name their cluster; let cluster “{cluster}” list “{provider}” instead.',
  },
  why: 'A capacity provider of managed instances is made in a cluster, and only that cluster has it: PutClusterCapacityProviders refuses to associate it again. One with an Auto Scaling group is made by itself, and a cluster takes it into its list.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PutClusterCapacityProviders.html',
      checked: '2026-11-26',
    },
    { ref: 'ERR:hashicorp/terraform-provider-aws#44783', checked: '2026-11-26' },
  ],
  check({ id, element, graph, report }) {
    if (element.kind === clusterKind.kind) return forListed(graph, id, report)
    if (element.existing) return
    const values = { provider: nameOf(graph, id) }
    const hasGroup = !isAbsent(element.spec.autoScalingGroupProvider)
    if (!isAbsent(element.spec.managedInstancesProvider)) {
      // With both nobody can tell which will stay: capacity-provider-kind.
      if (hasGroup) return
      // In a list its cluster is said, in the wrong place.
      if (isWritten(element, AT) || homesOfProvider(graph, id).length > 0) return
      const home = onlyDrawn(graph, clusterKind.kind)
      return report({ at: AT, values, ...(home !== undefined && { fix: nameFix(graph, id, home) }) })
    }
    const [home] = homesOf(graph, id)
    if (home === undefined || !hasGroup) return
    report({
      at: AT,
      variant: 'group',
      severity: 'warning',
      values: { ...values, cluster: nameOf(graph, home) },
      fix: listFix(graph, id, home),
    })
  },
  examples: () => ({
    valid: {
      'managed instances in their cluster': drawing({ main: cluster(), managed: managedProvider() }),
      'managed instances of a cluster that is not drawn': drawing({
        managed: managedProvider({ cluster: 'prod' }),
      }),
      'an Auto Scaling group in the list of a cluster': drawing({
        main: cluster({ capacityProviders: ['@{ec2}'] }),
        ec2: asgProvider(),
        workers: autoScalingGroup(),
      }),
    },
    invalid: {
      'managed instances without a cluster, beside the only one': {
        design: drawing({ main: cluster(), managed: managedProvider({ cluster: undefined }) }),
        element: 'managed',
        at: AT,
      },
      'managed instances in a list': {
        design: drawing({
          main: cluster({ capacityProviders: ['FARGATE', '@{managed}'] }),
          managed: managedProvider({ cluster: undefined }),
        }),
        element: 'main',
        at: '/capacityProviders/1',
      },
      'in a list, and named as well': {
        design: drawing({
          main: cluster({ capacityProviders: ['@{managed}'] }),
          managed: managedProvider(),
        }),
        element: 'main',
        at: '/capacityProviders/0',
      },
      'an Auto Scaling group that names the cluster': {
        design: drawing({
          main: cluster(),
          ec2: asgProvider({ cluster: '@{main}' }),
          workers: autoScalingGroup(),
        }),
        element: 'ec2',
        at: AT,
        severity: 'warning',
      },
    },
  }),
})

function forListed(graph: Graph, id: string, report: RuleContext['report']): void {
  const listed = graph.element(id)?.spec.capacityProviders
  if (!Array.isArray(listed)) return
  listed.forEach((text, i) => {
    const provider = typeof text === 'string' ? providerOf(graph, text) : undefined
    if (provider?.type !== 'managed-instances' || provider.id === undefined) return
    report({
      at: `/capacityProviders/${i}`,
      variant: 'listed',
      values: { provider: provider.name },
      fix: unlistFix(provider.id, id, text),
    })
  })
}

function nameFix(graph: Graph, id: string, home: string): Fix {
  return setMembers(say`Name cluster “${nameOf(graph, home)}”`, id, { [AT]: refer(home) })
}

/** Out of the list; the provider names the cluster, unless it names one already. */
function unlistFix(provider: string, home: string, text: string): Fix {
  return {
    title: 'Let it name its cluster',
    apply: ({ elements }) => {
      const listed = elements[home]?.spec.capacityProviders
      const spec = elements[provider]?.spec
      const index = Array.isArray(listed) ? listed.indexOf(text) : -1
      if (index < 0 || !spec) return
      removePruned(elements[home]?.spec ?? {}, `/capacityProviders/${index}`)
      if (isAbsent(spec.cluster)) spec.cluster = refer(home)
    },
  }
}

function listFix(graph: Graph, id: string, home: string): Fix {
  return {
    title: say`Let cluster “${nameOf(graph, home)}” list it`,
    apply: (draft) => {
      const spec = draft.elements[id]?.spec
      if (!spec || isAbsent(spec.cluster)) return
      delete spec.cluster
      associate(draft, home, refer(id))
    },
  }
}
