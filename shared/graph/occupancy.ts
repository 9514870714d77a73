/** How much of some instances is reserved by the tasks that ECS places on them. */
import { instanceType } from '../aws/facts/instance-types'
import { service } from '../elements/service'
import { task } from '../elements/task'
import { taskDefinition } from '../elements/task-definition'
import { groupOf } from './capacity'
import { type Graph, targetOf } from './graph'
import { homesOfInstances } from './homes'
import { query } from './query'
import { instancesFor } from './reach'
import { reservedBy } from './reserved'
import { launchOf, runnersIn } from './runs'
import { specOf } from './spec'

export interface Share {
  readonly reserved: number
  readonly available: number
}

export interface Occupancy {
  /** CPU units. */
  readonly cpu: Share
  /** MiB; the operating system and the agent keep some of what is available for themselves. */
  readonly memory: Share
}

/**
 * Of instances of one type and a known number: all that there may be, and what the tasks of their cluster reserve.
 * Undefined where nothing runs on them, or where the drawing does not say how much, or on which instances.
 */
export const occupancyOf = query((graph, id: string): Occupancy | undefined => {
  const group = groupOf(graph, id)
  const [only, ...otherTypes] = group?.types ?? []
  const [home, ...otherHomes] = homesOfInstances(graph, id)
  const type = only === undefined ? undefined : instanceType(only)
  if (!group?.count || !type || home === undefined || otherTypes.length + otherHomes.length > 0)
    return undefined
  const { max } = group.count
  let cpu = 0
  let memory = 0
  for (const runner of runnersIn(graph, home)) {
    if (launchOf(graph, runner) !== 'EC2') continue
    const [first, ...others] = instancesFor(graph, runner) ?? []
    if (first?.id !== id && !others.some((one) => one.id === id)) continue
    const need = needOf(graph, runner)
    if (others.length > 0 || !need) return undefined
    const tasks = tasksOf(graph, runner, max)
    cpu += tasks * need.cpu
    memory += tasks * need.memory
  }
  if (cpu + memory === 0) return undefined
  return {
    cpu: { reserved: cpu, available: max * type.vcpus * 1024 },
    memory: { reserved: memory, available: max * type.memory },
  }
})

function needOf(graph: Graph, runner: string): { cpu: number; memory: number } | undefined {
  const definition = targetOf(graph, runner, 'runs')
  const spec = definition === undefined ? undefined : specOf(graph, taskDefinition, definition)
  const { cpu, memory } = spec ? reservedBy(spec) : {}
  return cpu === undefined || memory === undefined ? undefined : { cpu, memory }
}

/** A daemon runs once on each instance. */
function tasksOf(graph: Graph, runner: string, instances: number): number {
  const spec = specOf(graph, service, runner)
  if (!spec) return specOf(graph, task, runner)?.count ?? 1
  return spec.schedulingStrategy === 'DAEMON' ? instances : (spec.desiredCount ?? 1)
}
