import {
  choice,
  decimal,
  flag,
  group,
  item,
  json,
  line,
  list,
  number,
  spec,
  tags,
  text,
  whole,
} from './fields'
import { defineKind } from './kind'
import { mountTargetRelations } from './parts/mount-targets'

const mountTargets = () =>
  list(
    'Mount targets',
    'Its addresses: one subnet for each Availability Zone that tasks run in.',
    item({
      SubnetId: text('Subnet', 'One for each Availability Zone.', { control: 'reference' }),
      SecurityGroups: list('Security groups', 'Must admit TCP 2049 from tasks or instances.', line, {
        control: 'reference',
      }),
      IpAddress: text('IPv4 address', 'AWS picks one when left out.'),
      Ipv6Address: text('IPv6 address', 'AWS picks one when left out.'),
      IpAddressType: choice('IP address type', 'Addresses of the mount target.', [
        'IPV4_ONLY',
        'IPV6_ONLY',
        'DUAL_STACK',
      ]),
    }),
    { main: true, group: 'Mount targets' },
  )

const accessPoints = () =>
  list(
    'Access points',
    'Ways in with a user and a folder of their own.',
    item({
      ClientToken: text('Client token', 'Makes a repeated create call harmless.'),
      PosixUser: group('POSIX user', 'Used for all that is done through it.', {
        Uid: whole('User ID', 'Number of the user.'),
        Gid: whole('Group ID', 'Number of the group.'),
        SecondaryGids: list('Further group IDs', 'Numbers of the groups.', number),
      }),
      RootDirectory: group('Root directory', 'What is seen through it.', {
        Path: text('Path', 'Folder of the file system.', { default: '/' }),
        CreationInfo: group('Creation', 'For a folder that is not there yet.', {
          OwnerUid: whole('Owner’s user ID', 'Number of the user.'),
          OwnerGid: whole('Owner’s group ID', 'Number of the group.'),
          Permissions: text('Permissions', 'Such as 0755.'),
        }),
      }),
      Tags: tags(),
    }),
    { group: 'Access points' },
  )

/**
 * CreateFileSystem input with its CreateMountTarget and CreateAccessPoint inputs, and the policy as CloudFormation's
 * AWS::EFS::FileSystem spells it. https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html
 */
export const efsFileSystem = defineKind({
  kind: 'efs-file-system',
  label: 'EFS file system',
  summary:
    'Shared, elastic NFS storage that Linux tasks on EC2 and Fargate mount in every Availability Zone.',
  category: 'storage',
  keywords: ['elastic file system', 'nfs', 'volume', 'storage'],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html',
  icon: 'efs',
  spec: spec({
    CreationToken: text(
      'Creation token',
      'Makes a repeated create call harmless; also the name shown here.',
      {
        main: true,
      },
    ),
    PerformanceMode: choice(
      'Performance mode',
      'General purpose suits nearly every workload.',
      ['generalPurpose', 'maxIO'],
      { default: 'generalPurpose', main: true },
    ),
    ThroughputMode: choice(
      'Throughput mode',
      'Elastic throughput follows the load and needs no planning.',
      ['elastic', 'bursting', 'provisioned'],
      { default: 'bursting', main: true },
    ),
    ProvisionedThroughputInMibps: decimal(
      'Provisioned throughput',
      'Only with the provisioned throughput mode.',
      {
        unit: 'MiB/s',
      },
    ),
    Encrypted: flag('Encryption at rest', 'Can only be chosen when the file system is created.', {
      main: true,
    }),
    KmsKeyId: text('KMS key', 'Key for the encryption at rest; the AWS managed key when left out.'),
    AvailabilityZoneName: text(
      'One Zone',
      'Availability Zone of a One Zone file system; leave out for Regional.',
    ),
    Backup: flag('Automatic backups', 'Daily backups by AWS Backup.', { main: true }),
    MountTargets: mountTargets(),
    AccessPoints: accessPoints(),
    FileSystemPolicy: json('File system policy', 'Who may mount and write, as JSON.', {
      control: 'multiline',
    }),
    Tags: tags(),
  }),
  defaults: (name) => ({ CreationToken: name, Encrypted: true, ThroughputMode: 'elastic' }),
  name: '/CreationToken',
  attributes: {
    fileSystemId: { label: 'File system ID' },
    arn: { label: 'ARN' },
  },
  relations: mountTargetRelations,
})
