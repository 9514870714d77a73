import { describe, expect, it } from 'vitest'
import type { Design, Element } from '../design/design'
import { edit } from '../design/edit'
import { drawing, element } from '../rules/examples'
import { allow, grantUse } from './grant'
import { graphOf } from './graph'
import { permission } from './permissions'

const queue = element('sqs-queue', { QueueName: 'orders' })
const withRole = (spec: Element['spec'] = {}): Design =>
  drawing({ queue, role: element('iam-role', { RoleName: 'orders', ...spec }) })

const send = (design: Design, actions = ['sqs:SendMessage']) =>
  edit(design, (draft) => allow(draft, 'role', 'send', actions, ['@{queue.arn}'])).design

const policiesOf = (design: Design) => design.elements.role?.spec.Policies

const sendPolicy = (Action: unknown, Resource: unknown = '@{queue.arn}') => ({
  PolicyName: 'send',
  PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] },
})

describe('allowing', () => {
  it('adds a policy with just that, and the role may', () => {
    const after = send(withRole())
    expect(policiesOf(after)).toEqual([sendPolicy(['sqs:SendMessage'])])
    expect(permission(graphOf(after), 'role', 'sqs:SendMessage', '@{queue.arn}')).toBe('allowed')
  })

  it('twice is the same as once', () => {
    const once = send(withRole())
    expect(send(once)).toBe(once)
  })

  it('a further action goes to the statement for the same resources', () => {
    const after = send(send(withRole()), ['sqs:SendMessage', 'sqs:GetQueueUrl'])
    expect(policiesOf(after)).toEqual([sendPolicy(['sqs:SendMessage', 'sqs:GetQueueUrl'])])
  })

  it('leaves a condition, another resource and other policies as they are', () => {
    const other = { PolicyName: 'other', PolicyDocument: { Statement: [] } }
    const conditional = {
      Effect: 'Allow',
      Action: 'sqs:SendMessage',
      Resource: '@{queue.arn}',
      Condition: { Bool: { 'aws:SecureTransport': 'true' } },
    }
    const mine = { PolicyName: 'send', PolicyDocument: { Statement: conditional } }
    expect(policiesOf(send(withRole({ Policies: [other, mine] })))).toEqual([
      other,
      {
        PolicyName: 'send',
        PolicyDocument: {
          Statement: [
            conditional,
            { Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: '@{queue.arn}' },
          ],
        },
      },
    ])
  })

  it('keeps a policy that is JSON text a text', () => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: [] }, null, 2)
    const after = send(withRole({ Policies: [{ PolicyName: 'send', PolicyDocument: text }] }))
    expect(policiesOf(after)).toEqual([
      {
        PolicyName: 'send',
        PolicyDocument: JSON.stringify(sendPolicy(['sqs:SendMessage']).PolicyDocument, null, 2),
      },
    ])
  })

  it('leaves what it can’t read alone', () => {
    const before = withRole({ Policies: [{ PolicyName: 'send', PolicyDocument: '${Policy}' }] })
    expect(send(before)).toBe(before)
  })
})

describe('allowing what a use needs', () => {
  it('keeps actions without a resource apart', () => {
    const after = edit(withRole(), (draft) =>
      grantUse(draft, 'role', { use: 'pull-image', resource: '@{orders.arn}' }),
    ).design
    expect(policiesOf(after)).toMatchObject([
      {
        PolicyDocument: {
          Statement: [
            { Action: ['ecr:GetAuthorizationToken'], Resource: '*' },
            { Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], Resource: '@{orders.arn}' },
          ],
        },
      },
    ])
  })

  it('leaves a resource that nobody knows to be filled in', () => {
    const after = edit(withRole(), (draft) => grantUse(draft, 'role', { use: 'firehose-put' })).design
    expect(policiesOf(after)).toMatchObject([
      { PolicyDocument: { Statement: [{ Resource: '<resource-arn>' }] } },
    ])
  })
})
