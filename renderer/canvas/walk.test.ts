import { expect, test } from 'vitest'
import { emptyDesign } from '../../shared/design/design'
import { sceneOf } from '../../shared/figures/scene'
import { alongLine, inReadingOrder } from './walk'

const node = (x: number, y: number) => ({ x, y })
const design = {
  ...emptyDesign('Walk'),
  elements: {
    users: { kind: 'users', spec: {}, label: 'Users' },
    alb: { kind: 'application-load-balancer', spec: { Name: 'alb' } },
    queue: { kind: 'sqs-queue', spec: { QueueName: 'queue' } },
    table: { kind: 'dynamodb-table', spec: { TableName: 'table' } },
  },
  connections: { visit: { from: 'users', to: 'alb', meaning: 'traffic' } },
  layout: { table: node(0, 300), alb: node(400, 10), queue: node(800, 4), users: node(0, 0) },
}

test('siblings are read row by row, from the left', () => {
  expect(inReadingOrder(sceneOf(design), undefined).map(({ id }) => id)).toEqual([
    'users',
    'alb',
    'queue',
    'table',
  ])
})

test('an arrow follows the line that leads that way, and none where there is none', () => {
  const scene = sceneOf(design)
  expect(alongLine(scene, 'users', 'right')).toBe('alb')
  expect(alongLine(scene, 'alb', 'left')).toBe('users')
  expect(alongLine(scene, 'users', 'down')).toBeUndefined()
})
