import { valueAt } from '../basics/json'
import { refer } from '../design/references'
import { capacityProvider } from '../elements/capacity-provider'
import { cluster } from '../elements/cluster'
import { type Graph, nameOf, targetOf } from '../graph/graph'
import { homesOfProvider } from '../graph/homes'
import { specOf } from '../graph/spec'
import { removeMember, setMembers } from '../rules/fixes'
import { say } from '../texts/text'
import { type Consequence, defineConsequences } from './consequence'

const CREATE_SERVICE = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html'

/** A strategy stands instead of a launch type, and its providers belong to the cluster. */
export const capacityStrategyConsequences = defineConsequences({
  meanings: ['provides'],
  follow({ graph, line }) {
    if (graph.element(line.to)?.kind !== capacityProvider.kind) return []
    if (!line.pointer?.startsWith('/capacityProviderStrategy')) return []
    return [...launchType(graph, line.from), ...association(graph, line.from, line.to)]
  },
})

function launchType(graph: Graph, runner: string): readonly Consequence[] {
  const written = valueAt(graph.element(runner)?.spec, '/launchType')
  if (typeof written !== 'string' || written === '') return []
  const title = say`Remove launch type ${written} from “${nameOf(graph, runner)}”`
  return [
    {
      id: 'launch-type',
      title,
      reason: 'ECS takes either a launch type or a capacity provider strategy, never both.',
      source: CREATE_SERVICE,
      apply: removeMember(title, runner, '/launchType').apply,
    },
  ]
}

function association(graph: Graph, runner: string, provider: string): readonly Consequence[] {
  const home = targetOf(graph, runner, 'in-cluster')
  const spec = specOf(graph, cluster, home)
  const homes = homesOfProvider(graph, provider)
  // One of managed instances has one cluster for good.
  if (home === undefined || !spec || homes.includes(home)) return []
  if (homes.length > 0 && isManaged(graph, provider)) return []
  const title = say`Associate “${nameOf(graph, provider)}” with cluster “${nameOf(graph, home)}”`
  return [
    {
      id: 'association',
      title,
      reason: 'A strategy may only name capacity providers that are associated with the cluster.',
      source:
        'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PutClusterCapacityProviders.html',
      // Managed instances are made for a cluster, and name it; all others the cluster names.
      apply: isManaged(graph, provider)
        ? setMembers(title, provider, { '/cluster': refer(home) }).apply
        : setMembers(title, home, { '/capacityProviders/-': refer(provider) }).apply,
    },
  ]
}

function isManaged(graph: Graph, provider: string): boolean {
  return specOf(graph, capacityProvider, provider)?.managedInstancesProvider !== undefined
}
