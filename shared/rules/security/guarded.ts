/** What a security group guards. */
import { autoScalingGroup } from '../../elements/auto-scaling-group'
import { capacityProvider } from '../../elements/capacity-provider'
import { containerInstance } from '../../elements/container-instance'
import { service } from '../../elements/service'
import { type Graph, incoming } from '../../graph/graph'
import { homesOfInstances } from '../../graph/homes'
import { givesOwnInterface } from '../reading'

const INSTANCES: readonly string[] = [containerInstance.kind, autoScalingGroup.kind, capacityProvider.kind]

/** The container instances, Auto Scaling groups and capacity providers whose instances it guards. */
export function instancesBehind(graph: Graph, group: string): readonly string[] {
  return guardedBy(graph, group).filter((id) => INSTANCES.includes(kindOf(graph, id) ?? ''))
}

/** The services whose tasks it guards: by their own interfaces, or by those of the instances that they may run on. */
export function servicesBehind(graph: Graph, group: string): readonly string[] {
  const own = guardedBy(graph, group).filter((id) => givesOwnInterface(graph, id) === true)
  const clusters = new Set(instancesBehind(graph, group).flatMap((id) => homesOfInstances(graph, id)))
  const onInstances = [...clusters].flatMap((id) =>
    incoming(graph, id, 'in-cluster')
      .map(({ from }) => from)
      .filter((from) => givesOwnInterface(graph, from) === false),
  )
  return [...own, ...onInstances].filter((id) => kindOf(graph, id) === service.kind)
}

function guardedBy(graph: Graph, group: string): readonly string[] {
  return incoming(graph, group, 'guarded-by').map(({ from }) => from)
}

function kindOf(graph: Graph, id: string): string | undefined {
  return graph.element(id)?.kind
}
