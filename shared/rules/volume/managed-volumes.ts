/** The EBS volumes that services and tasks have made for each of their tasks. */
import type { z } from 'zod'
import { roleUses } from '../../aws/facts/role-uses'
import { setAt, valueAt } from '../../basics/json'
import type { DesignDraft } from '../../design/edit'
import { refer } from '../../design/references'
import type { service } from '../../elements/service'
import type { task } from '../../elements/task'
import { infrastructureRole } from '../fixes-roles'

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

const VOLUMES_ROLE = 'ecsInfrastructureRoleForVolumes'

/** Describes a volume of 20 GiB, which ECS makes with the infrastructure role for volumes. */
export function describeVolume(draft: DesignDraft, runner: string, item: string, name: string): void {
  const spec = draft.elements[runner]?.spec
  if (!spec || valueAt(spec, `${item}/managedEBSVolume`) !== undefined) return
  const policy = `service-role/${roleUses['ebs-volumes'].policy}`
  const roleArn = refer(infrastructureRole(draft, VOLUMES_ROLE, policy))
  setAt(spec, item, {
    name,
    managedEBSVolume: { volumeType: 'gp3', sizeInGiB: 20, encrypted: true, roleArn },
  })
}
