/** The EBS volumes that services and tasks have made for each of their tasks. */
import type { z } from 'zod'
import { type OperatingSystem, systemOf } from '../../aws/facts/fargate-sizes'
import { takesVolume } from '../../aws/facts/volumes'
import { setAt, valueAt } from '../../basics/json'
import type { DesignDraft } from '../../design/edit'
import type { service } from '../../elements/service'
import type { task } from '../../elements/task'
import type { LaunchType } from '../../graph/runs'
import { attachInfrastructureRole } from '../fixes-roles'
import { isAbsent, isUnknown, type TaskDefinitionSpec } from '../reading'

/** What the specs of services and tasks have in common here. */
export type RunnerSpec = z.output<typeof service.spec> | z.output<typeof task.spec>

type VolumeConfiguration = NonNullable<z.output<typeof service.spec>['volumeConfigurations']>[number]

export interface ManagedVolume {
  /** JSON pointer of the item of `volumeConfigurations`. */
  readonly item: string
  /** JSON pointer of its `managedEBSVolume`. */
  readonly at: string
  readonly name: string | undefined
  readonly ebs: NonNullable<VolumeConfiguration['managedEBSVolume']>
}

const NONE: readonly ManagedVolume[] = []

/** The EBS volumes that a service or task describes. */
export function managedVolumesOf({ volumeConfigurations }: RunnerSpec): readonly ManagedVolume[] {
  if (!volumeConfigurations) return NONE
  return volumeConfigurations.flatMap(({ name, managedEBSVolume: ebs }, index) => {
    const item = `/volumeConfigurations/${index}`
    return ebs ? { item, at: `${item}/managedEBSVolume`, name, ebs } : []
  })
}

/**
 * The operating system, where it is sure: left out it is Linux, but on EC2 older Windows definitions leave it out, too,
 * and find their instances by placement constraints.
 */
export function systemOn(
  { runtimePlatform }: TaskDefinitionSpec,
  launch: LaunchType,
): OperatingSystem | undefined {
  const family = runtimePlatform?.operatingSystemFamily
  if (isUnknown(family) || (launch === 'EC2' && isAbsent(family))) return undefined
  return systemOf(family)
}

/** Are there no EBS volumes for a task, because of how it is run? */
export function refusesEbs(definition: TaskDefinitionSpec, launch: LaunchType): boolean {
  // Managed instances run no Windows tasks whatever: `taskdef-managed-linux-only`.
  if (launch === 'MANAGED_INSTANCES') return false
  const system = systemOn(definition, launch)
  return launch === 'EXTERNAL' || (system !== undefined && takesVolume('ebs', launch, system) === false)
}

/** Describes a volume of 20 GiB, and names the role with which ECS makes it. */
export function describeVolume(draft: DesignDraft, runner: string, item: string, name: string): void {
  const spec = draft.elements[runner]?.spec
  const at = `${item}/managedEBSVolume`
  if (!spec || valueAt(spec, at) !== undefined) return
  setAt(spec, item, { name, managedEBSVolume: { volumeType: 'gp3', sizeInGiB: 20, encrypted: true } })
  attachInfrastructureRole(draft, { use: 'ebs-volumes', element: runner, at, roleAt: `${at}/roleArn` })
}
