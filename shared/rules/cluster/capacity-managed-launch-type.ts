import { refer } from '../../design/references'
import { capacityProvider } from '../../elements/capacity-provider'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { elementsOfKind, type Graph, nameOf, targetOf } from '../../graph/graph'
import { homesOfProvider } from '../../graph/homes'
import { providerOf } from '../../graph/strategy'
import { say } from '../../texts/text'
import { drawing, ec2Task, element, service } from '../examples'
import { isAbsent } from '../reading'
import { defineRule, type Fix } from '../rule'
import { cluster, managedProvider, share } from './examples'

const AT = '/launchType'
const task = ec2Task({ requiresCompatibilities: ['MANAGED_INSTANCES'], networkMode: 'host' })

export const capacityManagedLaunchType = defineRule({
  id: 'capacity-managed-launch-type',
  severity: 'error',
  on: [serviceKind, taskKind],
  needs: ['/launchType'],
  title: 'Managed instances are chosen by a strategy',
  message:
    'Managed instances have no launch type; name their capacity provider in a strategy, and remove the launch type.',
  why: 'The launch type says on what kind of machine a task runs; managed instances are chosen by the capacity provider that describes them. The API documents that the launch type must be left out for them.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    if (spec.launchType !== 'MANAGED_INSTANCES') return
    // With a strategy, too, capacity-strategy-and-launch-type says it.
    if (!isAbsent(spec.capacityProviderStrategy)) return
    const provider = onlyProvider(graph, id)
    report({ at: AT, ...(provider !== undefined && { fix: byProvider(graph, id, provider) }) })
  },
  examples: () => ({
    valid: {
      'a strategy': drawing({
        main: cluster(),
        managed: managedProvider(),
        task,
        web: service({ cluster: '@{main}', capacityProviderStrategy: [share('@{managed}', 1)] }),
      }),
      'another launch type': drawing({ task: ec2Task(), web: service({ launchType: 'EC2' }) }),
    },
    invalid: {
      'with the provider drawn in the cluster': {
        design: drawing({
          main: cluster(),
          managed: managedProvider(),
          task,
          web: service({ cluster: '@{main}', launchType: 'MANAGED_INSTANCES' }),
        }),
        element: 'web',
        at: AT,
      },
      'with no provider drawn': {
        design: drawing({
          task,
          nightly: element('task', { taskDefinition: '@{task}', launchType: 'MANAGED_INSTANCES' }),
        }),
        element: 'nightly',
        at: AT,
      },
    },
  }),
})

/** The only provider of managed instances in the cluster of a service or task. */
function onlyProvider(graph: Graph, id: string): string | undefined {
  const home = targetOf(graph, id, 'in-cluster')
  if (home === undefined) return undefined
  const [only, ...others] = elementsOfKind(graph, capacityProvider.kind).filter(
    (one) =>
      providerOf(graph, refer(one))?.type === 'managed-instances' &&
      homesOfProvider(graph, one).includes(home),
  )
  return others.length === 0 ? only : undefined
}

function byProvider(graph: Graph, id: string, provider: string): Fix {
  return {
    title: say`Run it on “${nameOf(graph, provider)}” by a strategy`,
    apply: (draft) => {
      const spec = draft.elements[id]?.spec
      if (!spec) return
      delete spec.launchType
      if (isAbsent(spec.capacityProviderStrategy))
        spec.capacityProviderStrategy = [{ capacityProvider: refer(provider), weight: 1 }]
    },
  }
}
