import { describe, expect, it } from 'vitest'
import { container, drawing, ec2Task, element, fargateTask, link, service } from '../rules/examples'
import { graphOf } from './graph'
import { roleAnswers } from './role-lens'

const logging = {
  logConfiguration: {
    logDriver: 'awslogs',
    options: { 'awslogs-group': '@{logs}', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'web' },
  },
}

const containers = [
  container({
    memory: 512,
    image: '@{repo.uri}:1',
    secrets: [{ name: 'PASSWORD', valueFrom: '@{password}' }],
    ...logging,
  }),
]

const common = {
  repo: element('ecr-repository', { repositoryName: 'orders' }),
  logs: element('log-group', { logGroupName: '/ecs/orders' }),
  password: element('secret', { Name: 'password' }),
  queue: element('sqs-queue', { QueueName: 'work' }),
  execution: element('iam-role', {
    RoleName: 'execution',
    ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'],
  }),
}

const onFargate = graphOf(
  drawing(
    {
      ...common,
      task: fargateTask({ containerDefinitions: containers, executionRoleArn: '@{execution}' }),
      web: service({ launchType: 'FARGATE' }),
    },
    { work: link('queue', 'feeds', 'task') },
  ),
)

const facts = (graph: typeof onFargate, id: string) =>
  roleAnswers(graph, id).map(({ use, answer }) => [use.use, answer.role, answer.element, answer.missing])

describe('on Fargate', () => {
  it('the execution role pulls the image', () => {
    expect(facts(onFargate, 'repo')).toEqual([['pull-image', 'execution', 'execution', undefined]])
    expect(roleAnswers(onFargate, 'repo')[0]?.lit).toEqual(['task', 'web', 'execution', 'repo'])
  })

  it('the execution role reads the secret, and lacks the permission', () => {
    expect(facts(onFargate, 'password')).toEqual([['read-secret', 'execution', 'execution', 'permission']])
    expect(roleAnswers(onFargate, 'password')[0]?.answer.actions).toEqual(['secretsmanager:GetSecretValue'])
  })

  it('the task role, which is missing, would receive the messages', () => {
    expect(facts(onFargate, 'queue')).toEqual([['sqs-receive', 'task', undefined, 'role']])
  })

  it('a task definition answers for all that its containers do', () => {
    expect(facts(onFargate, 'task').map(([use]) => use)).toEqual([
      'pull-image',
      'read-secret',
      'write-logs',
      'sqs-receive',
    ])
    expect(roleAnswers(onFargate, 'task', 7)).toEqual([])
  })

  it('a role answers for all that it does', () => {
    expect(facts(onFargate, 'execution').map(([use]) => use)).toEqual([
      'pull-image',
      'read-secret',
      'write-logs',
    ])
  })
})

it('instances that join by a capacity provider use their role for what its cluster runs', () => {
  const graph = graphOf(
    drawing({
      ...common,
      main: element('cluster', { clusterName: 'main', capacityProviders: ['@{provider}'] }),
      provider: element('capacity-provider', { name: 'hosts', autoScalingGroupProvider: {} }),
      profile: element('instance-profile', { InstanceProfileName: 'hosts', Roles: ['@{host-role.name}'] }),
      'host-role': element('iam-role', { RoleName: 'hosts' }),
      hosts: element('container-instance', {
        capacityProviderName: '@{provider}',
        IamInstanceProfile: { Arn: '@{profile}' },
      }),
      task: ec2Task({ containerDefinitions: containers }),
      web: service({ cluster: '@{main}', launchType: 'EC2' }),
    }),
  )
  expect(facts(graph, 'host-role').map(([use]) => use)).toEqual(
    expect.arrayContaining(['pull-image', 'write-logs', 'register-instance']),
  )
})

it('on EC2 without an execution role the instance profile pulls and logs', () => {
  const graph = graphOf(
    drawing({
      ...common,
      main: element('cluster', { clusterName: 'main' }),
      profile: element('instance-profile', { InstanceProfileName: 'hosts', Roles: ['@{host-role.name}'] }),
      'host-role': element('iam-role', { RoleName: 'hosts' }),
      hosts: element('container-instance', {
        cluster: '@{main}',
        InstanceType: 'm7g.large',
        IamInstanceProfile: { Arn: '@{profile}' },
      }),
      task: ec2Task({ containerDefinitions: containers }),
      web: service({ cluster: '@{main}', launchType: 'EC2' }),
    }),
  )
  expect(facts(graph, 'repo')).toEqual([['pull-image', 'instance', 'host-role', 'permission']])
  expect(facts(graph, 'password')).toEqual([['read-secret', 'execution', undefined, 'role']])
  expect(facts(graph, 'host-role').map(([use]) => use)).toEqual(
    expect.arrayContaining(['pull-image', 'write-logs', 'register-instance']),
  )
})
