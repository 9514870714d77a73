/** The containers of a task definition as rules about logs see them. */
import { logDrivers } from '../../aws/facts/log-drivers'
import { isObject, valueAt } from '../../basics/json'
import { memoLast } from '../../basics/memo'
import type { Spec } from '../../design/design'
import { inWords, type Text } from '../../texts/text'
import { type ContainerSpec, containerName, isAbsent, type TaskDefinitionSpec } from '../reading'

export interface Logger {
  /** In `containerDefinitions`. */
  readonly index: number
  /** What a message calls the container. */
  readonly container: Text
  readonly driver: string | undefined
  /** JSON pointer of the log configuration. */
  readonly at: string
  readonly log: NonNullable<ContainerSpec['logConfiguration']>
  readonly options: Readonly<Record<string, string>>
}

/** The containers with a log configuration. */
export const loggersOf: (spec: TaskDefinitionSpec) => readonly Logger[] = memoLast(
  (spec: TaskDefinitionSpec) =>
    (spec.containerDefinitions ?? []).flatMap(({ name, logConfiguration: log }, index) => {
      if (!log) return []
      const at = `/containerDefinitions/${index}/logConfiguration`
      const container = containerName(name, index)
      return [{ index, container, driver: log.logDriver, at, log, options: log.options ?? {} }]
    }),
)

/** Those that log with one driver. */
export function loggersWith(spec: TaskDefinitionSpec, driver: string): readonly Logger[] {
  return loggersOf(spec).filter((logger) => logger.driver === driver)
}

/**
 * Is a log option missing, also as a secret one? Blanks are no value. The element's own spec is asked: what stands there
 * in a wrong shape is not missing.
 */
export function lacks({ at, log }: Logger, option: string, spec: Spec): boolean {
  const options = valueAt(spec, `${at}/options`)
  if (!isAbsent(options) && !isObject(options)) return false
  const value = isObject(options) ? options[option] : undefined
  const blank = typeof value === 'string' ? value.trim() === '' : isAbsent(value)
  return blank && !log.secretOptions?.some(({ name }) => name === option)
}

/** “awslogs, splunk or awsfirelens”: what a message offers. */
export function driversIn(launch: keyof typeof logDrivers): Text {
  return inWords(logDrivers[launch], 'or')
}
