/** The prices that come with the app. A module of its own, so that they are loaded only when somebody looks at costs. */
import { mergedTables, type PriceTable } from '../../shared/cost/price-table'

const files = import.meta.glob<PriceTable>('../../assets/prices/*.json', { eager: true, import: 'default' })

/** All Regions in one table; a test has read every file with the schema. */
export const builtInPrices: PriceTable = mergedTables(Object.values(files))
