import { expect, it } from 'vitest'
import { container, drawing, element, fargateTask, link } from '../rules/examples'
import { differences } from './differences'
import { edit } from './edit'

const before = drawing({ task: fargateTask(), queue: element('sqs-queue', { QueueName: 'work' }) })
const changed = (recipe: Parameters<typeof edit>[1]) => differences(before, edit(before, recipe).design)

it('names the deepest member that differs', () => {
  expect(
    changed(({ elements }) => {
      if (elements.task) elements.task.spec.containerDefinitions = [container({ image: 'nginx:1.28' })]
    }),
  ).toEqual([
    {
      id: 'task',
      of: 'element',
      pointer: '/containerDefinitions/0/image',
      before: 'public.ecr.aws/nginx/nginx:1.27',
      after: 'nginx:1.28',
    },
  ])
})

it('a list that grew is one difference', () => {
  const two = [container(), container({ name: 'proxy' })]
  const [only] = changed(({ elements }) => {
    if (elements.task) elements.task.spec.containerDefinitions = two
  })
  expect(only).toMatchObject({ pointer: '/containerDefinitions', after: two })
})

it('elements and stored lines that came or went are whole', () => {
  const list = changed((draft) => {
    delete draft.elements.queue
    draft.elements.table = element('dynamodb-table', {})
    draft.connections.one = link('task', 'calls', 'table')
  })
  expect(list.map(({ id, before, after }) => [id, before !== undefined, after !== undefined])).toEqual([
    ['queue', true, false],
    ['table', false, true],
    ['one', false, true],
  ])
})

it('moving a box is no difference', () => {
  const moved = (draft: Parameters<Parameters<typeof edit>[1]>[0]) => {
    draft.layout.task = { x: 1, y: 2 }
  }
  expect(changed(moved)).toEqual([])
})
