import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { candidates } from '../graph/connect'
import { graphOf } from '../graph/graph'
import { container, drawing, ec2Task, element, fargateTask, link, service } from '../rules/examples'
import { validate } from '../rules/validate'
import { english } from '../texts/text'
import { applyParts, type DrawnLine, drawLine, neededParts } from './draw-line'

const network = {
  vpc: element('vpc', { CidrBlock: '10.0.0.0/16' }),
  'subnet-a': element('subnet', { VpcId: '@{vpc}', AvailabilityZone: 'eu-west-1a' }),
  'subnet-b': element('subnet', { VpcId: '@{vpc}', AvailabilityZone: 'eu-west-1b' }),
  'alb-access': element('security-group', {
    GroupName: 'alb-access',
    Description: 'From everywhere',
    VpcId: '@{vpc}',
    SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' }],
  }),
}

const balancer = element('application-load-balancer', {
  Name: 'front',
  Subnets: ['@{subnet-a}', '@{subnet-b}'],
  SecurityGroups: ['@{alb-access}'],
  Listeners: [{ Protocol: 'HTTP', Port: 80 }],
})

const inVpc = (groups: readonly string[] = []) => ({
  awsvpcConfiguration: {
    subnets: ['@{subnet-a}', '@{subnet-b}'],
    ...(groups.length > 0 ? { securityGroups: groups } : {}),
  },
})

const serving = [container({ portMappings: [{ containerPort: 8080 }] })]

/** Draws the first line that the two can have. */
function drawn(design: Design, from: string, to: string, meaning?: string): DrawnLine {
  const all = candidates(graphOf(design), from, to)
  const candidate = all.find((one) => meaning === undefined || one.meaning === meaning)!
  const line = drawLine(design, candidate)
  if ('refused' in line) throw new Error(english(line.refused))
  return line
}

const ids = ({ parts }: DrawnLine) => parts.map(({ id }) => id)
const errors = (design: Design) => validate(design).filter(({ severity }) => severity === 'error')

describe('a load balancer in front of a service', () => {
  const before = drawing({
    ...network,
    front: balancer,
    task: fargateTask({ containerDefinitions: serving }),
    web: service({ launchType: 'FARGATE', networkConfiguration: inVpc() }),
  })
  const line = drawn(before, 'front', 'web')

  it('brings a target group that fits, a health check and the open port', () => {
    const group = line.design.elements['web-targets']
    expect(group?.spec).toMatchObject({ TargetType: 'ip', Port: 8080, VpcId: '@{vpc}', HealthCheckPath: '/' })
    expect(line.design.elements.web?.spec).toMatchObject({
      loadBalancers: [{ targetGroupArn: '@{web-targets}', containerName: 'web', containerPort: 8080 }],
      networkConfiguration: { awsvpcConfiguration: { securityGroups: ['@{web-tasks}'] } },
    })
    expect(line.design.elements['web-tasks']?.spec.SecurityGroupIngress).toEqual([
      { IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, SourceSecurityGroupId: '@{alb-access}' },
    ])
  })

  it('gives each part a reason, and offers what is only good practice', () => {
    expect(ids(line)).toEqual([
      'line',
      'group-web',
      'target-port',
      'target-vpc',
      'health-check',
      'grace-period',
    ])
    for (const { title, reason } of line.parts) {
      expect(english(title)).not.toMatch(/[.]$/)
      expect(english(reason)).toMatch(/^[A-Z].*[.]$/)
    }
    expect(line.parts.filter(({ offered }) => offered).map(({ id }) => id)).toEqual(['grace-period'])
  })

  it('leaves out the parts that somebody takes back', () => {
    const wanted = new Set(neededParts(line.parts))
    wanted.delete('group-web')
    const { design } = edit(before, (draft) => applyParts(draft, line.parts, wanted))
    expect(design.elements['web-tasks']).toBeUndefined()
    expect(design.elements['web-targets']?.spec.Port).toBe(8080)
  })

  it('makes the same design from its parts as by itself, and no new error', () => {
    const { design } = edit(before, (draft) => applyParts(draft, line.parts, neededParts(line.parts)))
    expect(design).toEqual(line.design)
    const old = errors(before).map(({ rule }) => rule)
    expect(errors(line.design).filter(({ rule }) => !old.includes(rule))).toEqual([])
  })
})

it('an EC2 service in bridge mode gets a group of instances', () => {
  const before = drawing({
    ...network,
    front: balancer,
    task: ec2Task({
      containerDefinitions: [container({ memory: 512, portMappings: [{ containerPort: 80, hostPort: 0 }] })],
    }),
    web: service({ launchType: 'EC2' }),
  })
  expect(drawn(before, 'front', 'web').design.elements['web-targets']?.spec).toMatchObject({
    TargetType: 'instance',
    HealthCheckPort: 'traffic-port',
  })
})

it('a container without a port mapping gets one', () => {
  const before = drawing({
    ...network,
    group: element('target-group', {
      Name: 'group',
      TargetType: 'ip',
      Protocol: 'HTTP',
      Port: 8080,
      VpcId: '@{vpc}',
    }),
    task: fargateTask(),
    web: service({ launchType: 'FARGATE', networkConfiguration: inVpc() }),
  })
  const line = drawn(before, 'web', 'group')
  expect(line.design.elements.task?.spec.containerDefinitions).toMatchObject([
    { portMappings: [{ containerPort: 8080, protocol: 'tcp' }] },
  ])
})

it('a file system comes with mount targets in the zones of the tasks, open for NFS', () => {
  const before = drawing({
    ...network,
    tasks: element('security-group', { GroupName: 'tasks', Description: 'Tasks', VpcId: '@{vpc}' }),
    data: element('efs-file-system', { CreationToken: 'data', Encrypted: true }),
    task: fargateTask(),
    web: service({ launchType: 'FARGATE', networkConfiguration: inVpc(['@{tasks}']) }),
  })
  const { design } = drawn(before, 'task', 'data')
  expect(design.elements.data?.spec.MountTargets).toEqual([
    { SubnetId: '@{subnet-a}', SecurityGroups: ['@{data-access}'] },
    { SubnetId: '@{subnet-b}', SecurityGroups: ['@{data-access}'] },
  ])
  expect(design.elements['data-access']?.spec.SecurityGroupIngress).toEqual([
    { IpProtocol: 'tcp', FromPort: 2049, ToPort: 2049, SourceSecurityGroupId: '@{tasks}' },
  ])
})

it('a repository on Fargate brings the execution role that pulls', () => {
  const repo = element('ecr-repository', { repositoryName: 'orders' })
  const before = drawing({ repo, task: fargateTask({ containerDefinitions: [{ name: 'web' }] }) })
  const { design } = drawn(before, 'task', 'repo')
  expect(design.elements.task?.spec.executionRoleArn).toBe('@{ecs-task-execution-role}')
})

it('a secret brings the permission to read just that secret', () => {
  const role = element('iam-role', {
    RoleName: 'execution',
    ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'],
  })
  const secret = element('secret', { Name: 'db' })
  const before = drawing({ role, secret, task: fargateTask({ executionRoleArn: '@{role}' }) })
  const { design } = drawn(before, 'task', 'secret')
  expect(JSON.stringify(design.elements.role?.spec.Policies)).toContain('secretsmanager:GetSecretValue')
  expect(JSON.stringify(design.elements.role?.spec.Policies)).toContain('@{secret.arn}')
})

describe('a queue that feeds a worker', () => {
  const before = drawing({
    queue: element('sqs-queue', { QueueName: 'work' }),
    task: fargateTask(),
    worker: service({ serviceName: 'worker', launchType: 'FARGATE', networkConfiguration: inVpc() }),
    ...network,
  })
  const line = drawn(before, 'queue', 'task', 'feeds')

  it('gives its task role the permission to receive', () => {
    const role = line.design.elements['task-role']
    expect(JSON.stringify(role?.spec.Policies)).toContain('sqs:ReceiveMessage')
    expect(line.design.elements.task?.spec.taskRoleArn).toBe('@{task-role}')
  })

  it('offers to scale the service by the backlog', () => {
    const offer = line.parts.find(({ offered }) => offered)!
    expect(english(offer.title)).toBe('Scale “worker” by the messages that wait in “work”')
    const { design } = edit(line.design, offer.apply)
    expect(design.elements['worker-backlog']?.spec.ResourceId).toBe('@{worker.resourceId}')
    expect(edit(design, offer.apply).patches).toEqual([])
  })
})

it('a capacity provider stands instead of the launch type, and is associated with the cluster', () => {
  const before = drawing({
    main: element('cluster', { clusterName: 'main' }),
    group: element('capacity-provider', { name: 'group', autoScalingGroupProvider: {} }),
    task: ec2Task(),
    web: service({ cluster: '@{main}', launchType: 'EC2' }),
  })
  const { design } = drawn(before, 'web', 'group')
  expect(design.elements.web?.spec.launchType).toBeUndefined()
  expect(design.elements.main?.spec.capacityProviders).toEqual(['@{group}'])
})

it('a line that the kind refuses is refused with its reason', () => {
  const repo = element('ecr-repository', { repositoryName: 'orders' })
  const before = drawing({ repo, task: fargateTask() })
  const candidate = candidates(graphOf(before), 'task', 'repo')[0]!
  const line = drawLine(before, candidate, '/containerDefinitions/0')
  expect('refused' in line && english(line.refused)).toMatch(/already has the image/)
})

it('a stored line is drawn like any other', () => {
  const before = drawing({ table: element('dynamodb-table', { TableName: 'orders' }), task: fargateTask() })
  const line = drawn(before, 'task', 'table')
  expect(Object.values(line.design.connections)).toEqual([link('task', 'calls', 'table')])
  expect(line.design.elements.task?.spec.taskRoleArn).toBeDefined()
})
