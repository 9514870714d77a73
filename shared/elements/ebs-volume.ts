import { choice, ec2Tags, flag, spec, text, whole } from './fields'
import { defineKind } from './kind'

/** CreateVolume input. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html */
export const ebsVolume = defineKind({
  kind: 'ebs-volume',
  label: 'EBS volume',
  summary: 'A disk for an EC2 instance. Tasks get new ones by the volumes of their service or task.',
  category: 'storage',
  keywords: ['elastic block store', 'disk', 'volume'],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-volumes.html',
  icon: 'ebs',
  spec: spec({
    VolumeType: choice(
      'Volume type',
      'Speed and price.',
      ['gp3', 'gp2', 'io2', 'io1', 'st1', 'sc1', 'standard'],
      {
        default: 'gp2',
        main: true,
      },
    ),
    Size: whole('Size', 'Needed without a snapshot.', { unit: 'GiB', main: true }),
    AvailabilityZone: text('Availability Zone', 'Instances of the same zone can attach it.', {
      main: true,
      control: 'reference',
    }),
    Encrypted: flag('Encrypted', 'Encryption at rest.', { main: true }),
    KmsKeyId: text('KMS key', 'Key for the encryption; the AWS managed key when left out.'),
    Iops: whole('IOPS', 'Operations per second; needed for io1 and io2.', { main: true }),
    Throughput: whole('Throughput', 'For gp3 only.', { unit: 'MiB/s', default: '125' }),
    SnapshotId: text('Snapshot ID', 'What the volume holds from the start.'),
    VolumeInitializationRate: whole('Initialization rate', 'How fast it is filled from the snapshot.', {
      unit: 'MiB/s',
    }),
    MultiAttachEnabled: flag('Multi-Attach', 'Several instances at once; io1 and io2 only.'),
    TagSpecifications: ec2Tags(),
  }),
  defaults: () => ({ VolumeType: 'gp3', Size: 20, Encrypted: true }),
  attributes: { volumeId: { label: 'Volume ID' } },
  relations: [
    { path: '/AvailabilityZone', to: ['availability-zone'], meaning: 'in-network', draw: 'inside' },
  ],
})
