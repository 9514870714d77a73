/** What elements do that needs a role. Which role that is, and whether it may, `role-for.ts` tells. */
import { autoScalingGroup } from '../elements/auto-scaling-group'
import { capacityProvider } from '../elements/capacity-provider'
import { containerInstance } from '../elements/container-instance'
import { service } from '../elements/service'
import { task } from '../elements/task'
import { taskDefinition } from '../elements/task-definition'
import type { Graph } from './graph'
import { query } from './query'
import { specOf } from './spec'
import { usesOfRunner } from './usage/runner'
import { usesOfTaskDefinition } from './usage/task-definition'
import type { Use } from './usage/use'

/**
 * All that an element does that needs a role: a task definition (with what its lines call, and what feeds it), a service
 * or task (only what it adds to its task definition), a capacity provider, and instances.
 */
export const usesOf = query((graph, id: string): readonly Use[] => {
  switch (graph.element(id)?.kind) {
    case taskDefinition.kind:
      return usesOfTaskDefinition(graph, id)
    case service.kind:
    case task.kind:
      return usesOfRunner(graph, id)
    case capacityProvider.kind:
      return usesOfProvider(graph, id)
    case containerInstance.kind:
    case autoScalingGroup.kind:
      return [{ use: 'register-instance', element: id, at: '' }]
    default:
      return []
  }
})

function usesOfProvider(graph: Graph, id: string): readonly Use[] {
  const at = '/managedInstancesProvider'
  if (!specOf(graph, capacityProvider, id)?.managedInstancesProvider) return []
  return [
    { use: 'managed-instances', element: id, at, roleAt: `${at}/infrastructureRoleArn` },
    { use: 'register-instance', element: id, at: `${at}/instanceLaunchTemplate` },
  ]
}
