/** Two states of a design for tests: something came, went, changed and moved between them. */
import { type Design, designSchema } from '../../shared/design/design'

const container = (name: string, image: string) => ({ name, image, essential: true })

const place = (column: number, row: number) => ({ x: column * 400, y: row * 300 })

/** What both states have alike. */
const shared = {
  customers: { kind: 'users', label: 'Customers', spec: {} },
  alb: {
    kind: 'application-load-balancer',
    spec: {
      Name: 'shop',
      Listeners: [
        { Protocol: 'HTTPS', Port: 443, DefaultActions: [{ Type: 'forward', TargetGroupArn: '@{web-tg}' }] },
      ],
    },
  },
  'web-tg': {
    kind: 'target-group',
    spec: { Name: 'web', Protocol: 'HTTP', Port: 3000, TargetType: 'ip' },
  },
  shop: { kind: 'cluster', spec: { clusterName: 'shop-prod' } },
  web: {
    kind: 'service',
    spec: {
      serviceName: 'web',
      cluster: '@{shop}',
      taskDefinition: '@{web-task}',
      desiredCount: 2,
      launchType: 'FARGATE',
      loadBalancers: [{ targetGroupArn: '@{web-tg}', containerName: 'web', containerPort: 3000 }],
    },
  },
  log: { kind: 'log-group', spec: { logGroupName: '/ecs/shop' } },
}

const task = (cpu: string, version: string) => ({
  kind: 'task-definition',
  spec: {
    family: 'web',
    networkMode: 'awsvpc',
    cpu,
    memory: '4096',
    containerDefinitions: [
      container('web', `registry.example/shop/web:${version}`),
      container('proxy', 'registry.example/envoy:1'),
    ],
  },
})

const base = { format: 'fairlead/1', name: 'Shop', region: 'eu-west-1' } as const

const places = {
  customers: place(0, 0),
  alb: place(1, 0),
  shop: place(2, 0),
  web: { x: 16, y: 48 },
  'web-task': { x: 16, y: 48 },
  log: place(4, 0),
}

export const before: Design = designSchema.parse({
  ...base,
  elements: {
    ...shared,
    'web-task': task('1024', '1.4.2'),
    table: { kind: 'dynamodb-table', spec: { TableName: 'orders' } },
  },
  connections: {
    visits: { from: 'customers', to: 'alb', meaning: 'traffic', label: 'HTTPS' },
    writes: { from: 'web-task', to: 'table', meaning: 'calls', label: 'PutItem' },
  },
  layout: { ...places, table: place(4, 1) },
})

/** A queue came, a table went, an image and a size changed, a log group moved, and a line says something else. */
export const after: Design = designSchema.parse({
  ...base,
  elements: {
    ...shared,
    'web-task': task('2048', '1.5.0'),
    events: { kind: 'sqs-queue', spec: { QueueName: 'events' } },
  },
  connections: { visits: { from: 'customers', to: 'alb', meaning: 'traffic', label: 'HTTP/3' } },
  layout: { ...places, log: place(5, 0), events: place(0, 3) },
})
