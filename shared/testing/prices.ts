/** The prices that come with the app. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { mergedTables, type PriceTable, priceTableSchema } from '../cost/price-table'

const folder = fileURLToPath(new URL('../../assets/prices/', import.meta.url))

/** Each file by its name. */
export const priceFiles: Readonly<Record<string, PriceTable>> = Object.fromEntries(
  readdirSync(folder)
    .sort()
    .map((name) => [name, priceTableSchema.parse(JSON.parse(readFileSync(folder + name, 'utf8')))]),
)

export const prices: PriceTable = mergedTables(Object.values(priceFiles))
