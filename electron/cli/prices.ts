/** The prices that estimates go by: those that come with the app, and a table of one's own. */
import { join } from 'node:path'
import { ok, type Result } from '../../shared/basics/result'
import { mergedTables, type PriceTable, parsePriceTable } from '../../shared/cost/price-table'
import { readSource } from './input'
import type { Io } from './io'

/** All prices that come with the app; those of a file count before them, where it has the same. */
export async function readPrices(io: Io, own?: string): Promise<Result<PriceTable>> {
  const folder = join(io.assets, 'prices')
  const paths = (await io.list(folder)).filter((name) => name.endsWith('.json')).sort()
  const tables: PriceTable[] = []
  for (const path of [...paths.map((name) => join(folder, name)), ...(own === undefined ? [] : [own])]) {
    const source = await readSource(io, path)
    if (!source.ok) return source
    const table = parsePriceTable(source.value.text, source.value.name)
    if (!table.ok) return table
    tables.push(table.value)
  }
  return ok(mergedTables(tables))
}
