import { choice, flag, group, item, line, list, spec, text, whole } from './fields'
import { defineKind } from './kind'
import { named } from './parts/identifiers'
import { subnetTextRelation } from './parts/subnet-text'

const templateSpecification = {
  LaunchTemplateId: text('ID', 'ID or name, not both.'),
  LaunchTemplateName: text('Name', 'ID or name, not both.'),
  Version: text('Version', 'A number, $Latest or $Default.'),
}

const templateData = () =>
  group(
    'Instances',
    'What the launch template says about the instances.',
    {
      InstanceType: text('Instance type', 'Such as m7g.large.', { main: true }),
      ImageId: text('AMI', 'The ECS-optimized AMI brings the agent; on others it must be installed.', {
        main: true,
      }),
      IamInstanceProfile: group(
        'IAM instance profile',
        'Its role lets the agent register; by ARN or by name.',
        {
          Arn: text('ARN', 'ARN of the instance profile.', { main: true, control: 'reference' }),
          Name: text('Name', 'Name of the instance profile.', { control: 'reference' }),
        },
        { main: true },
      ),
      SecurityGroupIds: list('Security groups', 'What may reach the instances.', line, {
        main: true,
        control: 'reference',
      }),
      UserData: text('User data', 'Runs at the first start, as Base64; sets ECS_CLUSTER.', {
        control: 'multiline',
      }),
      KeyName: text('Key pair', 'For SSH.'),
      MetadataOptions: group('Metadata', 'Instance metadata service.', {
        HttpTokens: choice('IMDSv2', 'Whether a token is needed.', ['required', 'optional']),
        HttpPutResponseHopLimit: whole('Hop limit', '1 keeps containers with bridge networking away.'),
      }),
    },
    { main: true, group: 'Launch template' },
  )

const mixedInstances = () =>
  group(
    'Mixed instances',
    'Several instance types, On-Demand and Spot.',
    {
      LaunchTemplate: group('Launch template', 'What all of them have in common.', {
        LaunchTemplateSpecification: group('Template', 'Which launch template.', templateSpecification),
        Overrides: list(
          'Instance types',
          'Those that may be started, in order of preference.',
          item({
            InstanceType: text('Instance type', 'Such as m7g.large.'),
            WeightedCapacity: text('Weight', 'How much of the capacity one instance counts.'),
          }),
        ),
      }),
      InstancesDistribution: group('Purchase options', 'How On-Demand and Spot are shared.', {
        OnDemandBaseCapacity: whole('On-Demand base', 'Instances that are On-Demand in any case.', {
          default: '0',
        }),
        OnDemandPercentageAboveBaseCapacity: whole('On-Demand above', 'Share of the others.', {
          unit: '%',
          default: '100',
        }),
        OnDemandAllocationStrategy: choice('On-Demand strategy', 'Which type is taken first.', [
          'prioritized',
          'lowest-price',
        ]),
        SpotAllocationStrategy: choice('Spot strategy', 'Which type is taken first.', [
          'price-capacity-optimized',
          'capacity-optimized',
          'capacity-optimized-prioritized',
          'lowest-price',
        ]),
      }),
    },
    { group: 'Launch template' },
  )

/**
 * CreateAutoScalingGroup input, with the data of its launch template as CreateLaunchTemplate spells it.
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html
 */
export const autoScalingGroup = defineKind({
  kind: 'auto-scaling-group',
  label: 'Auto Scaling group',
  summary: 'EC2 instances of one make, as many as are needed; a capacity provider brings them to a cluster.',
  category: 'compute',
  keywords: ['asg', 'ec2', 'launch template', 'instances', 'spot'],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/asg-capacity-providers.html',
  icon: 'auto-scaling-group',
  spec: spec({
    AutoScalingGroupName: text('Name', 'Unique in the Region.', { main: true }),
    MinSize: whole('Minimum size', 'Never fewer instances.', { main: true }),
    MaxSize: whole('Maximum size', 'Never more instances; with 0 there are none.', { main: true }),
    DesiredCapacity: whole('Desired capacity', 'At the start; with managed scaling ECS sets it.', {
      main: true,
    }),
    VPCZoneIdentifier: text('Subnets', 'Where instances are started, with commas between them.', {
      main: true,
    }),
    NewInstancesProtectedFromScaleIn: flag(
      'Scale-in protection',
      'Needed for the termination protection of a capacity provider.',
      { main: true },
    ),
    LaunchTemplateData: templateData(),
    LaunchTemplate: group('Launch template', 'Settings kept in EC2.', templateSpecification, {
      group: 'Launch template',
    }),
    MixedInstancesPolicy: mixedInstances(),
    AvailabilityZones: list('Availability Zones', 'Without subnets only.', line),
    CapacityRebalance: flag('Capacity rebalancing', 'Replaces Spot instances before they are taken away.'),
    HealthCheckType: text('Health check', 'EC2, or also ELB, EBS or VPC_LATTICE.', { default: 'EC2' }),
    HealthCheckGracePeriod: whole('Health check grace period', 'Before a new instance is checked.', {
      unit: 'seconds',
    }),
    MaxInstanceLifetime: whole('Maximum lifetime', 'After which an instance is replaced.', {
      unit: 'seconds',
    }),
    Tags: list(
      'Tags',
      'Keys and values for cost allocation and search.',
      item({
        Key: text('Key', 'At most 128 characters.'),
        Value: text('Value', 'At most 256 characters.'),
        PropagateAtLaunch: flag('On instances', 'New instances get it, too.'),
      }),
    ),
  }),
  defaults: (name) => ({
    AutoScalingGroupName: name,
    MinSize: 0,
    MaxSize: 4,
    LaunchTemplateData: {
      ImageId: 'resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id',
      InstanceType: 't3.medium',
    },
  }),
  name: '/AutoScalingGroupName',
  // The name comes first: a capacity provider takes either, and AWS alone knows the ARN.
  attributes: { name: named('Name', '/AutoScalingGroupName'), arn: { label: 'ARN' } },
  relations: [
    subnetTextRelation,
    {
      path: '/LaunchTemplateData/SecurityGroupIds/*',
      to: ['security-group'],
      meaning: 'guarded-by',
      draw: 'line',
    },
    {
      path: '/LaunchTemplateData/IamInstanceProfile/Arn',
      to: ['instance-profile'],
      meaning: 'instance-profile',
      draw: 'line',
    },
    {
      path: '/LaunchTemplateData/IamInstanceProfile/Name',
      to: ['instance-profile'],
      attribute: 'name',
      meaning: 'instance-profile',
      draw: 'line',
      drawable: false,
    },
  ],
})
