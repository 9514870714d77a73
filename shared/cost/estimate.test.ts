/** Estimates against sums that were done by hand. */
import { describe, expect, it } from 'vitest'
import { drawing, element, onFargate } from '../rules/examples'
import { english } from '../texts/text'
import { costDifference } from './difference'
import { estimateOf } from './estimate'
import type { PriceTable } from './price-table'

const prices: PriceTable = {
  format: 'fairlead-prices/1',
  currency: 'USD',
  regions: {
    'us-east-1': [
      {
        source: 'https://aws.amazon.com/fargate/pricing/',
        date: '2026-09-29',
        prices: {
          'fargate-linux-x86-vcpu': { price: 0.04048, per: 'vCPU-hour' },
          'fargate-linux-x86-gb': { price: 0.004445, per: 'GB-hour' },
          'fargate-storage-gb': { price: 0.000111, per: 'GB-hour' },
        },
      },
    ],
  },
}

/** Tasks of 0.5 vCPU and 1 GB in a cluster in Virginia. */
const web = (desiredCount: number) => {
  const { elements } = onFargate({ desiredCount, cluster: '@{main}' }, { cpu: '512', memory: '1024' })
  return {
    ...drawing({ ...elements, main: element('cluster', { clusterName: 'main' }) }),
    region: 'us-east-1',
  }
}

describe('tasks on Fargate', () => {
  const two = web(2)

  it('cost their vCPUs and their memory for every hour', () => {
    const { items, monthly } = estimateOf(two, prices)
    // 2 × 730 × (0.5 × 0.04048 + 1 × 0.004445)
    expect(monthly).toBeCloseTo(36.0401, 4)
    expect(
      items.map(({ title, formula }) => [english(title), english(formula).replaceAll('\u00a0', ' ')]),
    ).toEqual([['Fargate tasks', '2 tasks × 730 h × (0.5 vCPU × $0.04048 + 1 GB × $0.004445)']])
  })

  it('belong to their service and its cluster', () => {
    const { clusters, shared } = estimateOf(two, prices)
    expect(clusters.map(({ cluster, runners }) => [cluster, runners.map(({ runner }) => runner)])).toEqual([
      ['main', ['web']],
    ])
    expect(shared.monthly).toBe(0)
  })

  it('cost the difference when there is one more', () => {
    const { total, runners } = costDifference(estimateOf(two, prices), estimateOf(web(3), prices))
    expect(total.change).toBeCloseTo(18.02005, 4)
    expect(runners.map(({ element: id, change }) => [id, change.toFixed(2)])).toEqual([['web', '18.02']])
  })

  it('without a price are named as not included', () => {
    const there = { ...two, region: 'eu-north-1' }
    const { monthly, gaps } = estimateOf(there, prices)
    expect(monthly).toBe(0)
    expect(gaps.map(({ price }) => price)).toEqual(['fargate-linux-x86-vcpu', 'fargate-linux-x86-gb'])
  })
})
