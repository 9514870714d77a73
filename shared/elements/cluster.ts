import { choice, ecsTags, group, item, line, list, spec, text, whole } from './fields'
import { defineKind } from './kind'

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
      { main: true, group: 'Infrastructure' },
    ),
    defaultCapacityProviderStrategy: list(
      'Default capacity provider strategy',
      'Used by services and tasks that name neither a launch type nor a strategy.',
      item({
        capacityProvider: text('Capacity provider', 'One of the providers of this cluster.'),
        base: whole('Base', 'How many tasks run there at least; one provider of a strategy may have it.'),
        weight: whole('Weight', 'Share of the remaining tasks.'),
      }),
      { group: 'Infrastructure' },
    ),
    settings: list(
      'Settings',
      'Container Insights.',
      item({
        name: choice('Setting', 'Which setting.', ['containerInsights']),
        value: choice('Value', 'Its value.', ['enhanced', 'enabled', 'disabled']),
      }),
      { group: 'Monitoring' },
    ),
    configuration: group('Configuration', 'Execute command and managed storage.', {
      executeCommandConfiguration: group('Execute command', 'Encryption and logging of ECS Exec sessions.', {
        kmsKeyId: text('KMS key', 'Encrypts the session between client and container.'),
        logging: choice('Logging', 'Where sessions are logged.', ['DEFAULT', 'OVERRIDE', 'NONE']),
        logConfiguration: group('Log configuration', 'For logging OVERRIDE.', {
          cloudWatchLogGroupName: text('Log group', 'CloudWatch log group of the sessions.'),
          cloudWatchEncryptionEnabled: choice('Encrypted log group', 'Whether the log group is encrypted.', [
            'true',
            'false',
          ]),
          s3BucketName: text('S3 bucket', 'Bucket for session logs.'),
          s3KeyPrefix: text('S3 prefix', 'Folder in the bucket.'),
        }),
      }),
      managedStorageConfiguration: group('Managed storage', 'Keys for storage that ECS manages.', {
        kmsKeyId: text('KMS key', 'For managed storage.'),
        fargateEphemeralStorageKmsKeyId: text(
          'Fargate ephemeral storage key',
          'KMS key for the ephemeral storage of Fargate tasks.',
        ),
      }),
    }),
    serviceConnectDefaults: group(
      'Service Connect defaults',
      'Namespace for services that name none.',
      {
        namespace: text('Namespace', 'Cloud Map namespace, name or ARN.', { main: true }),
      },
      { group: 'Service Connect' },
    ),
    tags: ecsTags(),
  }),
  defaults: (name) => ({ clusterName: name }),
  name: '/clusterName',
  attributes: {
    name: {
      label: 'Name',
      derive: (element) =>
        typeof element.spec.clusterName === 'string' ? element.spec.clusterName : undefined,
    },
    arn: {
      label: 'ARN',
      derive: (element, design) =>
        design.region && design.account && typeof element.spec.clusterName === 'string'
          ? `arn:aws:ecs:${design.region}:${design.account}:cluster/${element.spec.clusterName}`
          : undefined,
    },
  },
  relations: [
    {
      path: '/capacityProviders/*',
      to: ['capacity-provider'],
      meaning: 'provides',
      draw: 'holds',
      connect: (spec, { reference }) => {
        spec.capacityProviders = [...(spec.capacityProviders ?? []), reference]
        return undefined
      },
    },
    {
      path: '/defaultCapacityProviderStrategy/*/capacityProvider',
      to: ['capacity-provider'],
      meaning: 'provides',
      draw: 'line',
    },
    {
      path: '/configuration/executeCommandConfiguration/logConfiguration/cloudWatchLogGroupName',
      to: ['log-group'],
      meaning: 'logs-to',
      draw: 'line',
    },
    {
      path: '/configuration/executeCommandConfiguration/logConfiguration/s3BucketName',
      to: ['s3-bucket'],
      meaning: 'logs-to',
      draw: 'line',
    },
  ],
  frame: true,
})
