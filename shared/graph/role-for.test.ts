import { describe, expect, it } from 'vitest'
import type { RoleUse } from '../aws/facts/role-uses'
import type { Design, Element } from '../design/design'
import { container, drawing, element, fargateTask, link, service } from '../rules/examples'
import { graphOf } from './graph'
import { roleFor, rolesFor } from './role-for'
import { runOf } from './runs'
import { usesOf } from './usage'

const EXECUTION = 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'
const INSTANCE = 'arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role'

const role = (...ManagedPolicyArns: string[]) => element('iam-role', { RoleName: 'a', ManagedPolicyArns })
const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1'
const pulling = (spec: Element['spec'] = {}) =>
  fargateTask({ containerDefinitions: [container({ image })], ...spec })

/** Who does something for the service `web`, which runs `task`. */
function who(design: Design, use: RoleUse, of = 'task') {
  const graph = graphOf(design)
  const found = usesOf(graph, of).find((one) => one.use === use)
  if (!found) throw new Error(`nothing does ${use}`)
  return roleFor(graph, found, runOf(graph, 'web'))
}

const on = (launchType: string, task: Element, rest: Readonly<Record<string, Element>> = {}) =>
  drawing({ main: element('cluster'), task, web: service({ cluster: '@{main}', launchType }), ...rest })

describe('the execution role', () => {
  it('is missing on Fargate', () => {
    expect(who(on('FARGATE', pulling()), 'pull-image')).toMatchObject({
      role: 'execution',
      named: { element: 'task', at: '/executionRoleArn' },
      missing: 'role',
      actions: ['ecr:GetAuthorizationToken', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    })
  })

  it('pulls when it may', () => {
    const task = pulling({ executionRoleArn: '@{role}' })
    const answer = who(on('FARGATE', task, { role: role(EXECUTION) }), 'pull-image')
    expect(answer).toMatchObject({ role: 'execution', element: 'role' })
    expect(answer.missing).toBeUndefined()
  })

  it('lacks what no policy allows', () => {
    const task = pulling({ executionRoleArn: '@{role}' })
    expect(who(on('FARGATE', task, { role: role() }), 'pull-image')).toMatchObject({
      element: 'role',
      missing: 'permission',
      actions: ['ecr:GetAuthorizationToken', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    })
  })

  it('may be anything when only its ARN is known', () => {
    const task = pulling({ executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole' })
    const answer = who(on('FARGATE', task), 'pull-image')
    expect(answer.element).toBeUndefined()
    expect(answer.missing).toBeUndefined()
  })

  it('stands elsewhere when only the containers were imported', () => {
    const imported = { imported: { shape: 'containers' } }
    const task = element('task-definition', { containerDefinitions: [container({ image })] }, imported)
    expect(who(on('FARGATE', task), 'pull-image').missing).toBeUndefined()
  })

  it('can be a task’s own', () => {
    const design = drawing({
      role: role(EXECUTION),
      task: pulling(),
      web: element('task', { taskDefinition: '@{task}', overrides: { executionRoleArn: '@{role}' } }),
    })
    expect(who(design, 'pull-image')).toMatchObject({
      element: 'role',
      named: { element: 'web', at: '/overrides/executionRoleArn' },
    })
  })
})

describe('on EC2 the instance profile stands in', () => {
  const hosts = (spec: Element['spec'] = {}) => element('container-instance', { cluster: '@{main}', ...spec })
  const profile = element('instance-profile', { Roles: ['@{role.name}'] })
  const guarded = hosts({ IamInstanceProfile: { Arn: '@{profile}' } })

  it('for images, when it may', () => {
    const rest = { hosts: guarded, profile, role: role(INSTANCE) }
    const answer = who(on('EC2', pulling(), rest), 'pull-image')
    expect(answer).toMatchObject({ role: 'instance', element: 'role', named: { element: 'hosts' } })
    expect(answer.missing).toBeUndefined()
  })

  it('and lacks what it may not', () => {
    const rest = { hosts: guarded, profile, role: role() }
    expect(who(on('EC2', pulling(), rest), 'pull-image')).toMatchObject({
      role: 'instance',
      element: 'role',
      missing: 'permission',
    })
  })

  it('or is missing', () => {
    expect(who(on('EC2', pulling(), { hosts: hosts() }), 'pull-image')).toMatchObject({
      role: 'instance',
      missing: 'role',
    })
  })

  it('and nobody knows while no instances are drawn', () => {
    expect(who(on('EC2', pulling()), 'pull-image')).toMatchObject({ role: 'instance' })
    expect(who(on('EC2', pulling()), 'pull-image').missing).toBeUndefined()
  })

  it('but not for secrets', () => {
    const secrets = [{ name: 'A', valueFrom: '/a' }]
    const task = fargateTask({ containerDefinitions: [container({ secrets })] })
    expect(
      who(on('EC2', task, { hosts: guarded, profile, role: role(INSTANCE) }), 'read-parameter'),
    ).toMatchObject({ role: 'execution', missing: 'role' })
  })
})

describe('the task role', () => {
  const design = (spec: Element['spec'], policies: readonly string[] = []) =>
    drawing(
      {
        role: role(...policies),
        table: element('dynamodb-table', { TableName: 'orders' }),
        task: fargateTask(spec),
        web: service({ launchType: 'FARGATE', enableExecuteCommand: true }),
      },
      { one: link('task', 'calls', 'table') },
    )
  const mine = { taskRoleArn: '@{role}' }

  it('makes the calls of the application', () => {
    expect(who(design({}), 'dynamodb-items')).toMatchObject({ role: 'task', missing: 'role' })
    expect(who(design(mine), 'dynamodb-items')).toMatchObject({ element: 'role', missing: 'permission' })
  })

  it('need not make all of them', () => {
    const reader = ['arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess']
    expect(who(design(mine, reader), 'dynamodb-items').missing).toBeUndefined()
  })

  it('opens the channel of ECS Exec, for which it needs every action', () => {
    expect(who(design(mine), 'exec-command', 'web')).toMatchObject({
      role: 'task',
      missing: 'permission',
      actions: expect.arrayContaining(['ssmmessages:OpenDataChannel']),
    })
  })
})

describe('an infrastructure role', () => {
  const volumes = (roleArn?: string) =>
    service({ volumeConfigurations: [{ name: 'data', managedEBSVolume: { sizeInGiB: 1, roleArn } }] })

  it('is named by the option that needs it', () => {
    expect(who(drawing({ task: fargateTask(), web: volumes() }), 'ebs-volumes', 'web')).toMatchObject({
      role: 'infrastructure',
      missing: 'role',
      named: { element: 'web', at: '/volumeConfigurations/0/managedEBSVolume/roleArn' },
    })
    const named = drawing({ task: fargateTask(), web: volumes('@{role}'), role: role() })
    expect(who(named, 'ebs-volumes', 'web')).toMatchObject({ element: 'role', missing: 'permission' })
  })
})

describe('one answer for each way in which it is run', () => {
  const answers = (design: Design) => {
    const graph = graphOf(design)
    const [use] = usesOf(graph, 'task')
    return (use ? rolesFor(graph, use) : []).map(({ role: kind, missing }) => [kind, missing])
  }

  it('by services and tasks', () => {
    const both = { here: service({ launchType: 'FARGATE' }), there: service({ launchType: 'EC2' }) }
    expect(answers(drawing({ task: pulling(), ...both }))).toEqual([
      ['execution', 'role'],
      ['instance', undefined],
    ])
  })

  it('else by what it claims to be fit for', () => {
    expect(answers(drawing({ task: pulling() }))).toEqual([['execution', 'role']])
    expect(answers(drawing({ task: pulling({ requiresCompatibilities: ['EC2'] }) }))).toEqual([
      ['instance', undefined],
    ])
    expect(answers(drawing({ task: pulling({ requiresCompatibilities: undefined }) }))).toEqual([
      ['execution', undefined],
    ])
  })
})
