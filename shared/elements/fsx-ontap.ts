import { choice, group, line, list, spec, tags, text, whole } from './fields'
import { defineKind } from './kind'
import { fsxAttributes, fsxRelations, preferredSubnet } from './parts/fsx'

/**
 * CreateFileSystem input of FSx for NetApp ONTAP. The administrator's password is no member here: it does not belong in
 * a design. https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystem.html
 */
export const fsxOntap = defineKind({
  kind: 'fsx-ontap',
  label: 'FSx for NetApp ONTAP',
  summary: 'NFS, SMB and iSCSI storage by NetApp; a task definition has no volume for it.',
  category: 'storage',
  keywords: ['fsx', 'netapp', 'nfs', 'smb', 'volume'],
  docs: 'https://docs.aws.amazon.com/fsx/latest/ONTAPGuide/what-is-fsx-ontap.html',
  icon: 'fsx-ontap',
  spec: spec({
    FileSystemType: choice('File system type', 'Given by the element.', ['ONTAP']),
    StorageCapacity: whole('Storage capacity', 'From 1024.', { unit: 'GiB', main: true }),
    StorageType: choice('Storage type', 'The only type.', ['SSD'], { default: 'SSD' }),
    SubnetIds: list('Subnets', 'One, or two with Multi-AZ.', line, { main: true, control: 'reference' }),
    SecurityGroupIds: list('Security groups', 'What may reach it.', line, {
      main: true,
      control: 'reference',
    }),
    OntapConfiguration: group(
      'ONTAP configuration',
      'Deployment and throughput.',
      {
        DeploymentType: choice(
          'Deployment type',
          'One Availability Zone or two.',
          ['MULTI_AZ_2', 'MULTI_AZ_1', 'SINGLE_AZ_2', 'SINGLE_AZ_1'],
          { main: true },
        ),
        ThroughputCapacity: whole('Throughput capacity', 'Of the file system.', { unit: 'MB/s', main: true }),
        ThroughputCapacityPerHAPair: whole('Throughput per pair', 'Instead, for each pair of servers.', {
          unit: 'MB/s',
        }),
        HAPairs: whole('Pairs of servers', 'More than one with SINGLE_AZ_2 only.', { default: '1' }),
        PreferredSubnetId: text('Preferred subnet', 'Of a Multi-AZ file system.', { control: 'reference' }),
        RouteTableIds: list('Route tables', 'Those that lead to a Multi-AZ file system.', line),
        EndpointIpAddressRange: text('Endpoint range', 'IPv4 range of a Multi-AZ file system’s endpoints.'),
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
    FileSystemType: 'ONTAP',
    StorageCapacity: 1024,
    OntapConfiguration: { DeploymentType: 'SINGLE_AZ_2', ThroughputCapacity: 384 },
  }),
  attributes: fsxAttributes,
  relations: [...fsxRelations, preferredSubnet('OntapConfiguration')],
})
