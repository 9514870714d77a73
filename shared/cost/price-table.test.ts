/** The table that comes with the app: every figure with its unit, its day and where it is from. */
import { describe, expect, it } from 'vitest'
import { regions } from '../aws/facts/regions'
import { priceFiles, prices } from '../testing/prices'
import { english } from '../texts/text'
import { priceOf } from './instance-price'
import { priceLabel, unitOf } from './price-label'
import { parsePriceTable, pricedRegions, pricesIn } from './price-table'

describe.each(Object.entries(priceFiles))('%s', (file, table) => {
  it('holds the prices of the Region that it is named after', () => {
    const region = file.replace(/\.json$/, '')
    expect(Object.keys(table.regions)).toEqual([region])
    expect(Object.keys(regions)).toContain(region)
  })

  it('says of each price its unit, its day and AWS’s page or list', () => {
    for (const groups of Object.values(table.regions)) {
      for (const { source, date, prices: group } of groups) {
        expect(new URL(source).hostname).toMatch(/^(aws|pricing\.us-east-1)\.amazon(aws)?\.com$/)
        expect(date >= '2021-01-01' && date <= '2026-12-31').toBe(true)
        for (const { price, per } of Object.values(group)) {
          expect(price).toBeGreaterThan(0)
          expect(per).not.toBe('')
        }
      }
    }
  })

  it('has only keys that the estimate knows, in the units that it counts by', () => {
    for (const region of Object.keys(table.regions)) {
      for (const [key, { per }] of pricesIn(table, region)) {
        expect(english(priceLabel(key)), key).not.toBe(key)
        expect(unitOf(key), key).toBe(per)
      }
    }
  })
})

it('there are the Regions that most designs are in, with tasks and the commonest instances', () => {
  for (const region of ['us-east-1', 'ap-northeast-2', 'eu-west-1', 'ap-northeast-1', 'us-west-2']) {
    expect(pricedRegions(prices)).toContain(region)
    const listed = pricesIn(prices, region)
    for (const key of ['fargate-linux-x86-vcpu', 'fargate-linux-x86-gb', 'fargate-spot-linux-x86-vcpu'])
      expect(listed.has(key), `${region} ${key}`).toBe(true)
    for (const type of ['t3.medium', 'm5.xlarge', 'c5.2xlarge', 'r5.large', 't4g.small'])
      expect(priceOf(listed, `ec2-linux-${type}`), `${region} ${type}`).toBeDefined()
  }
})

it('the sizes of a family are priced by one of them, as AWS prices them', () => {
  const virginia = pricesIn(prices, 'us-east-1')
  const price = (type: string) => priceOf(virginia, `ec2-linux-${type}`)?.price
  // Figures of AWS's page that the table does not hold.
  expect(price('m5.24xlarge')).toBeCloseTo(4.608, 6)
  expect(price('c5.9xlarge')).toBeCloseTo(1.53, 6)
  expect(price('t3.nano')).toBeCloseTo(0.0052, 6)
  expect(price('m7g.medium')).toBeCloseTo(0.0408, 6)
  // What is listed itself counts, and a GPU family has no such rule.
  expect(price('t2.small')).toBe(0.023)
  expect(price('g5.metal')).toBeUndefined()
})

it('a later table’s price counts where two have it', () => {
  const text = (price: number) =>
    JSON.stringify({
      format: 'fairlead-prices/1',
      currency: 'USD',
      regions: {
        'us-east-1': [
          { source: 'https://a.example', date: '2026-01-01', prices: { 'alb-hour': { price, per: 'hour' } } },
        ],
      },
    })
  const own = parsePriceTable(text(7))
  if (!own.ok) throw new Error('It is a table.')
  expect(pricesIn(own.value, 'us-east-1').get('alb-hour')?.price).toBe(7)
})
