import { expect, test } from 'vitest'
import type { Design } from '../design/design'
import { type DesignDraft, edit } from '../design/edit'
import { container, drawing, element, fargateTask, link } from '../rules/examples'
import { changes, isDrawn } from './compare'

const before: Design = {
  ...drawing({
    task: fargateTask({
      containerDefinitions: [container({ name: 'api' }), container({ name: 'proxy', essential: false })],
    }),
    queue: element('sqs-queue', { QueueName: 'work' }),
  }),
  layout: { task: { x: 0, y: 0 } },
}
const changed = (recipe: (draft: DesignDraft) => void) => changes(before, edit(before, recipe).design)

// biome-ignore lint/suspicious/noExplicitAny: the specs of examples are of no certain type
const task = (draft: DesignDraft): any => draft.elements.task?.spec

test('the deepest member that differs, items by their names', () => {
  expect(
    changed((draft) => {
      task(draft).containerDefinitions.reverse()
      task(draft).containerDefinitions[1].image = 'nginx:1.28'
      draft.region = 'us-east-1'
    }),
  ).toEqual([
    { of: 'design', pointer: '/region', before: before.region, after: 'us-east-1' },
    {
      of: 'element',
      id: 'task',
      pointer: '/spec/containerDefinitions/name=api/image',
      before: 'public.ecr.aws/nginx/nginx:1.27',
      after: 'nginx:1.28',
    },
  ])
})

test('what came or went is whole', () => {
  const list = changed((draft) => {
    delete draft.elements.queue
    task(draft).containerDefinitions.pop()
    draft.connections.one = link('task', 'calls', 'task')
  })
  expect(list.map(({ of, pointer, before: was, after: is }) => [of, pointer, !!was, !!is])).toEqual([
    ['element', '/spec/containerDefinitions/name=proxy', true, false],
    ['element', '', true, false],
    ['connection', '', false, true],
  ])
})

test('a move is told from a change of meaning', () => {
  const list = changed((draft) => {
    draft.layout.task = { x: 1, y: 2 }
  })
  expect(list).toHaveLength(2)
  expect(list.every(isDrawn)).toBe(true)
})

test('the order of members and of named items is no change', () => {
  expect(
    changed((draft) => {
      task(draft).containerDefinitions.reverse()
      draft.elements = Object.fromEntries(Object.entries(draft.elements).reverse())
    }),
  ).toEqual([])
})
