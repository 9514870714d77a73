import { term } from '../texts/text'
import { choice, ecsTags, flag, group, item, line, list, spec, text } from './fields'
import { defineKind } from './kind'
import { strategyItem } from './parts/capacity'
import { append, dropItem } from './parts/editing'
import { arnOf, named } from './parts/identifiers'
import { textAt } from './parts/reading'

const execLog = '/configuration/executeCommandConfiguration/logConfiguration'

const configuration = () =>
  group(
    'Configuration',
    'Execute command and managed storage.',
    {
      executeCommandConfiguration: group('Execute command', 'Encryption and logging of ECS Exec sessions.', {
        kmsKeyId: text('KMS key', 'Encrypts the session between client and container.'),
        logging: choice('Logging', 'Where sessions are logged.', ['DEFAULT', 'OVERRIDE', 'NONE'], {
          default: 'DEFAULT',
        }),
        logConfiguration: group('Log configuration', 'For logging OVERRIDE.', {
          cloudWatchLogGroupName: text('Log group', 'CloudWatch log group of the sessions.', {
            control: 'reference',
          }),
          cloudWatchEncryptionEnabled: flag(
            'Encrypted log group',
            'Whether the log group must be encrypted.',
          ),
          s3BucketName: text('S3 bucket', 'Bucket for session logs.', { control: 'reference' }),
          s3EncryptionEnabled: flag('Encrypted bucket', 'Whether the bucket must be encrypted.'),
          s3KeyPrefix: text('S3 prefix', 'Folder in the bucket.'),
        }),
      }),
      managedStorageConfiguration: group('Managed storage', 'Keys for storage that ECS manages.', {
        kmsKeyId: text('KMS key', 'For managed storage.'),
        fargateEphemeralStorageKmsKeyId: text(
          'Fargate ephemeral storage key',
          'For scratch space of Fargate tasks.',
        ),
      }),
    },
    { group: 'Encryption and logging' },
  )

/** CreateCluster input. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html */
export const cluster = defineKind({
  kind: 'cluster',
  label: 'Cluster',
  summary: 'A group of services and tasks and the capacity that they run on.',
  category: 'compute',
  keywords: ['ecs', 'fargate'],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/clusters.html',
  icon: 'ecs',
  spec: spec({
    clusterName: text('Cluster name', 'Up to 255 letters, digits, hyphens and underscores.', { main: true }),
    capacityProviders: list(
      'Capacity providers',
      'FARGATE, FARGATE_SPOT, or capacity providers drawn in the cluster.',
      line,
      { main: true, group: 'Infrastructure', control: 'reference' },
    ),
    defaultCapacityProviderStrategy: list(
      'Default capacity provider strategy',
      'Used by services and tasks that name neither a launch type nor a strategy.',
      strategyItem,
      { main: true, group: 'Infrastructure' },
    ),
    settings: list(
      'Settings',
      'Container Insights.',
      item({
        name: choice('Setting', 'Which setting.', ['containerInsights']),
        value: choice('Value', 'Its value.', ['enhanced', 'enabled', 'disabled']),
      }),
      { main: true, group: 'Monitoring' },
    ),
    configuration: configuration(),
    serviceConnectDefaults: group(
      'Service Connect defaults',
      'Namespace for services that name none.',
      {
        namespace: text('Namespace', 'Cloud Map namespace, name or ARN.', { main: true }),
      },
      { main: true, group: 'Service Connect' },
    ),
    tags: ecsTags(),
  }),
  defaults: (name) => ({ clusterName: name }),
  name: '/clusterName',
  attributes: {
    name: named('Name', '/clusterName'),
    arn: arnOf('ecs', ({ spec }) => {
      const name = textAt(spec, '/clusterName')
      return name && `cluster/${name}`
    }),
  },
  relations: [
    { path: '/capacityProviders/*', to: ['capacity-provider'], meaning: 'provides', draw: 'holds' },
    {
      path: '/defaultCapacityProviderStrategy/*/capacityProvider',
      to: ['capacity-provider'],
      meaning: 'provides',
      draw: 'line',
      flow: 'in',
      connect: (spec, { reference }) =>
        append(spec, 'defaultCapacityProviderStrategy', { capacityProvider: reference, weight: 1 }),
      disconnect: dropItem,
      label: () => term('by default'),
    },
    {
      path: `${execLog}/cloudWatchLogGroupName`,
      to: ['log-group'],
      meaning: 'logs-to',
      draw: 'line',
      label: () => 'ECS Exec',
    },
    {
      path: `${execLog}/s3BucketName`,
      to: ['s3-bucket'],
      meaning: 'logs-to',
      draw: 'line',
      label: () => 'ECS Exec',
    },
  ],
  frame: true,
})
