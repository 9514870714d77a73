/**
 * The price table: what AWS asks for a unit of each thing, by Region, with where and when each figure was read. The app
 * ships one and works offline by it; people may bring their own in the same format.
 */
import { z } from 'zod'

export const PRICE_FORMAT = 'fairlead-prices/1'

const price = z.looseObject({
  /** In the table's currency. */
  price: z.number().nonnegative(),
  /** What it buys, such as `vCPU-hour`. */
  per: z.string().min(1),
})

/** Prices that were read in one place on one day. */
const group = z.looseObject({
  /** AWS's page or price list that they are from. */
  source: z.url(),
  /** Where they were read, when that was a copy. */
  via: z.url().optional(),
  /** ISO date for which the source gives them. */
  date: z.iso.date(),
  /** By key, such as `fargate-linux-x86-vcpu`. */
  prices: z.record(z.string().min(1), price),
})

export const priceTableSchema = z.looseObject({
  format: z.literal(PRICE_FORMAT),
  currency: z.literal('USD'),
  /** By Region code; a later group counts where two have the same key. */
  regions: z.record(z.string(), z.array(group)),
})

export type PriceTable = z.infer<typeof priceTableSchema>
export type PriceGroup = z.infer<typeof group>

/** A price with all that is known of it. */
export interface Price {
  readonly price: number
  readonly per: string
  /** Absent for one that somebody entered. */
  readonly source?: string
  readonly via?: string
  readonly date?: string
}

const known = new WeakMap<PriceTable, Map<string, ReadonlyMap<string, Price>>>()

/** The prices of a Region by key; empty where the table has none. */
export function pricesIn(table: PriceTable, region: string): ReadonlyMap<string, Price> {
  const byRegion = known.get(table) ?? new Map<string, ReadonlyMap<string, Price>>()
  known.set(table, byRegion)
  const old = byRegion.get(region)
  if (old) return old
  const groups = Object.hasOwn(table.regions, region) ? (table.regions[region] ?? []) : []
  const fresh = new Map<string, Price>()
  for (const { source, via, date, prices } of groups) {
    const from = via === undefined ? { source, date } : { source, via, date }
    for (const [key, { price, per }] of Object.entries(prices)) fresh.set(key, { price, per, ...from })
  }
  byRegion.set(region, fresh)
  return fresh
}

/** The Regions that the table has prices of. */
export function pricedRegions({ regions }: PriceTable): readonly string[] {
  return Object.keys(regions)
    .filter((region) => (regions[region]?.length ?? 0) > 0)
    .sort()
}
