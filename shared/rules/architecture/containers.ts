/** What advice about containers asks of them. */
import { memoLast } from '../../basics/memo'
import type { ContainerSpec, TaskDefinitionSpec } from '../reading'

export interface PlacedContainer {
  readonly container: ContainerSpec
  readonly index: number
  /** JSON pointer of the container. */
  readonly at: string
}

/** The containers that a task lives by and that listen on a port. */
export const servingContainers: (spec: TaskDefinitionSpec) => readonly PlacedContainer[] = memoLast(
  (spec: TaskDefinitionSpec) =>
    (spec.containerDefinitions ?? []).flatMap((container, index) => {
      const serves = container.essential !== false && (container.portMappings?.length ?? 0) > 0
      return serves ? [{ container, index, at: `/containerDefinitions/${index}` }] : []
    }),
)
