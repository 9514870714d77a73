/** A design whose elements are in a network, to draw in both nestings. */
import { type Design, designSchema } from '../design/design'

const awsvpc = (...subnets: readonly string[]) => ({
  networkConfiguration: { awsvpcConfiguration: { subnets: subnets.map((id) => `@{${id}}`) } },
})

const inMain = (name: string, taskDefinition: string, rest: object = {}) => ({
  kind: 'service',
  spec: {
    serviceName: name,
    cluster: '@{main}',
    taskDefinition: `@{${taskDefinition}}`,
    desiredCount: 2,
    ...rest,
  },
})

const definition = (family: string) => ({
  kind: 'task-definition',
  spec: { family, containerDefinitions: [{ name: 'app', image: '@{images.uri}:1' }], taskRoleArn: '@{role}' },
})

const subnetIn = (zone: string, CidrBlock: string) => ({
  kind: 'subnet',
  spec: { AvailabilityZone: `@{${zone}}`, VpcId: '@{net}', CidrBlock },
})

/** Two zones with a subnet each; a service in both, one in one of them, and what is in no network. */
export const networked: Design = designSchema.parse({
  format: 'fairlead/1',
  name: 'Networked',
  region: 'eu-west-1',
  elements: {
    net: { kind: 'vpc', spec: { CidrBlock: '10.0.0.0/16' }, label: 'net' },
    a: { kind: 'availability-zone', spec: { ZoneName: 'eu-west-1a' } },
    b: { kind: 'availability-zone', spec: { ZoneName: 'eu-west-1b' } },
    'private-a': subnetIn('a', '10.0.0.0/24'),
    'private-b': subnetIn('b', '10.0.1.0/24'),
    main: { kind: 'cluster', spec: { clusterName: 'main', capacityProviders: ['FARGATE'] } },
    api: inMain('api', 'api-task', { launchType: 'FARGATE', ...awsvpc('private-a', 'private-b') }),
    worker: inMain('worker', 'worker-task', { launchType: 'FARGATE', ...awsvpc('private-a') }),
    agent: inMain('agent', 'agent-task', { launchType: 'EC2' }),
    'api-task': definition('api'),
    'worker-task': definition('worker'),
    'agent-task': definition('agent'),
    hosts: {
      kind: 'container-instance',
      spec: { InstanceType: 'm7g.large', cluster: '@{main}', SubnetId: '@{private-b}' },
    },
    guard: { kind: 'security-group', spec: { GroupName: 'tasks', VpcId: '@{net}' } },
    files: {
      kind: 'efs-file-system',
      spec: { MountTargets: [{ SubnetId: '@{private-a}' }, { SubnetId: '@{private-b}' }] },
    },
    role: { kind: 'iam-role', spec: { RoleName: 'app' } },
    images: { kind: 'ecr-repository', spec: { repositoryName: 'app' } },
    queue: { kind: 'sqs-queue', spec: { QueueName: 'jobs' } },
  },
  connections: {
    jobs: { from: 'api-task', to: 'queue', meaning: 'calls' },
    work: { from: 'queue', to: 'worker-task', meaning: 'feeds' },
  },
  layout: {},
})
