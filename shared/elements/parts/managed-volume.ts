/** EBS volumes that ECS makes for each task of a service or task. */
import { choice, ecsTags, flag, item, list, text, whole } from '../fields'
import type { Relation } from '../kind'
import { objectsAt } from './reading'

/** What `ServiceManagedEBSVolumeConfiguration` and `TaskManagedEBSVolumeConfiguration` have in common. */
export const managedEbsVolume = {
  roleArn: text('Infrastructure role', 'Lets ECS make, attach and delete the volumes.', {
    control: 'reference',
  }),
  volumeType: choice(
    'Volume type',
    'Speed and price.',
    ['gp3', 'gp2', 'io2', 'io1', 'st1', 'sc1', 'standard'],
    {
      default: 'gp3',
    },
  ),
  sizeInGiB: whole('Size', 'Needed without a snapshot.', { unit: 'GiB' }),
  snapshotId: text('Snapshot ID', 'What the volume holds from the start.'),
  volumeInitializationRate: whole('Initialization rate', 'How fast it is filled from the snapshot.', {
    unit: 'MiB/s',
  }),
  iops: whole('IOPS', 'Operations per second; needed for io1 and io2.'),
  throughput: whole('Throughput', 'For gp3 only.', { unit: 'MiB/s', default: '125' }),
  encrypted: flag('Encrypted', 'Encryption at rest.'),
  kmsKeyId: text('KMS key', 'Key for the encryption; the AWS managed key when left out.'),
  filesystemType: choice('File system', 'How the volume is formatted.', ['xfs', 'ext4', 'ext3', 'ntfs'], {
    default: 'xfs',
  }),
  tagSpecifications: list(
    'Tag specifications',
    'Tags of the volumes.',
    item({
      resourceType: choice('Resource type', 'The only type.', ['volume']),
      tags: ecsTags(),
      propagateTags: choice('Propagate tags', 'Where further tags come from.', [
        'NONE',
        'SERVICE',
        'TASK_DEFINITION',
      ]),
    }),
  ),
}

/** The name by which the task definition knows the volume. */
export const volumeName = () =>
  text('Volume name', 'A volume of the task definition that is configured at launch.')

/** The role goes to the first volume that has none. */
export const infrastructureRoleRelation: Relation = {
  path: '/volumeConfigurations/*/managedEBSVolume/roleArn',
  to: ['iam-role'],
  meaning: 'infrastructure-role',
  draw: 'line',
  connect: (spec, { reference }) => {
    const volume = objectsAt(spec, '/volumeConfigurations')
      .map(([, configuration]) => configuration.managedEBSVolume)
      .find((managed) => managed && managed.roleArn === undefined)
    if (!volume) return 'Only managed EBS volumes need an infrastructure role. Configure one first.'
    volume.roleArn = reference
    return undefined
  },
}
