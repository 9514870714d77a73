/** What a task takes of the instance that it is placed on. */
import type { z } from 'zod'
import { parseCpu, parseMemory } from '../aws/facts/task-size'
import type { taskDefinition } from '../elements/task-definition'

type Spec = z.output<typeof taskDefinition.spec>

export interface Reserved {
  /** CPU units; undefined when the size can't be read. */
  readonly cpu: number | undefined
  /** MiB; undefined when the size can't be read. */
  readonly memory: number | undefined
}

/**
 * The task's size, where it has one, else the sum of its containers: for memory the soft limit, or the hard one where
 * there is no soft one, which is what ECS places by.
 */
export function reservedBy(spec: Spec): Reserved {
  const containers = spec.containerDefinitions ?? []
  const sum = (of: (container: (typeof containers)[number]) => number | undefined) =>
    containers.reduce((total, container) => total + (of(container) ?? 0), 0)
  return {
    cpu: spec.cpu ? parseCpu(spec.cpu) : sum(({ cpu }) => cpu),
    memory: spec.memory
      ? parseMemory(spec.memory)
      : sum(({ memoryReservation, memory }) => memoryReservation || memory),
  }
}
