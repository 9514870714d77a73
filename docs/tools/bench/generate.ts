/**
 * Designs of any size for measuring. Always the same for the same size, and mixed like real ones: a system is a cluster
 * with three services behind a load balancer and what their tasks need; large designs are many systems side by side.
 */
import { type Design, type Element, emptyDesign, type Spec } from '../../../shared/design/design'
import { refer } from '../../../shared/design/references'

interface Draft {
  readonly elements: Record<string, Element>
  readonly connections: Design['connections']
}

/** A design of exactly that many elements, without one error. */
export function generate(size: number): Design {
  const draft: Draft = { elements: {}, connections: {} }
  let n = 0
  for (let left = size; left >= SYSTEM; left -= SYSTEM) addSystem(draft, n++)
  // The rest is what stands alone in real designs, too: repositories that nothing uses yet.
  for (let i = Object.keys(draft.elements).length; i < size; i++) {
    draft.elements[`spare-${i}`] = { kind: 'ecr-repository', spec: { repositoryName: `spare-${i}` } }
  }
  return { ...emptyDesign(`${size} elements`), region: 'eu-west-1', account: '123456789012', ...draft }
}

/** How many elements `addSystem` adds. */
export const SYSTEM = 31

const SERVICES = ['web', 'api', 'worker'] as const

function addSystem({ elements, connections }: Draft, n: number): void {
  const id = (name: string) => `s${n}-${name}`
  const ref = (name: string, attribute?: string) => refer(id(name), attribute)
  const add = (name: string, kind: string, spec: Spec, rest: Partial<Element> = {}) => {
    elements[id(name)] = { kind, ...rest, spec }
  }
  add('vpc', 'vpc', { CidrBlock: '10.0.0.0/16' })
  for (const zone of ['a', 'b']) {
    add(`subnet-${zone}`, 'subnet', { VpcId: ref('vpc'), AvailabilityZone: `eu-west-1${zone}` })
  }
  add('access', 'security-group', {
    GroupName: id('access'),
    Description: 'From the load balancer',
    VpcId: ref('vpc'),
  })
  add(
    'cluster',
    'cluster',
    { clusterName: id('cluster'), capacityProviders: ['FARGATE'] },
    { inside: id('vpc') },
  )
  add('users', 'users', {}, { label: 'Users' })
  add('alb', 'application-load-balancer', {
    Name: id('alb'),
    Subnets: [ref('subnet-a'), ref('subnet-b')],
    Listeners: ['web', 'api'].map((name, i) => ({
      Protocol: 'HTTP',
      Port: 80 + i,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: ref(`${name}-targets`) }],
    })),
  })
  connections[id('visit')] = { from: id('users'), to: id('alb'), meaning: 'traffic' }
  add('execution-role', 'iam-role', { RoleName: id('execution') })
  add('data', 'efs-file-system', { CreationToken: id('data'), Encrypted: true })
  add('queue', 'sqs-queue', { QueueName: id('queue') })
  add('table', 'dynamodb-table', { TableName: id('table') })
  add('registry', 'image-registry', { host: 'public.ecr.aws' })
  SERVICES.forEach((name, i) => {
    const reached = name !== 'worker'
    if (reached)
      add(`${name}-targets`, 'target-group', {
        Name: id(name),
        Protocol: 'HTTP',
        Port: 8080,
        TargetType: 'ip',
        VpcId: ref('vpc'),
      })
    add(`${name}-repo`, 'ecr-repository', { repositoryName: id(name) })
    add(`${name}-logs`, 'log-group', { logGroupName: `/ecs/${id(name)}` })
    add(`${name}-secret`, 'secret', { Name: id(name) })
    if (reached) add(`${name}-role`, 'iam-role', { RoleName: id(name) })
    add(
      `${name}-task`,
      'task-definition',
      definition(id(name), (part) => ref(part.replace('*', name)), i + 1, reached),
    )
    add(name, 'service', {
      serviceName: id(name),
      cluster: ref('cluster'),
      taskDefinition: ref(`${name}-task`),
      desiredCount: i + 1,
      launchType: 'FARGATE',
      networkConfiguration: {
        awsvpcConfiguration: { subnets: [ref('subnet-a'), ref('subnet-b')], securityGroups: [ref('access')] },
      },
      ...(reached && {
        loadBalancers: [
          { targetGroupArn: ref(`${name}-targets`), containerName: 'main', containerPort: 8080 },
        ],
      }),
    })
  })
  connections[id('work')] = { from: id('queue'), to: id('worker-task'), meaning: 'feeds' }
  connections[id('store')] = { from: id('api-task'), to: id('table'), meaning: 'calls' }
}

/** A task definition of one to three containers; `ref` puts the service's name where the star is. */
function definition(
  family: string,
  ref: (name: string) => string,
  containers: number,
  reached: boolean,
): Spec {
  const logs = {
    'awslogs-group': ref('*-logs'),
    'awslogs-region': 'eu-west-1',
    'awslogs-stream-prefix': family,
  }
  const main = {
    name: 'main',
    image: `${ref('*-repo').replace('}', '.uri}')}:1.4.2`,
    portMappings: [{ containerPort: 8080, protocol: 'tcp' }],
    environment: [
      { name: 'STAGE', value: 'production' },
      { name: 'LOG_LEVEL', value: 'info' },
    ],
    secrets: [{ name: 'PASSWORD', valueFrom: ref('*-secret') }],
    mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }],
    logConfiguration: { logDriver: 'awslogs', options: logs },
  }
  const sidecars = ['proxy', 'metrics'].slice(0, containers - 1).map((name) => ({
    name,
    image: `${ref('registry')}example/${name}:2`,
    essential: false,
    logConfiguration: { logDriver: 'awslogs', options: logs },
  }))
  return {
    family,
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '512',
    memory: '1024',
    executionRoleArn: ref('execution-role'),
    ...(reached && { taskRoleArn: ref('*-role') }),
    containerDefinitions: [main, ...sidecars],
    volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: ref('data') } }],
  }
}
