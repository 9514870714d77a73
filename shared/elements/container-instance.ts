import { choice, ec2Tags, flag, group, item, line, list, spec, text, whole } from './fields'
import { defineKind } from './kind'

const disks = () =>
  list(
    'Storage',
    'Volumes of the instances.',
    item({
      DeviceName: text('Device', 'Such as /dev/xvda.'),
      Ebs: group('EBS volume', 'Made with the instance.', {
        VolumeSize: whole('Size', 'How much.', { unit: 'GiB' }),
        VolumeType: choice('Type', 'Speed and price.', [
          'gp3',
          'gp2',
          'io2',
          'io1',
          'st1',
          'sc1',
          'standard',
        ]),
        Encrypted: flag('Encrypted', 'Encryption at rest.'),
        DeleteOnTermination: flag('Delete on termination', 'Deletes it with the instance.'),
        Iops: whole('IOPS', 'Operations per second.'),
        Throughput: whole('Throughput', 'For gp3 only.', { unit: 'MiB/s' }),
        SnapshotId: text('Snapshot ID', 'What it holds from the start.'),
        KmsKeyId: text('KMS key', 'Key for the encryption.'),
      }),
    }),
    { group: 'Storage' },
  )

/**
 * RunInstances input, with three facts about the instances as ECS spells them: `cluster` (RegisterContainerInstance), and
 * `agentConnected` and `capacityProviderName` (ContainerInstance).
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html
 */
export const containerInstance = defineKind({
  kind: 'container-instance',
  label: 'EC2 container instances',
  summary: 'EC2 instances with the ECS agent, registered with a cluster, that tasks are placed on.',
  category: 'compute',
  keywords: ['ec2', 'agent', 'ami', 'host', 'instance'],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/create-capacity.html',
  icon: 'ec2-instance',
  spec: spec({
    cluster: text('Cluster', 'The cluster that the agent registers with.', { control: 'reference' }),
    agentConnected: flag(
      'ECS agent',
      'Runs on the instances and is connected; without it no task is placed on them.',
      {
        main: true,
        group: 'ECS',
      },
    ),
    capacityProviderName: text('Capacity provider', 'The one whose Auto Scaling group started them.', {
      control: 'reference',
      group: 'ECS',
    }),
    ImageId: text('AMI', 'The ECS-optimized AMI brings the agent; on others it must be installed.', {
      main: true,
    }),
    InstanceType: text('Instance type', 'Such as m7g.large.', { main: true }),
    MinCount: whole('Minimum count', 'How many instances there must be.', { main: true }),
    MaxCount: whole('Maximum count', 'How many instances are wanted.', { main: true }),
    IamInstanceProfile: group(
      'IAM instance profile',
      'Its role lets the agent register; by ARN or by name.',
      {
        Arn: text('ARN', 'ARN of the instance profile.', { main: true, control: 'reference' }),
        Name: text('Name', 'Name of the instance profile.', { control: 'reference' }),
      },
      { main: true, group: 'Permissions' },
    ),
    SubnetId: text('Subnet', 'Where they are started.', {
      main: true,
      control: 'reference',
      group: 'Network',
    }),
    SecurityGroupIds: list('Security groups', 'What may reach them.', line, {
      main: true,
      control: 'reference',
      group: 'Network',
    }),
    KeyName: text('Key pair', 'For SSH.', { group: 'Permissions' }),
    UserData: text('User data', 'Runs at the first start; sets ECS_CLUSTER in /etc/ecs/ecs.config.', {
      main: true,
      control: 'multiline',
    }),
    BlockDeviceMappings: disks(),
    MetadataOptions: group(
      'Metadata',
      'Instance metadata service.',
      {
        HttpTokens: choice('IMDSv2', 'Whether a token is needed.', ['required', 'optional']),
        HttpPutResponseHopLimit: whole('Hop limit', '1 keeps containers with bridge networking away.'),
        HttpEndpoint: choice('Endpoint', 'Whether there is one.', ['enabled', 'disabled']),
      },
      { group: 'Permissions' },
    ),
    Monitoring: group('Monitoring', 'Metrics every minute.', {
      Enabled: flag('Detailed', 'Every minute instead of every five.'),
    }),
    InstanceMarketOptions: group('Purchase option', 'On-Demand when left out.', {
      MarketType: choice('Type', 'How they are paid for.', ['spot', 'capacity-block']),
    }),
    LaunchTemplate: group('Launch template', 'Settings kept in EC2.', {
      LaunchTemplateId: text('ID', 'ID or name, not both.'),
      LaunchTemplateName: text('Name', 'ID or name, not both.'),
      Version: text('Version', 'A number, $Latest or $Default.'),
    }),
    TagSpecifications: ec2Tags(),
  }),
  // RunInstances looks the AMI up in AWS's public parameter, so the newest ECS-optimized one is used in every Region.
  defaults: () => ({
    ImageId: 'resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id',
    InstanceType: 't3.medium',
    MinCount: 1,
    MaxCount: 1,
    agentConnected: true,
  }),
  attributes: { instanceId: { label: 'Instance ID' } },
  relations: [
    { path: '/cluster', to: ['cluster'], meaning: 'in-cluster', draw: 'inside' },
    { path: '/IamInstanceProfile/Arn', to: ['instance-profile'], meaning: 'instance-profile', draw: 'line' },
    {
      path: '/IamInstanceProfile/Name',
      to: ['instance-profile'],
      attribute: 'name',
      meaning: 'instance-profile',
      draw: 'line',
      drawable: false,
    },
    { path: '/capacityProviderName', to: ['capacity-provider'], meaning: 'provides', draw: 'line' },
    { path: '/SubnetId', to: ['subnet'], meaning: 'in-network', draw: 'line' },
    { path: '/SecurityGroupIds/*', to: ['security-group'], meaning: 'guarded-by', draw: 'line' },
  ],
  // AttachVolume is a call of its own.
  links: [{ meaning: 'mounts', to: ['ebs-volume'] }],
})
