import { describe, expect, it } from 'vitest'
import type { Element } from '../design/design'
import { drawing, element } from '../rules/examples'
import { graphOf } from './graph'
import { deniedOf, permission, permissionsKnown, trustedServices } from './permissions'

const role = (spec: Element['spec'] = {}, rest: Partial<Element> = {}) =>
  element('iam-role', { RoleName: 'orders', ...spec }, rest)

const inline = (...Statement: object[]) => ({
  Policies: [{ PolicyName: 'orders', PolicyDocument: { Version: '2012-10-17', Statement } }],
})

const allow = (Action: unknown, Resource: unknown = '*', rest: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...rest,
})

const managed = (...names: string[]) => ({
  ManagedPolicyArns: names.map((name) => `arn:aws:iam::aws:policy/${name}`),
})

/** What the role may do, beside a queue, a bucket and a secret of the drawing. */
const may = (it: Element, action: string, resource?: string) =>
  permission(
    graphOf(
      drawing({
        role: it,
        queue: element('sqs-queue', { QueueName: 'orders' }),
        files: element('s3-bucket', { Bucket: 'files' }),
        password: element('secret', { Name: 'password' }),
      }),
    ),
    'role',
    action,
    resource,
  )

describe('a role about which nothing is said', () => {
  it('may do nothing when it is drawn', () => {
    expect(may(role(), 'sqs:SendMessage')).toBe('denied')
    expect(may(role({ ManagedPolicyArns: [], Policies: [] }), 'sqs:SendMessage')).toBe('denied')
  })

  it('may do anything when it is there already', () => {
    expect(
      may(role({}, { existing: { arn: 'arn:aws:iam::123456789012:role/orders' } }), 'sqs:SendMessage'),
    ).toBe('unknown')
  })

  it('may do anything when it is no role of the drawing', () => {
    expect(permission(graphOf(drawing({})), 'role', 'sqs:SendMessage')).toBe('unknown')
  })
})

describe('managed policies', () => {
  it('allow what AWS says', () => {
    const execution = role(managed('service-role/AmazonECSTaskExecutionRolePolicy'))
    expect(may(execution, 'ecr:BatchGetImage')).toBe('allowed')
    expect(may(execution, 'logs:PutLogEvents', 'arn:aws:logs:eu-west-1:123456789012:log-group:a:*')).toBe(
      'allowed',
    )
    expect(may(execution, 'logs:CreateLogGroup')).toBe('denied')
    expect(may(execution, 'secretsmanager:GetSecretValue')).toBe('denied')
  })

  it('of the account leave open what nothing else allows', () => {
    const own = role({
      ManagedPolicyArns: ['arn:aws:iam::123456789012:policy/orders'],
      ...inline(allow('sqs:*')),
    })
    expect(may(own, 'sqs:SendMessage')).toBe('allowed')
    expect(may(own, 's3:GetObject')).toBe('unknown')
  })

  it('that are a placeholder, or no list, do so too', () => {
    expect(may(role({ ManagedPolicyArns: ['<policy-arn>'] }), 's3:GetObject')).toBe('unknown')
    expect(may(role({ ManagedPolicyArns: '${Policies}' }), 's3:GetObject')).toBe('unknown')
  })

  it('may be for some resources only', () => {
    const infrastructure = role(managed('AmazonECSInfrastructureRolePolicyForManagedInstances'))
    expect(may(infrastructure, 'iam:PassRole', 'arn:aws:iam::123456789012:role/ecsInstanceRole')).toBe(
      'allowed',
    )
    expect(may(infrastructure, 'iam:PassRole', 'arn:aws:iam::123456789012:role/mine')).toBe('denied')
  })
})

describe('inline policies', () => {
  it('take one action or several, with stars, in any letter case', () => {
    expect(may(role(inline(allow('sqs:sendmessage'))), 'sqs:SendMessage')).toBe('allowed')
    expect(may(role(inline(allow(['s3:*', 'sqs:Send*']))), 'sqs:SendMessage')).toBe('allowed')
    expect(may(role(inline(allow('sqs:Receive*'))), 'sqs:SendMessage')).toBe('denied')
  })

  it('are read as JSON text, and with a single statement', () => {
    const text = JSON.stringify({ Statement: allow('sqs:*') })
    expect(may(role({ Policies: [{ PolicyName: 'a', PolicyDocument: text }] }), 'sqs:SendMessage')).toBe(
      'allowed',
    )
  })

  it('that can’t be read leave it open', () => {
    for (const PolicyDocument of ['{ not JSON', '${Policy}', undefined, { Statement: ['?'] }]) {
      expect(may(role({ Policies: [{ PolicyName: 'a', PolicyDocument }] }), 'sqs:SendMessage')).toBe(
        'unknown',
      )
    }
  })

  it('say what is not meant', () => {
    const most = role(inline({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }))
    expect(may(most, 'sqs:SendMessage')).toBe('allowed')
    expect(may(most, 'iam:PassRole')).toBe('denied')
  })

  it('hold under a condition only perhaps', () => {
    const condition = { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }
    expect(may(role(inline(allow('sqs:*', '*', condition))), 'sqs:SendMessage')).toBe('unknown')
  })

  it('deny, whatever else allows', () => {
    const deny = { Effect: 'Deny', Action: 's3:Delete*', Resource: '*' }
    const careful = role({ ...managed('AmazonS3FullAccess'), ...inline(deny) })
    expect(may(careful, 's3:GetObject')).toBe('allowed')
    expect(may(careful, 's3:DeleteObject')).toBe('denied')
  })

  it('that deny one resource leave the question for any resource open', () => {
    const deny = { Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::secret/*' }
    const careful = role({ ...managed('AmazonS3FullAccess'), ...inline(deny) })
    expect(may(careful, 's3:GetObject')).toBe('unknown')
    expect(may(careful, 's3:GetObject', 'arn:aws:s3:::files/a')).toBe('allowed')
    expect(may(careful, 's3:GetObject', 'arn:aws:s3:::secret/a')).toBe('denied')
  })
})

describe('resources', () => {
  const queueArn = 'arn:aws:sqs:eu-west-1:123456789012:orders'

  it('match by reference and by ARN alike', () => {
    expect(may(role(inline(allow('sqs:*', '@{queue.arn}'))), 'sqs:SendMessage', queueArn)).toBe('allowed')
    expect(may(role(inline(allow('sqs:*', queueArn))), 'sqs:SendMessage', '@{queue.arn}')).toBe('allowed')
    expect(
      may(role(inline(allow('sqs:*', 'arn:aws:sqs:*:*:ord?rs'))), 'sqs:SendMessage', '@{queue.arn}'),
    ).toBe('allowed')
  })

  it('of something else are denied', () => {
    expect(may(role(inline(allow('s3:*', '@{files.arn}/*'))), 's3:GetObject', '@{files.arn}/*')).toBe(
      'allowed',
    )
    expect(may(role(inline(allow('s3:*', '@{files.arn}'))), 's3:GetObject', '@{files.arn}/*')).toBe('denied')
  })

  it('are the same where AWS alone knows the ARN', () => {
    const reader = role(inline(allow('secretsmanager:GetSecretValue', '@{password}')))
    expect(may(reader, 'secretsmanager:GetSecretValue', '@{password.arn}')).toBe('allowed')
  })

  it('can’t be told apart from a placeholder', () => {
    const reader = role(
      inline(allow('secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:*:*:secret:other-*')),
    )
    expect(may(reader, 'secretsmanager:GetSecretValue', '@{password.arn}')).toBe('unknown')
  })

  it('made by an intrinsic function may be any', () => {
    const reader = role(inline(allow('sqs:*', { 'Fn::GetAtt': ['Queue', 'Arn'] })))
    expect(may(reader, 'sqs:SendMessage', '@{queue.arn}')).toBe('unknown')
    expect(may(reader, 's3:GetObject')).toBe('unknown')
  })
})

describe('a permissions boundary', () => {
  const bounded = (PermissionsBoundary: string) => role({ ...inline(allow('*')), PermissionsBoundary })

  it('limits what is allowed', () => {
    const s3Only = bounded('arn:aws:iam::aws:policy/AmazonS3FullAccess')
    expect(may(s3Only, 's3:GetObject')).toBe('allowed')
    expect(may(s3Only, 'sqs:SendMessage')).toBe('denied')
  })

  it('of the account leaves it open', () => {
    expect(may(bounded('arn:aws:iam::123456789012:policy/limit'), 's3:GetObject')).toBe('unknown')
  })
})

it('of several actions those that are denied', () => {
  const graph = graphOf(drawing({ role: role(inline(allow('sqs:Receive*'))) }))
  expect(deniedOf(graph, 'role', ['sqs:ReceiveMessage', 'sqs:DeleteMessage'])).toEqual(['sqs:DeleteMessage'])
  expect(permissionsKnown(graph, 'role')).toBe(true)
})

describe('who may assume a role', () => {
  const trusted = (AssumeRolePolicyDocument: unknown) =>
    trustedServices(graphOf(drawing({ role: role({ AssumeRolePolicyDocument }) })), 'role')
  const trusting = (Principal: unknown) => JSON.stringify({ Statement: [{ Effect: 'Allow', Principal }] })

  it('are services', () => {
    expect(trusted(trusting({ Service: 'ecs-tasks.amazonaws.com' }))).toEqual(['ecs-tasks.amazonaws.com'])
    expect(trusted(trusting({ Service: ['ec2.amazonaws.com', 'ecs.amazonaws.com'] }))).toEqual([
      'ec2.amazonaws.com',
      'ecs.amazonaws.com',
    ])
  })

  it('are accounts, which are no services', () =>
    expect(trusted(trusting({ AWS: '123456789012' }))).toEqual([]))

  it('can be an object, as CloudFormation has it', () => {
    expect(trusted({ Statement: { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' } } })).toEqual([
      'ec2.amazonaws.com',
    ])
  })

  it('is not known without a policy, or with one that can’t be read', () => {
    for (const document of [undefined, 'trust', '${Trust}', trusting({ Service: '${Service}' })]) {
      expect(trusted(document)).toBeUndefined()
    }
  })
})
