import { describe, expect, it } from 'vitest'
import { estimateOf } from '../../shared/cost/estimate'
import type { PriceTable } from '../../shared/cost/price-table'
import { drawing, ec2Task, element, fargateTask, service } from '../../shared/rules/examples'
import { costRows } from './cost-rows'
import { readNumber } from './read-number'

const table: PriceTable = { format: 'fairlead-prices/1', currency: 'USD', regions: {} }

const design = drawing({
  main: element('cluster', { clusterName: 'main' }),
  task: fargateTask({
    containerDefinitions: [
      {
        name: 'web',
        image: 'web',
        logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '@{logs}' } },
      },
    ],
  }),
  heavy: ec2Task({ family: 'heavy' }),
  web: service({ launchType: 'FARGATE', cluster: '@{main}' }),
  worker: service({
    serviceName: 'worker',
    taskDefinition: '@{heavy}',
    launchType: 'EC2',
    cluster: '@{main}',
  }),
  logs: element('log-group', { logGroupName: 'web' }),
  network: element('vpc', {}),
})

describe('the rows of an estimate', () => {
  const rows = costRows(estimateOf(design, table))

  it('are clusters, in them services, below each what is its own; last what belongs to none', () => {
    expect(rows.map(({ id, level }) => `${'  '.repeat(level)}${id}`)).toEqual([
      'main',
      '  web',
      '    logs',
      '  worker',
      '#shared',
      '  network',
    ])
  })

  it('do not show what is not known as nothing', () => {
    expect(rows.map(({ isKnown }) => isKnown)).toEqual(rows.map(() => false))
    const known = { 'fargate-linux-x86-vcpu': 1, 'fargate-linux-x86-gb': 1 }
    const priced = costRows(estimateOf({ ...design, estimate: { prices: { 'eu-west-1': known } } }, table))
    expect(priced.filter(({ isKnown }) => isKnown).map(({ id }) => id)).toEqual(['main', 'web'])
  })

  it('count what each lacks by itself', () => {
    const gaps = Object.fromEntries(rows.map(({ id, gaps: count }) => [id, count]))
    // Two prices of the tasks; what is written and what is kept of the logs.
    expect(gaps).toMatchObject({ main: 0, web: 2, logs: 2, worker: 0, network: 1 })
  })
})

describe('a number that somebody types', () => {
  it.each([
    ['', undefined],
    [' 12.5 ', 12.5],
    ['.5', 0.5],
    ['3.', 3],
    ['1,234,567', 1234567],
    ['1,23', 'wrong'],
    ['-1', 'wrong'],
    ['1e3', 'wrong'],
    ['many', 'wrong'],
    ['9'.repeat(400), 'wrong'],
  ])('%j', (text, read) => expect(readNumber(text)).toBe(read))
})
