import { expect, it } from 'vitest'
import { drawing, element, fargateTask } from '../rules/examples'
import { become } from './become'
import { edit } from './edit'

const before = drawing({ task: fargateTask(), queue: element('sqs-queue', { QueueName: 'work' }) })

const after = edit(before, (draft) => {
  delete draft.elements.queue
  draft.elements.table = element('dynamodb-table', { TableName: 'orders' })
  if (draft.elements.task) draft.elements.task.spec.cpu = '512'
  draft.name = 'Orders'
  draft.region = 'ap-northeast-2'
  draft.conflicts = { one: { of: 'design', pointer: '/name', theirs: 'Order' } }
  draft.waivers = { one: { rule: 'a-b', element: 'task', reason: 'r', author: 'a' } }
}).design

it('gives the other state, and leaves alone what both have', () => {
  const there = edit(before, (draft) => become(draft, after))
  expect(there.design).toEqual(after)
  expect(edit(there.design, (draft) => become(draft, before)).design).toEqual(before)
  expect(edit(before, (draft) => become(draft, before)).patches).toEqual([])
})
