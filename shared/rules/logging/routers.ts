/** The log routers of a task definition (FireLens), and the containers that log through one. */
import { isLogDriver } from '../../aws/facts/log-drivers'
import { memoLast } from '../../basics/memo'
import { containersOf, type PlacedContainer } from '../container/containers'
import { type ContainerSpec, isAbsent, runsWindows, type TaskDefinitionSpec } from '../reading'

export interface Router extends PlacedContainer {
  /** JSON pointer of its FireLens configuration. */
  readonly place: string
  readonly fireLens: NonNullable<ContainerSpec['firelensConfiguration']>
}

/** The containers with a FireLens configuration; ECS takes one. */
export const routersOf: (spec: TaskDefinitionSpec) => readonly Router[] = memoLast(
  (spec: TaskDefinitionSpec) =>
    containersOf(spec).flatMap((placed) => {
      const fireLens = placed.container.firelensConfiguration
      if (!fireLens || isAbsent(fireLens)) return []
      return [{ ...placed, fireLens, place: `${placed.at}/firelensConfiguration` }]
    }),
)

/** The containers that log through a router; one that is a router itself is none of them. */
export const routedOf: (spec: TaskDefinitionSpec) => readonly PlacedContainer[] = memoLast(
  (spec: TaskDefinitionSpec) =>
    containersOf(spec).filter(
      ({ container }) =>
        container.logConfiguration?.logDriver === 'awsfirelens' && isAbsent(container.firelensConfiguration),
    ),
)

/** Is there a router through which surely nobody logs? On Windows there is no FireLens to log through. */
export function hasIdleRouter(spec: TaskDefinitionSpec): boolean {
  return (
    routersOf(spec).length > 0 &&
    routedOf(spec).length === 0 &&
    runsWindows(spec) !== true &&
    containersOf(spec).every(({ container }) => !isUndecided(container))
  )
}

/** A log configuration whose driver is a placeholder, left out or none that there is, which is log-driver-value. */
function isUndecided({ logConfiguration: log, firelensConfiguration: fireLens }: ContainerSpec): boolean {
  return !isAbsent(log) && !isLogDriver(log?.logDriver ?? '') && isAbsent(fireLens)
}

/** Pointer of the driver that a container names. */
export function driverAt({ at }: PlacedContainer): string {
  return `${at}/logConfiguration/logDriver`
}
