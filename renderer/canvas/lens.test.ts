import { expect, test } from 'vitest'
import { emptyDesign } from '../../shared/design/design'
import { sceneOf } from '../../shared/figures/scene'
import { shownBy } from './lens'

const design = {
  ...emptyDesign('Lens'),
  elements: {
    web: { kind: 'cluster', spec: { clusterName: 'web' } },
    api: { kind: 'service', spec: { serviceName: 'api', cluster: '@{web}' } },
    users: { kind: 'users', spec: {}, label: 'Users' },
    queue: { kind: 'sqs-queue', spec: { QueueName: 'queue' } },
  },
  connections: {
    visit: { from: 'users', to: 'api', meaning: 'traffic' },
    send: { from: 'api', to: 'queue', meaning: 'calls' },
  },
}

test('a lens shows both ends of its lines and the frames around them', () => {
  const scene = sceneOf(design)
  expect([...(shownBy(scene, new Set(['traffic'])) ?? [])].sort()).toEqual(['api', 'users', 'web'])
  expect([...(shownBy(scene, new Set(['traffic', 'data'])) ?? [])]).toContain('queue')
})

test('without a lens nothing is faded', () => {
  expect(shownBy(sceneOf(design), new Set())).toBeUndefined()
})
