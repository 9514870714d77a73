/** Whose cost it is: of one service, of one cluster, or of neither. */
import { autoScalingGroup } from '../elements/auto-scaling-group'
import { capacityProvider } from '../elements/capacity-provider'
import { cluster } from '../elements/cluster'
import { containerInstance } from '../elements/container-instance'
import { eksCluster } from '../elements/eks-cluster'
import { service } from '../elements/service'
import { targetGroup } from '../elements/target-group'
import { task } from '../elements/task'
import { taskDefinition } from '../elements/task-definition'
import { type Graph, incoming, outgoing, targetOf } from '../graph/graph'
import { homesOf, homesOfInstances } from '../graph/homes'
import { query } from '../graph/query'

export interface Owner {
  /** The service or standalone task. */
  readonly runner?: string
  readonly cluster?: string
}

const NOBODY: Owner = {}

/**
 * A service's own cost is its own; what only one service uses, such as the load balancer in front of it, counts as its
 * cost, too. What several share belongs to their cluster, and what several clusters share to none.
 */
export const ownerOf = query((graph, id: string): Owner => {
  switch (graph.element(id)?.kind) {
    case cluster.kind:
    case eksCluster.kind:
      return { cluster: id }
    case service.kind:
    case task.kind:
      return ofRunners(graph, [id])
    case containerInstance.kind:
    case autoScalingGroup.kind:
    case capacityProvider.kind:
      return ofCluster([...homesOf(graph, id), ...homesOfInstances(graph, id)])
    default: {
      const home = homesOf(graph, id)
      return home.length > 0 ? ofCluster(home) : ofRunners(graph, usersOf(graph, id))
    }
  }
})

/** Meanings of the lines by which a task definition, a service or a task uses something. */
const uses: readonly string[] = ['mounts', 'logs-to', 'pulls', 'reads', 'registers']

/** The services and tasks that use an element, by their task definition or through a target group, too. */
function usersOf(graph: Graph, id: string): readonly string[] {
  const groups = outgoing(graph, id, 'forwards').map(({ to }) => to)
  const behind = groups.filter((to) => graph.element(to)?.kind === targetGroup.kind)
  const users = [id, ...behind].flatMap((used) =>
    incoming(graph, used).flatMap(({ from, meaning }) => (uses.includes(meaning) ? [from] : [])),
  )
  return [...new Set(users.flatMap((user) => runnersOf(graph, user)))]
}

function runnersOf(graph: Graph, id: string): readonly string[] {
  switch (graph.element(id)?.kind) {
    case service.kind:
    case task.kind:
      return [id]
    case taskDefinition.kind:
      return incoming(graph, id, 'runs').map(({ from }) => from)
    default:
      return []
  }
}

function ofRunners(graph: Graph, runners: readonly string[]): Owner {
  const homes = runners.map((runner) => targetOf(graph, runner, 'in-cluster'))
  const owner = homes.includes(undefined) ? NOBODY : ofCluster(homes as string[])
  const [only, ...others] = runners
  return only === undefined || others.length > 0 ? owner : { runner: only, ...owner }
}

function ofCluster(clusters: readonly string[]): Owner {
  const [only, ...others] = [...new Set(clusters)]
  return only === undefined || others.length > 0 ? NOBODY : { cluster: only }
}
