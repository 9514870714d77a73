/**
 * The price table: what AWS asks for a unit of each thing, by Region, with where and when each figure was read. The app
 * ships one and works offline by it; people may bring their own in the same format.
 */
import { z } from 'zod'
import { toPointer } from '../basics/json'
import { own } from '../basics/own'
import { fail, ok, type Result } from '../basics/result'
import { parseJson } from '../design/serialize'
import { say } from '../texts/text'

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
  /** ISO date of the prices; where no copy gives one, the day on which they were read. */
  date: z.iso.date(),
  /** What else should be known of them. */
  note: z.string().optional(),
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
  readonly note?: string
}

const known = new WeakMap<PriceTable, Map<string, ReadonlyMap<string, Price>>>()

/** The prices of a Region by key; empty where the table has none. */
export function pricesIn(table: PriceTable, region: string): ReadonlyMap<string, Price> {
  const byRegion = known.get(table) ?? new Map<string, ReadonlyMap<string, Price>>()
  known.set(table, byRegion)
  const old = byRegion.get(region)
  if (old) return old
  const groups = own(table.regions, region) ?? []
  const fresh = new Map<string, Price>()
  for (const { source, via, date, note, prices } of groups) {
    const from = {
      source,
      ...(via === undefined ? {} : { via }),
      date,
      ...(note === undefined ? {} : { note }),
    }
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

/** Several tables as one: of two that have a Region the later one's prices count where both have them. */
export function mergedTables(tables: readonly PriceTable[]): PriceTable {
  const regions: Record<string, readonly PriceGroup[]> = {}
  for (const table of tables) {
    for (const [region, groups] of Object.entries(table.regions))
      regions[region] = [...(regions[region] ?? []), ...groups]
  }
  return { format: PRICE_FORMAT, currency: 'USD', regions: regions as PriceTable['regions'] }
}

/** Reads a table of prices; a failure names the place in it. */
export function parsePriceTable(text: string, file?: string): Result<PriceTable> {
  const json = parseJson(text, file)
  if (!json.ok) return json
  const parsed = priceTableSchema.safeParse(json.value)
  if (parsed.success) return ok(parsed.data)
  const path = parsed.error.issues[0]?.path ?? []
  return fail({
    code: 'not-prices',
    file,
    pointer: toPointer(path.map((segment) => (typeof segment === 'symbol' ? '' : segment))),
    what: 'This is not what a table of prices has here.',
    mend: say`A table begins with "format": "${PRICE_FORMAT}", and its “regions” hold groups of prices with “source”, “date” and “prices”.`,
  })
}
