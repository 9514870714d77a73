import { expect, test } from 'vitest'
import { emptyDesign } from '../design/design'
import { extract } from './copy'
import { graphOf } from './graph'
import { paste } from './paste'

const design = {
  ...emptyDesign('Paste'),
  elements: {
    web: { kind: 'cluster', spec: { clusterName: 'web' } },
    other: { kind: 'cluster', spec: { clusterName: 'other' } },
    api: { kind: 'service', spec: { serviceName: 'api', cluster: '@{web}' } },
  },
  layout: { web: { x: 100, y: 200 }, other: { x: 900, y: 200 }, api: { x: 16, y: 48 } },
}

test('a copy stays in the cluster of its original, beside it', () => {
  const { design: next, roots } = paste(design, extract(design, ['api']), { x: 24, y: 24 })
  expect(roots).toEqual(['api-2'])
  expect(graphOf(next).parent.get('api-2')).toBe('web')
  expect(next.layout['api-2']).toEqual({ x: 40, y: 72 })
})

test('pasted into another frame it belongs there, at the place on the canvas that was meant', () => {
  const { design: next } = paste(design, extract(design, ['api']), { x: 800, y: 0 }, { id: 'other' })
  expect(next.elements['api-2']?.spec.cluster).toBe('@{other}')
  expect(next.layout['api-2']).toEqual({ x: 16, y: 48 })
})

test('a frame that may not hold it leaves it where its specs put it', () => {
  const { design: next } = paste(design, extract(design, ['web']), { x: 0, y: 0 }, { id: 'other' })
  expect(graphOf(next).parent.has('web-2')).toBe(false)
})

test('in another design, lines to what did not come along are left out, other text stays', () => {
  const image = '@{images.uri}:1'
  const environment = [{ name: 'QUEUE', value: '@{jobs.url}' }]
  const shop = {
    ...emptyDesign('Shop'),
    elements: {
      web: { kind: 'cluster', spec: { clusterName: 'web' } },
      api: { kind: 'service', spec: { serviceName: 'api', cluster: '@{web}', taskDefinition: '@{task}' } },
      task: {
        kind: 'task-definition',
        spec: {
          family: 'api',
          taskRoleArn: '@{role}',
          containerDefinitions: [{ name: 'api', image, environment }],
        },
      },
      role: { kind: 'iam-role', spec: { RoleName: 'api' } },
      images: { kind: 'ecr-repository', spec: { repositoryName: 'api' } },
      jobs: { kind: 'sqs-queue', spec: { QueueName: 'jobs' } },
    },
  }
  const { design: next } = paste(emptyDesign('Other'), extract(shop, ['api']), { x: 0, y: 0 })
  expect(next.elements.api?.spec).toEqual({ serviceName: 'api', taskDefinition: '@{task}' })
  expect(next.elements.task?.spec.taskRoleArn).toBeUndefined()
  expect(JSON.stringify(next.elements.task?.spec)).not.toContain('@{images')
  expect(JSON.stringify(next.elements.task?.spec)).toContain('@{jobs.url}')
  // Where they are, the copy uses what its original uses.
  const { design: same } = paste(shop, extract(shop, ['api']), { x: 24, y: 24 })
  expect(same.elements['task-2']?.spec.taskRoleArn).toBe('@{role}')
})
