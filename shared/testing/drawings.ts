/** Designs to draw in tests: one with much of everything, one of frames, and any number of services. */
import { type Design, designSchema } from '../design/design'

const base = {
  format: 'fairlead/1',
  region: 'ap-northeast-2',
  account: '123456789012',
  connections: {},
  layout: {},
} as const

const element = (kind: string, spec: object, rest: object = {}) => ({ kind, spec, ...rest })

const container = (name: string, image: string, rest: object = {}) => ({
  name,
  image,
  essential: true,
  ...rest,
})

const logsTo = (group: string, prefix: string) => ({
  logConfiguration: {
    logDriver: 'awslogs',
    options: { 'awslogs-group': `@{${group}}`, 'awslogs-stream-prefix': prefix },
  },
})

const registered = (targetGroup: string, containerName: string, containerPort: number) => ({
  loadBalancers: [{ targetGroupArn: `@{${targetGroup}}`, containerName, containerPort }],
})

const inShop = (name: string, taskDefinition: string, desiredCount: number, rest: object = {}) =>
  element('service', {
    serviceName: name,
    cluster: '@{shop}',
    taskDefinition: `@{${taskDefinition}}`,
    desiredCount,
    launchType: 'FARGATE',
    ...rest,
  })

/** Three services behind a load balancer, with everything they use; Korean names among the others. */
export const shop: Design = designSchema.parse({
  ...base,
  name: '주문 플랫폼',
  elements: {
    customers: element('users', {}, { label: '고객' }),
    alb: element('application-load-balancer', {
      Name: 'shop-public',
      Scheme: 'internet-facing',
      Listeners: [
        { Protocol: 'HTTPS', Port: 443, DefaultActions: [{ Type: 'forward', TargetGroupArn: '@{web-tg}' }] },
        { Protocol: 'HTTP', Port: 80, DefaultActions: [{ Type: 'redirect' }] },
        {
          Protocol: 'HTTPS',
          Port: 8443,
          DefaultActions: [{ Type: 'forward', TargetGroupArn: '@{orders-tg}' }],
        },
      ],
    }),
    'web-tg': element('target-group', { Name: 'web', Protocol: 'HTTP', Port: 3000, TargetType: 'ip' }),
    'orders-tg': element('target-group', { Name: 'orders', Protocol: 'HTTP', Port: 8080, TargetType: 'ip' }),
    shop: element('cluster', { clusterName: 'shop-prod', capacityProviders: ['FARGATE', 'FARGATE_SPOT'] }),
    web: inShop('web', 'web-task', 2, registered('web-tg', 'web', 3000)),
    orders: inShop('주문-api', 'orders-task', 4, registered('orders-tg', 'api', 8080)),
    worker: inShop('fulfilment-worker', 'worker-task', 1),
    'web-task': element('task-definition', {
      family: 'web',
      networkMode: 'awsvpc',
      cpu: '256',
      memory: '512',
      executionRoleArn: '@{exec}',
      containerDefinitions: [
        container('web', '@{web-repo.uri}:2024.11.3', {
          portMappings: [{ containerPort: 3000 }],
          ...logsTo('log', 'web'),
        }),
      ],
    }),
    'orders-task': element('task-definition', {
      family: 'orders',
      networkMode: 'awsvpc',
      cpu: '1024',
      memory: '2048',
      taskRoleArn: '@{orders-role}',
      executionRoleArn: '@{exec}',
      runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' },
      containerDefinitions: [
        container('api', '@{orders-repo.uri}:1.4.2', {
          portMappings: [{ containerPort: 8080 }, { containerPort: 9090 }],
          healthCheck: { command: ['CMD', '/health'] },
          secrets: [
            { name: 'DB_PASSWORD', valueFrom: '@{db-secret}' },
            { name: 'DB_USER', valueFrom: '@{db-secret}:username::' },
            { name: 'FLAGS', valueFrom: '@{flags}' },
          ],
          mountPoints: [{ sourceVolume: 'uploads', containerPath: '/data' }],
          ...logsTo('log', 'api'),
        }),
        container('xray-daemon', '@{public-ecr}xray/aws-xray-daemon:3.3.12', {
          essential: false,
          portMappings: [{ containerPort: 2000, protocol: 'udp' }],
          ...logsTo('log', 'xray'),
        }),
      ],
      volumes: [{ name: 'uploads', efsVolumeConfiguration: { fileSystemId: '@{efs}' } }, { name: 'scratch' }],
    }),
    'worker-task': element('task-definition', {
      family: 'fulfilment-worker',
      networkMode: 'awsvpc',
      cpu: '512',
      memory: '1024',
      executionRoleArn: '@{exec}',
      containerDefinitions: [container('worker', '@{worker-repo.uri}:0.9.0', logsTo('log', 'worker'))],
    }),
    'web-repo': element('ecr-repository', { repositoryName: 'shop/web' }),
    'orders-repo': element('ecr-repository', {
      repositoryName: 'shop/orders',
      imageTagMutability: 'IMMUTABLE',
    }),
    'worker-repo': element('ecr-repository', { repositoryName: 'shop/fulfilment-worker' }),
    'public-ecr': element('image-registry', { host: 'public.ecr.aws' }),
    exec: element('iam-role', { RoleName: 'ecsTaskExecutionRole' }),
    'orders-role': element('iam-role', { RoleName: 'orders-task' }),
    log: element('log-group', { logGroupName: '/ecs/shop-prod' }),
    'db-secret': element('secret', { Name: 'shop/prod/orders/database' }),
    flags: element('ssm-parameter', { Name: '/shop/prod/feature-flags', Type: 'SecureString' }),
    efs: element('efs-file-system', {
      CreationToken: 'shop-uploads',
      Encrypted: true,
      ThroughputMode: 'elastic',
    }),
    table: element('dynamodb-table', { TableName: 'orders', BillingMode: 'PAY_PER_REQUEST' }),
    queue: element('sqs-queue', { QueueName: 'orders-placed' }),
    remark: element('note', { text: 'Orders must stay in ap-northeast-2 (개인정보).' }),
  },
  connections: {
    visits: { from: 'customers', to: 'alb', meaning: 'traffic', label: 'HTTPS' },
    writes: { from: 'orders-task', to: 'table', meaning: 'calls', label: 'PutItem' },
    sends: { from: 'orders-task', to: 'queue', meaning: 'calls', label: 'SendMessage' },
    feeds: { from: 'queue', to: 'worker-task', meaning: 'feeds' },
    hint: { from: 'remark', to: 'orders', meaning: 'points-at' },
  },
})

/** Frames in frames, a locked service, and a kind that nobody knows. */
export const zones: Design = designSchema.parse({
  ...base,
  name: 'Zones',
  elements: {
    seoul: element('region', { RegionName: 'ap-northeast-2' }),
    main: element('vpc', { CidrBlock: '10.0.0.0/16' }, { inside: 'seoul', label: 'main' }),
    'zone-a': element('availability-zone', { ZoneName: 'ap-northeast-2a' }, { inside: 'main' }),
    'zone-c': element('availability-zone', { ZoneName: 'ap-northeast-2c' }, { inside: 'main' }),
    'private-a': element('subnet', {
      VpcId: '@{main}',
      AvailabilityZone: '@{zone-a}',
      CidrBlock: '10.0.1.0/24',
    }),
    'private-c': element('subnet', {
      VpcId: '@{main}',
      AvailabilityZone: '@{zone-c}',
      CidrBlock: '10.0.2.0/24',
    }),
    batch: element('cluster', { clusterName: 'batch' }, { inside: 'main' }),
    agent: element(
      'service',
      {
        serviceName: 'agent',
        cluster: '@{batch}',
        taskDefinition: '@{agent-task}',
        schedulingStrategy: 'DAEMON',
      },
      { locked: true },
    ),
    'agent-task': element('task-definition', {
      family: 'agent',
      networkMode: 'host',
      containerDefinitions: [container('agent', 'gcr.io/datadoghq/agent:7.59.0')],
    }),
    api: element('service', {
      serviceName: 'api',
      cluster: '@{batch}',
      taskDefinition: '@{api-task}',
      desiredCount: 3,
      networkConfiguration: {
        awsvpcConfiguration: { subnets: ['@{private-a}', '@{private-c}'], securityGroups: ['@{guard}'] },
      },
    }),
    'api-task': element('task-definition', {
      family: 'api',
      networkMode: 'awsvpc',
      containerDefinitions: [],
    }),
    guard: element('security-group', { GroupName: 'api', VpcId: '@{main}' }),
    odd: element('quantum-computer', { qubits: 3 }),
    later: element('frame', {}, { label: 'Later' }),
    archive: element(
      's3-bucket',
      { Bucket: 'a-bucket-name-that-nobody-can-read-at-once' },
      { inside: 'later' },
    ),
  },
})

/** About as many elements as asked for: clusters of services, each with a role, a repository and a log group. */
export function manyServices(count: number): Design {
  const elements: Record<string, unknown> = {}
  const layout: Record<string, unknown> = {}
  for (let c = 0; Object.keys(elements).length < count; c++) {
    const cluster = `c${c}`
    const corner = { x: (c % 7) * 2000, y: Math.floor(c / 7) * 2400 }
    elements[cluster] = element('cluster', { clusterName: cluster })
    elements[`${cluster}-exec`] = element('iam-role', { RoleName: `${cluster}-exec` })
    layout[cluster] = corner
    layout[`${cluster}-exec`] = { x: corner.x + 1200, y: corner.y + 1300 }
    for (let s = 0; s < 16; s++) {
      const id = `${cluster}-s${s}`
      const task = {
        family: id,
        taskRoleArn: `@{${id}-role}`,
        executionRoleArn: `@{${cluster}-exec}`,
        containerDefinitions: [container('app', `@{${id}-repo.uri}:1`, logsTo(`${id}-log`, 'app'))],
      }
      elements[id] = element('service', {
        serviceName: id,
        cluster: `@{${cluster}}`,
        taskDefinition: `@{${id}-task}`,
        desiredCount: s % 4,
      })
      elements[`${id}-task`] = element('task-definition', task)
      elements[`${id}-role`] = element('iam-role', { RoleName: id })
      elements[`${id}-repo`] = element('ecr-repository', { repositoryName: id })
      elements[`${id}-log`] = element('log-group', { logGroupName: `/ecs/${id}` })
      layout[id] = { x: 16 + (s % 2) * 400, y: 48 + Math.floor(s / 2) * 240 }
      layout[`${id}-task`] = { x: 16, y: 48 }
      for (const [i, part] of ['role', 'repo', 'log'].entries()) {
        layout[`${id}-${part}`] = { x: corner.x + 960 + i * 224, y: corner.y + s * 80 }
      }
    }
  }
  return designSchema.parse({ ...base, name: 'Many services', elements, layout })
}
