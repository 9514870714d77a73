import { expect, test } from 'vitest'
import { emptyDesign } from '../../../shared/design/design'
import { subjectOf } from './subject'

const design = {
  ...emptyDesign('Shop'),
  elements: {
    task: {
      kind: 'task-definition',
      spec: {
        family: 'orders',
        cpu: '256',
        containerDefinitions: [
          { name: 'api', image: 'nginx', command: ['sh', '-c'], environment: [{ name: 'MODE', value: 'x' }] },
        ],
      },
    },
    service: {
      kind: 'service',
      spec: { serviceName: 'web', loadBalancers: [{ targetGroupArn: '@{blue}' }] },
    },
    blue: { kind: 'target-group', spec: { Name: 'blue-80' } },
  },
}

test.each([
  [{ element: 'task' }, 'orders'],
  [{ element: 'task', pointer: '/cpu' }, 'orders · cpu'],
  [{ element: 'task', pointer: '/containerDefinitions/0' }, 'orders · api'],
  [{ element: 'task', pointer: '/containerDefinitions/0/image' }, 'orders · api · image'],
  [
    { element: 'task', pointer: '/containerDefinitions/name=api/environment/name=MODE' },
    'orders · api · MODE',
  ],
  [{ element: 'task', pointer: '/containerDefinitions/name=api/command/1' }, 'orders · api · command · 2'],
  [{ element: 'task', pointer: '/containerDefinitions/name=old/cpu' }, 'orders · old · cpu'],
  [{ element: 'service', pointer: '/loadBalancers/0' }, 'web · loadBalancers · blue-80'],
  [{ element: 'gone', named: 'task', pointer: '/containerDefinitions/name=api/cpu' }, 'task · api · cpu'],
  [{ element: 'gone', named: 'queue', pointer: '/QueueName' }, 'queue · QueueName'],
  [{ x: 0, y: 0 }, 'the canvas'],
  [{ x: 0, y: 0, width: 5, height: 5 }, 'a region'],
])('%j is “%s”', (pin, words) => {
  expect(subjectOf(design, pin)).toBe(words)
})
