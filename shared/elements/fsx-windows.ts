import { choice, flag, group, line, list, spec, tags, text, whole } from './fields'
import { defineKind } from './kind'
import { fsxAttributes, fsxRelations, preferredSubnet } from './parts/fsx'

/** CreateFileSystem input of FSx for Windows File Server. https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystem.html */
export const fsxWindows = defineKind({
  kind: 'fsx-windows',
  label: 'FSx for Windows File Server',
  summary: 'A Windows file share that Windows tasks on EC2 mount.',
  category: 'storage',
  keywords: ['fsx', 'smb', 'active directory', 'volume'],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/wfsx-volumes.html',
  icon: 'fsx-windows',
  spec: spec({
    FileSystemType: choice('File system type', 'Given by the element.', ['WINDOWS']),
    StorageCapacity: whole('Storage capacity', 'From 32.', { unit: 'GiB', main: true }),
    StorageType: choice('Storage type', 'SSD, or HDD from 2000 GiB.', ['SSD', 'HDD'], {
      default: 'SSD',
      main: true,
    }),
    SubnetIds: list('Subnets', 'One, or two with Multi-AZ.', line, { main: true, control: 'reference' }),
    SecurityGroupIds: list('Security groups', 'What may reach it.', line, {
      main: true,
      control: 'reference',
    }),
    WindowsConfiguration: group(
      'Windows configuration',
      'Deployment, throughput and directory.',
      {
        DeploymentType: choice(
          'Deployment type',
          'One Availability Zone or two.',
          ['MULTI_AZ_1', 'SINGLE_AZ_2', 'SINGLE_AZ_1'],
          { default: 'SINGLE_AZ_1', main: true },
        ),
        ThroughputCapacity: whole('Throughput capacity', 'A power of two from 8.', {
          unit: 'MB/s',
          main: true,
        }),
        PreferredSubnetId: text('Preferred subnet', 'Of a Multi-AZ file system.', { control: 'reference' }),
        ActiveDirectoryId: text('AWS Managed Microsoft AD', 'ID of the directory that it joins.', {
          main: true,
        }),
        SelfManagedActiveDirectoryConfiguration: group(
          'Self-managed Active Directory',
          'A directory of your own.',
          {
            DomainName: text('Domain', 'Fully qualified domain name.'),
            OrganizationalUnitDistinguishedName: text('Organizational unit', 'Where the file system is put.'),
            FileSystemAdministratorsGroup: text('Administrators', 'Group that administers it.'),
            UserName: text('User name', 'Account that joins it to the domain.'),
            DnsIps: list('DNS servers', 'IP addresses.', line),
            DomainJoinServiceAccountSecret: text('Secret', 'ARN of the secret with the account.', {
              control: 'reference',
            }),
          },
        ),
        AutomaticBackupRetentionDays: whole('Backup retention', '0 turns backups off.', {
          unit: 'days',
          default: '30',
        }),
        DailyAutomaticBackupStartTime: text('Backup time', 'HH:MM in UTC.'),
        WeeklyMaintenanceStartTime: text('Maintenance time', 'd:HH:MM in UTC.'),
        CopyTagsToBackups: flag('Copy tags to backups', 'Whether backups get the tags.'),
        Aliases: list('DNS aliases', 'Further names of it.', line),
      },
      { main: true },
    ),
    KmsKeyId: text('KMS key', 'Key for the encryption at rest.'),
    Tags: tags(),
  }),
  defaults: () => ({
    FileSystemType: 'WINDOWS',
    StorageCapacity: 32,
    StorageType: 'SSD',
    WindowsConfiguration: { DeploymentType: 'SINGLE_AZ_2', ThroughputCapacity: 32 },
  }),
  attributes: fsxAttributes,
  relations: [
    ...fsxRelations,
    preferredSubnet('WindowsConfiguration'),
    {
      path: '/WindowsConfiguration/SelfManagedActiveDirectoryConfiguration/DomainJoinServiceAccountSecret',
      to: ['secret'],
      meaning: 'reads',
      draw: 'line',
      flow: 'in',
    },
  ],
})
