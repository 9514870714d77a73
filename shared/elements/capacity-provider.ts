import { choice, ecsTags, flag, group, line, list, spec, text, whole } from './fields'
import { defineKind, type Relation } from './kind'
import { arnOf, named } from './parts/identifiers'
import { instanceRequirements } from './parts/instance-requirements'
import { textAt } from './parts/reading'

const onOff = ['ENABLED', 'DISABLED'] as const

const autoScalingGroup = () =>
  group(
    'Auto Scaling group',
    'Container instances of your own, by an EC2 Auto Scaling group.',
    {
      autoScalingGroupArn: text('Auto Scaling group', 'ARN or name of the group.', {
        main: true,
        control: 'reference',
      }),
      managedScaling: group(
        'Managed scaling',
        'ECS sets the size of the group.',
        {
          status: choice('Status', 'Whether it does.', onOff, { main: true }),
          targetCapacity: whole('Target capacity', 'How full the group should be.', {
            unit: '%',
            default: '100',
            main: true,
          }),
          minimumScalingStepSize: whole('Smallest step', 'Instances started at least at a time.', {
            default: '1',
          }),
          maximumScalingStepSize: whole('Largest step', 'Instances started at most at a time.', {
            default: '10000',
          }),
          instanceWarmupPeriod: whole('Warm-up', 'Before a new instance counts.', {
            unit: 'seconds',
            default: '300',
          }),
        },
        { main: true },
      ),
      managedTerminationProtection: choice(
        'Termination protection',
        'Keeps instances that run tasks.',
        onOff,
        {
          default: 'DISABLED',
          main: true,
        },
      ),
      managedDraining: choice('Managed draining', 'Moves tasks away before an instance ends.', onOff, {
        default: 'ENABLED',
        main: true,
      }),
    },
    { main: true, group: 'Auto Scaling group' },
  )

const launchTemplate = () =>
  group(
    'Launch template',
    'The instances that ECS starts.',
    {
      ec2InstanceProfileArn: text('Instance profile', 'ARN; its role lets the instances register.', {
        main: true,
        control: 'reference',
      }),
      networkConfiguration: group(
        'Network',
        'Where they are started.',
        {
          subnets: list('Subnets', 'At least one.', line, { main: true, control: 'reference' }),
          securityGroups: list('Security groups', 'The VPC’s default one when left out.', line, {
            main: true,
            control: 'reference',
          }),
        },
        { main: true },
      ),
      capacityOptionType: choice(
        'Purchase option',
        'How the instances are paid for.',
        ['ON_DEMAND', 'SPOT', 'RESERVED'],
        {
          default: 'ON_DEMAND',
          main: true,
        },
      ),
      instanceRequirements: instanceRequirements(),
      storageConfiguration: group('Storage', 'Data volume of the instances.', {
        storageSizeGiB: whole('Size', 'How much.', { unit: 'GiB' }),
      }),
      localStorageConfiguration: group('Instance store', 'Disks of the host.', {
        useLocalStorage: flag('Use it', 'Puts data there instead of on a volume.'),
      }),
      monitoring: choice('Monitoring', 'Every five minutes, or every minute.', ['BASIC', 'DETAILED']),
      instanceMetadataTagsPropagation: flag('Tags in metadata', 'Instances can read their tags.'),
      fipsEnabled: flag('FIPS', 'Cryptography by FIPS 140.'),
      capacityReservations: group('Capacity reservations', 'For the purchase option RESERVED.', {
        reservationGroupArn: text('Reservation group', 'ARN of the resource group.'),
        reservationPreference: choice('Preference', 'When reservations are used.', [
          'RESERVATIONS_ONLY',
          'RESERVATIONS_FIRST',
          'RESERVATIONS_EXCLUDED',
        ]),
      }),
    },
    { main: true },
  )

const managedInstances = () =>
  group(
    'ECS Managed Instances',
    'Instances that ECS picks, starts, patches and ends.',
    {
      infrastructureRoleArn: text('Infrastructure role', 'Lets ECS manage the instances.', {
        main: true,
        control: 'reference',
      }),
      instanceLaunchTemplate: launchTemplate(),
      propagateTags: choice('Propagate tags', 'Whether instances get the provider’s tags.', [
        'CAPACITY_PROVIDER',
        'NONE',
      ]),
      infrastructureOptimization: group('Optimization', 'Ends instances that are not needed.', {
        scaleInAfter: whole('Scale in after', 'How long an instance may be idle.', { unit: 'seconds' }),
      }),
      autoRepairConfiguration: group('Auto repair', 'Replaces impaired instances.', {
        actionsStatus: choice('Status', 'Whether it does.', onOff),
      }),
    },
    { main: true, group: 'ECS Managed Instances' },
  )

const template = '/managedInstancesProvider/instanceLaunchTemplate'

const relations: readonly Relation[] = [
  {
    path: '/autoScalingGroupProvider/autoScalingGroupArn',
    to: ['auto-scaling-group'],
    meaning: 'provides',
    draw: 'line',
    flow: 'in',
  },
  {
    path: '/managedInstancesProvider/infrastructureRoleArn',
    to: ['iam-role'],
    meaning: 'infrastructure-role',
    draw: 'line',
  },
  {
    path: `${template}/ec2InstanceProfileArn`,
    to: ['instance-profile'],
    meaning: 'instance-profile',
    draw: 'line',
  },
  { path: `${template}/networkConfiguration/subnets/*`, to: ['subnet'], meaning: 'in-network', draw: 'line' },
  {
    path: `${template}/networkConfiguration/securityGroups/*`,
    to: ['security-group'],
    meaning: 'guarded-by',
    draw: 'line',
  },
  // Managed instances name their cluster when they are made; others are named by the cluster, which is what dropping does.
  { path: '/cluster', to: ['cluster'], meaning: 'in-cluster', draw: 'inside', drawable: false },
]

/** CreateCapacityProvider input. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html */
export const capacityProvider = defineKind({
  kind: 'capacity-provider',
  label: 'Capacity provider',
  summary: 'Container instances that grow and shrink with the tasks of a cluster.',
  category: 'compute',
  keywords: ['auto scaling group', 'asg', 'managed instances', 'ec2'],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/asg-capacity-providers.html',
  icon: 'auto-scaling',
  spec: spec({
    name: text('Name', 'Not beginning with aws, ecs or fargate.', { main: true }),
    cluster: text('Cluster', 'For ECS Managed Instances only.', { control: 'reference' }),
    autoScalingGroupProvider: autoScalingGroup(),
    managedInstancesProvider: managedInstances(),
    tags: ecsTags(),
  }),
  defaults: (name) => ({
    name,
    autoScalingGroupProvider: { managedScaling: { status: 'ENABLED', targetCapacity: 100 } },
  }),
  name: '/name',
  attributes: {
    name: named('Name', '/name'),
    arn: arnOf('ecs', ({ spec }) => {
      const name = textAt(spec, '/name')
      return name && `capacity-provider/${name}`
    }),
  },
  relations,
})
