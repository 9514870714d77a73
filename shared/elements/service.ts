import { term } from '../texts/text'
import { choice, ecsTags, flag, group, item, line, list, spec, text, whole } from './fields'
import { defineKind, type Relation } from './kind'
import { computeOptions, runsOnInstances, strategyRelation } from './parts/capacity'
import { deploymentOptions } from './parts/deployment'
import { arnOf, named } from './parts/identifiers'
import { infrastructureRoleRelation, managedEbsVolume, volumeName } from './parts/managed-volume'
import { networkConfiguration, networkRelations } from './parts/network-configuration'
import { clusterNameOf, textAt } from './parts/reading'
import { registeredRelations } from './parts/service-lines'
import { reachedBy } from './parts/service-network'

/** Roles that come with an option of the service; they are shown, and set in the inspector. */
const otherRoles: readonly Relation[] = [
  '/role',
  '/loadBalancers/*/advancedConfiguration/roleArn',
  '/vpcLatticeConfigurations/*/roleArn',
  '/deploymentConfiguration/lifecycleHooks/*/roleArn',
  '/serviceConnectConfiguration/services/*/tls/roleArn',
].map((path) => ({ path, to: ['iam-role'], meaning: 'infrastructure-role', draw: 'line', drawable: false }))

const proxyLogs: readonly Relation[] = [
  {
    path: '/serviceConnectConfiguration/logConfiguration/options/awslogs-group',
    to: ['log-group'],
    meaning: 'logs-to',
    draw: 'line',
    drawable: false,
    label: () => term('proxy'),
  },
  {
    path: '/serviceConnectConfiguration/logConfiguration/secretOptions/*/valueFrom',
    to: ['secret', 'ssm-parameter'],
    meaning: 'reads',
    draw: 'line',
    flow: 'in',
    drawable: false,
  },
]

/** CreateService input. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html */
export const service = defineKind({
  kind: 'service',
  label: 'Service',
  summary: 'Keeps a number of tasks running, replaces failed ones, and rolls out new revisions.',
  category: 'compute',
  keywords: ['ecs', 'replica', 'daemon', 'deployment'],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html',
  icon: 'service',
  spec: spec({
    serviceName: text('Service name', 'Unique in the cluster.', { main: true }),
    cluster: text('Cluster', 'Where it runs; the cluster named “default” when left out.', {
      control: 'reference',
    }),
    taskDefinition: text('Task definition', 'Family, with the newest revision, or family:revision.', {
      main: true,
      control: 'reference',
    }),
    schedulingStrategy: choice(
      'Service type',
      'A number of tasks, or one on every container instance.',
      ['REPLICA', 'DAEMON'],
      { default: 'REPLICA', main: true },
    ),
    desiredCount: whole('Desired tasks', 'How many tasks run; not for DAEMON.', { main: true }),
    availabilityZoneRebalancing: choice(
      'Availability Zone rebalancing',
      'Keeps tasks spread over the zones.',
      ['ENABLED', 'DISABLED'],
    ),
    ...computeOptions,
    ...deploymentOptions,
    networkConfiguration: networkConfiguration(),
    ...reachedBy,
    role: text('Service role', 'Lets ECS call the load balancer; only without the service-linked role.'),
    volumeConfigurations: list(
      'Volumes',
      'EBS volumes that are made for every task.',
      item({
        name: volumeName(),
        managedEBSVolume: group('Managed EBS volume', 'A new volume for every task.', managedEbsVolume),
      }),
      { group: 'Volumes' },
    ),
    enableExecuteCommand: flag('ECS Exec', 'Lets people open a shell in its containers.', {
      default: 'false',
      main: true,
      group: 'Troubleshooting',
    }),
    monitoring: group(
      'Monitoring',
      'How closely metrics are collected.',
      {
        metricConfigurations: list(
          'Metrics',
          'Resolution by metric.',
          item({
            metricNames: list('Metrics', 'Names of the metrics.', line),
            resolutionSeconds: whole('Resolution', 'Time between two values.', { unit: 'seconds' }),
          }),
        ),
      },
      { group: 'Monitoring' },
    ),
    enableECSManagedTags: flag('ECS managed tags', 'Tags tasks with the names of cluster and service.', {
      group: 'Tags',
    }),
    propagateTags: choice(
      'Propagate tags',
      'Where tags of the tasks come from.',
      ['NONE', 'SERVICE', 'TASK_DEFINITION'],
      {
        group: 'Tags',
      },
    ),
    tags: ecsTags(),
    clientToken: text('Client token', 'Makes a repeated create call harmless.'),
  }),
  defaults: (name) => ({
    serviceName: name,
    schedulingStrategy: 'REPLICA',
    desiredCount: 1,
    launchType: 'FARGATE',
  }),
  name: '/serviceName',
  attributes: {
    serviceName: named('Service name', '/serviceName'),
    arn: arnOf('ecs', (element, design) => resourceIdOf(element.spec, clusterNameOf(element, design))),
    resourceId: {
      label: 'Scalable target ID',
      derive: (element, design) => resourceIdOf(element.spec, clusterNameOf(element, design)),
    },
  },
  relations: [
    { path: '/cluster', to: ['cluster'], meaning: 'in-cluster', draw: 'inside' },
    { path: '/taskDefinition', to: ['task-definition'], meaning: 'runs', draw: 'holds' },
    ...registeredRelations,
    strategyRelation,
    ...networkRelations,
    infrastructureRoleRelation,
    ...otherRoles,
    ...proxyLogs,
  ],
  links: [
    runsOnInstances,
    // Service Connect and service discovery name no caller, so who calls whom is drawn.
    {
      meaning: 'traffic',
      to: [
        'service',
        'application-load-balancer',
        'network-load-balancer',
        'classic-load-balancer',
        'external-system',
      ],
    },
  ],
  frame: true,
})

function resourceIdOf(
  spec: Readonly<Record<string, unknown>>,
  cluster: string | undefined,
): string | undefined {
  const name = textAt(spec, '/serviceName')
  return name && cluster && `service/${cluster}/${name}`
}
