/** The containers of a task definition as rules see them. */
import { memoLast } from '../../basics/memo'
import type { Text } from '../../texts/text'
import { type ContainerSpec, containerName, isKnown, runsWindows, type TaskDefinitionSpec } from '../reading'
import { isContainerName } from './container-names'

export interface PlacedContainer {
  /** In `containerDefinitions`. */
  readonly index: number
  /** JSON pointer of it. */
  readonly at: string
  /** What a message calls it. */
  readonly called: Text
  readonly container: ContainerSpec
}

/** Every container with its place. */
export const containersOf: (spec: TaskDefinitionSpec) => readonly PlacedContainer[] = memoLast(
  (spec: TaskDefinitionSpec) =>
    (spec.containerDefinitions ?? []).map((container, index) => ({
      index,
      at: `/containerDefinitions/${index}`,
      called: containerName(container.name, index),
      container,
    })),
)

/** The first container of a name, which is what ECS takes a name for. */
export function containerNamed(spec: TaskDefinitionSpec, name: string): PlacedContainer | undefined {
  return containersOf(spec).find(({ container }) => container.name === name)
}

/** The same, but none of a Windows task: Linux’s settings are container-windows-unsupported there, whatever they say. */
export function linuxContainersOf(spec: TaskDefinitionSpec): readonly PlacedContainer[] {
  return runsWindows(spec) === true ? [] : containersOf(spec)
}

/**
 * Can a name mean a container of the task? Where a container's name is a placeholder nobody can tell, and where one has
 * none, or one that can't be, that is what there is to say: container-name-required, container-name-invalid.
 */
export function mayName(spec: TaskDefinitionSpec, name: string): boolean {
  return containersOf(spec).some(({ container }) => container.name === name || !isSettled(container.name))
}

/** Is a container's name known, and one that it can keep? */
export function isSettled(name: string | undefined): name is string {
  return isKnown(name) && isContainerName(name)
}
