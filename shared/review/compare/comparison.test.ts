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

it('matches the same elements from either side, where two have an identifier of one', () => {
  const queue = (existing: Record<string, string>) => ({ ...element('sqs-queue', {}), existing })
  const one = drawing({ both: queue({ url: 'https://queue/work', arn: 'arn:work' }) })
  const two = drawing({ byUrl: queue({ url: 'https://queue/work' }), byArn: queue({ arn: 'arn:work' }) })
  expect([...compareDesigns(one, two).matched]).toEqual([['both', 'byArn']])
  expect([...compareDesigns(two, one).matched]).toEqual([['byArn', 'both']])
})

it('matches the same elements from either side, whichever of those alike comes first', () => {
  const note = (text: string) => element('note', { text })
  const one = drawing({ a: note('x'), b: note('x'), c: note('see @{a}'), d: note('see @{b}') })
  const two = drawing({ r: note('see @{p}'), s: note('see @{q}'), q: note('x'), p: note('x') })
  const there = compareDesigns(one, two)
  expect(meansTheSame(there)).toBe(true)
  const back = [...compareDesigns(two, one).matched].map(([old, id]) => [id, old])
  expect(new Map(back as [string, string][])).toEqual(there.matched)
})
