import { expect, it } from 'vitest'
import { edit } from '../../design/edit'
import { drawing, element, fargateTask } from '../../rules/examples'
import { compareDesigns, meansTheSame } from './comparison'

const before = drawing({ task: fargateTask(), queue: element('sqs-queue', { QueueName: 'work' }) })

it('tells what changed, came, went and moved', () => {
  const after = edit(before, (draft) => {
    if (draft.elements.task) draft.elements.task.spec.cpu = '2048'
    delete draft.elements.queue
    draft.elements.table = element('dynamodb-table', { TableName: 'orders' })
  }).design
  const { elements } = compareDesigns(before, after)
  expect(elements.map(({ id, status }) => [id, status])).toEqual([
    ['task', 'changed'],
    ['table', 'added'],
    ['queue', 'removed'],
  ])
})

it('nothing has moved where one of the two was never drawn as a network', () => {
  const after = { ...before, networkLayout: { task: { x: 16, y: 48 } } }
  expect(compareDesigns(before, after).elements).toEqual([])
  const later = { ...before, networkLayout: { task: { x: 32, y: 48 } } }
  expect(compareDesigns(after, later).elements).toMatchObject([{ id: 'task', status: 'moved' }])
})

it('an element under another id is the same by kind and name', () => {
  const { queue, ...others } = before.elements
  const after = { ...before, elements: { ...others, 'work-queue': queue ?? element('sqs-queue', {}) } }
  const comparison = compareDesigns(before, after)
  expect(meansTheSame(comparison)).toBe(true)
  expect(comparison.matched.get('queue')).toBe('work-queue')
})
