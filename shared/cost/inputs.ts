/** Inputs that several kinds of cost ask for. */
import { term } from '../texts/text'
import type { CostContext } from './cost'

/** How many hours of the month this runs: all that the estimate counts, unless something else is entered for it. */
export function hoursOf({ hours, input }: CostContext): number {
  return input({ name: 'hours', label: term('Hours a month'), assumed: hours }) ?? hours
}

/** GB a month that are sent to the internet. */
export const outGb = { name: 'outGb', label: term('GB to the internet a month') } as const

/** A cost that no table holds, as a monthly amount. */
export const monthly = { name: 'monthly', label: term('US dollars a month') } as const
