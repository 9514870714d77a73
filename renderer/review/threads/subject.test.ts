import { expect, test } from 'vitest'
import { emptyDesign } from '../../../shared/design/design'
import { subjectOf } from './subject'

const design = {
  ...emptyDesign('Shop'),
  elements: {
    task: {
      kind: 'task-definition',
      spec: { family: 'orders', cpu: '256', containerDefinitions: [{ name: 'api', image: 'nginx' }] },
    },
  },
}

test.each([
  [{ element: 'task' }, 'orders'],
  [{ element: 'task', pointer: '/cpu' }, 'orders · cpu'],
  [{ element: 'task', pointer: '/containerDefinitions/0' }, 'orders · api'],
  [{ element: 'task', pointer: '/containerDefinitions/0/image' }, 'orders · api · image'],
  [{ element: 'gone', named: 'queue', pointer: '/QueueName' }, 'queue · QueueName'],
  [{ x: 0, y: 0 }, 'the canvas'],
  [{ x: 0, y: 0, width: 5, height: 5 }, 'a region'],
])('%j is “%s”', (pin, words) => {
  expect(subjectOf(design, pin)).toBe(words)
})
