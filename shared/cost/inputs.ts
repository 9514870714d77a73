/** Inputs that several kinds of cost ask for. */
import { term } from '../texts/text'
import type { CostContext, Input } from './cost'

/** As AWS's own calculator counts a month. */
export const HOURS_PER_MONTH = 730

/** How many hours of the month this runs: all that the estimate counts, unless something else is entered for it. */
export function hoursOf({ hours, input }: CostContext): number {
  return input({ name: 'hours', label: term('Hours a month'), assumed: hours }) ?? hours
}

/** What is sent to the internet. */
export const outGb = { name: 'outGb', label: term('GB to the internet a month') } as const

/** What is kept. */
export const storedGb = { name: 'storedGb', label: term('GB stored') } as const

/** What goes through. */
export const gb = { name: 'gb', label: term('GB processed a month') } as const

/** In how many Availability Zones something is, where the drawing does not say. */
export function zonesOf(drawn: number | undefined): Input {
  return { name: 'zones', label: term('Availability Zones'), ...(drawn ? { assumed: drawn } : {}) }
}
