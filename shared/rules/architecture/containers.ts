/** What advice about containers asks of them. */
import { memoLast } from '../../basics/memo'
import { containersOf, type PlacedContainer } from '../container/containers'
import type { TaskDefinitionSpec } from '../reading'

/** The containers that a task lives by and that listen on a port. */
export const servingContainers: (spec: TaskDefinitionSpec) => readonly PlacedContainer[] = memoLast(
  (spec: TaskDefinitionSpec) =>
    containersOf(spec).filter(
      ({ container }) => container.essential !== false && (container.portMappings?.length ?? 0) > 0,
    ),
)
