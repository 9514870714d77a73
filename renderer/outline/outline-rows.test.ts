import { describe, expect, test } from 'vitest'
import { emptyDesign } from '../../shared/design/design'
import { graphOf } from '../../shared/graph/graph'
import { closedAround, type OutlineView, outlineRows } from './outline-rows'

const graph = graphOf({
  ...emptyDesign('Shop'),
  elements: {
    queue: { kind: 'sqs-queue', spec: { QueueName: 'jobs' } },
    web: { kind: 'cluster', spec: { clusterName: 'web' } },
    api: {
      kind: 'service',
      spec: { serviceName: 'api', cluster: '@{web}', taskDefinition: '@{task}' },
    },
    task: {
      kind: 'task-definition',
      spec: { family: 'api', containerDefinitions: [{ name: 'app' }, { name: 'log-router' }] },
    },
  },
})

const show = (view: Partial<OutlineView> = {}) =>
  outlineRows(graph, graph.parent, { toggled: new Set(), ...view }).map(
    ({ key, level, open, index, count }) =>
      `${'  '.repeat(level - 1)}${open === undefined ? '' : open ? '− ' : '+ '}${key} ${index}/${count}`,
  )

describe('the outline', () => {
  test('nests as the canvas does: frames open, cards closed', () => {
    expect(show()).toEqual(['queue 1/2', '− web 2/2', '  − api 1/1', '    + task 1/1'])
  })
  test('has the rows of an open card as leaves', () => {
    expect(show({ toggled: new Set(['task']) }).slice(-3)).toEqual([
      '    − task 1/1',
      '      task /containerDefinitions/0 1/2',
      '      task /containerDefinitions/1 2/2',
    ])
  })
  test('leaves out what is in a closed frame', () => {
    expect(show({ toggled: new Set(['web']) })).toEqual(['queue 1/2', '+ web 2/2'])
  })
  test('shows what is found, in all that is around it', () => {
    expect(show({ finds: (_, name) => name === 'log-router' })).toEqual([
      '− web 1/1',
      '  − api 1/1',
      '    − task 1/1',
      '      task /containerDefinitions/1 1/1',
    ])
  })
  test('knows what has to be opened for an element to show', () => {
    expect(closedAround(graph.parent, new Set(['web', 'api']), 'task', true)).toEqual(['api', 'web', 'task'])
    expect(closedAround(graph.parent, new Set(['task']), 'task', true)).toEqual([])
  })
})
