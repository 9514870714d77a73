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
