import { choice, flag, group, line, list, spec, tags, text, whole } from './fields'
import { defineKind } from './kind'
import { fsxAttributes, fsxRelations, preferredSubnet } from './parts/fsx'

/** CreateFileSystem input of FSx for OpenZFS. https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystem.html */
export const fsxOpenzfs = defineKind({
  kind: 'fsx-openzfs',
  label: 'FSx for OpenZFS',
  summary: 'Fast NFS storage with snapshots; a task definition has no volume for it.',
  category: 'storage',
  keywords: ['fsx', 'zfs', 'nfs', 'volume'],
  docs: 'https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/what-is-fsx.html',
  icon: 'fsx-openzfs',
  spec: spec({
    FileSystemType: choice('File system type', 'Given by the element.', ['OPENZFS']),
    StorageCapacity: whole('Storage capacity', 'From 64.', { unit: 'GiB', main: true }),
    StorageType: choice('Storage type', 'What it is kept on.', ['SSD', 'INTELLIGENT_TIERING'], {
      default: 'SSD',
    }),
    SubnetIds: list('Subnets', 'One, or two with Multi-AZ.', line, { main: true, control: 'reference' }),
    SecurityGroupIds: list('Security groups', 'What may reach it.', line, {
      main: true,
      control: 'reference',
    }),
    OpenZFSConfiguration: group(
      'OpenZFS configuration',
      'Deployment and throughput.',
      {
        DeploymentType: choice(
          'Deployment type',
          'One Availability Zone or two, with or without a standby.',
          ['MULTI_AZ_1', 'SINGLE_AZ_HA_2', 'SINGLE_AZ_HA_1', 'SINGLE_AZ_2', 'SINGLE_AZ_1'],
          { main: true },
        ),
        ThroughputCapacity: whole('Throughput capacity', 'Of the file system.', { unit: 'MB/s', main: true }),
        PreferredSubnetId: text('Preferred subnet', 'Of a Multi-AZ file system.', { control: 'reference' }),
        RouteTableIds: list('Route tables', 'Those that lead to a Multi-AZ file system.', line),
        EndpointIpAddressRange: text('Endpoint range', 'IPv4 range of a Multi-AZ file system’s endpoints.'),
        RootVolumeConfiguration: group('Root volume', 'The volume that all others are in.', {
          DataCompressionType: choice('Compression', 'Of the data.', ['NONE', 'ZSTD', 'LZ4'], {
            default: 'NONE',
          }),
          RecordSizeKiB: whole('Record size', 'Of the data.', { unit: 'KiB', default: '128' }),
          ReadOnly: flag('Read only', 'Whether nothing can be written.'),
        }),
        AutomaticBackupRetentionDays: whole('Backup retention', '0 turns backups off.', {
          unit: 'days',
          default: '30',
        }),
        DailyAutomaticBackupStartTime: text('Backup time', 'HH:MM in UTC.'),
        WeeklyMaintenanceStartTime: text('Maintenance time', 'd:HH:MM in UTC.'),
      },
      { main: true },
    ),
    KmsKeyId: text('KMS key', 'Key for the encryption at rest.'),
    Tags: tags(),
  }),
  defaults: () => ({
    FileSystemType: 'OPENZFS',
    StorageCapacity: 64,
    OpenZFSConfiguration: { DeploymentType: 'SINGLE_AZ_HA_2', ThroughputCapacity: 160 },
  }),
  attributes: fsxAttributes,
  relations: [...fsxRelations, preferredSubnet('OpenZFSConfiguration')],
})
