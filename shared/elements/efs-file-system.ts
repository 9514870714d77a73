import { choice, decimal, flag, spec, tags, text } from './fields'
import { defineKind } from './kind'

/** CreateFileSystem input. https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html */
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
    Tags: tags(),
  }),
  defaults: (name) => ({ CreationToken: name, Encrypted: true, ThroughputMode: 'elastic' }),
  name: '/CreationToken',
  attributes: {
    fileSystemId: { label: 'File system ID' },
    arn: { label: 'ARN' },
  },
  relations: [],
})
