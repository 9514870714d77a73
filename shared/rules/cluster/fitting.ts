/** What instances must offer for a service, or a standalone task, to be placed on them. */
import { systemOf } from '../../aws/facts/fargate-sizes'
import type { Architecture } from '../../aws/facts/instance-types'
import { cpuArchitectures } from '../../aws/facts/operating-systems'
import { isUnknown, type TaskDefinitionSpec } from '../reading'

export interface Demand {
  /** As the task definition names it; undefined while it is not known. */
  readonly family: string | undefined
  /** The year of Windows Server; undefined for Linux. */
  readonly release: string | undefined
  readonly architecture: Architecture | undefined
}

/** What tasks of a definition need. What is left out is Linux on X86_64. */
export function demandOf(definition: TaskDefinitionSpec): Demand {
  const { operatingSystemFamily = 'LINUX', cpuArchitecture = 'X86_64' } = definition.runtimePlatform ?? {}
  const family = isUnknown(operatingSystemFamily) ? undefined : operatingSystemFamily || 'LINUX'
  return {
    family,
    release: /^WINDOWS_SERVER_(\d+)_/.exec(family ?? '')?.[1],
    architecture: cpuArchitectures.find((one) => one === cpuArchitecture),
  }
}

/** Does a demand name Windows? Undefined while the family is not known. */
export function wantsWindows({ family }: Demand): boolean | undefined {
  return family === undefined ? undefined : systemOf(family) === 'WINDOWS'
}
